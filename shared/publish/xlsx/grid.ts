import { WIDE_TEXT_WIDTH, TEXT_WIDTH, widthOf } from '../model/measure';
import type { PrintSection, Twips } from '../model/types';

/**
 * The columns of a sheet: every edge that a table of the part has, so that tables of different
 * proportions share one sheet.
 */
export interface SheetGrid {
  readonly widths: readonly Twips[];
  /** First column and number of columns that lie between two edges. */
  readonly between: (from: Twips, to: Twips) => { readonly column: number; readonly width: number };
}

export function sheetGrid(section: PrintSection): SheetGrid {
  const full = section.orientation === 'portrait' ? TEXT_WIDTH : WIDE_TEXT_WIDTH;
  const tables = section.blocks.flatMap((block) => (block.kind === 'table' ? [block.columns] : []));
  const ends = tables.length > 0 ? tables.flatMap(edgesOf) : [full];
  const found = [...new Set([0, ...ends])].sort((a, b) => a - b);
  // LibreOffice does not shrink a sheet of one wide column to the paper.
  const edges = found.length > 2 ? found : [0, Math.round((found[1] ?? full) / 2), found[1] ?? full];
  const widths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
  return {
    widths,
    between: (from, to) => ({ column: edges.indexOf(from), width: edges.indexOf(to) - edges.indexOf(from) }),
  };
}

function edgesOf(columns: readonly Twips[]): readonly Twips[] {
  return columns.map((_, at) => widthOf(columns, 0, at + 1));
}
