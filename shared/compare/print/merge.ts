import type {
  Cell,
  HeadingBlock,
  PrintBlock,
  PrintDocument,
  PrintSection,
  Row,
  TableBlock,
} from '../../publish/model/types';
import { align } from './align';
import { mergeContent } from './lines';
import { markBlock, markRow, markSection } from './mark';

/** How a key or path of the old document is called in the new one; keys without a counterpart stay. */
export type Rename = (key: string) => string;

/**
 * Two printed documents as one with tracked changes: without what is inserted it is the old one, without what is
 * deleted the new one, to the character.
 */
export function mergePrints(old: PrintDocument, young: PrintDocument, rename: Rename): PrintDocument {
  const sections = align(
    old.sections,
    young.sections,
    ({ key }) => rename(key),
    ({ key }) => key,
  );
  return { ...young, sections: sections.map((pair) => mergeSection(pair.old, pair.young, rename)) };
}

function mergeSection(
  old: PrintSection | undefined,
  young: PrintSection | undefined,
  rename: Rename,
): PrintSection {
  if (old && young) return { ...young, blocks: mergeBlocks(old.blocks, young.blocks, rename) };
  if (young) return markSection(young, 'inserted');
  if (old) return markSection(old, 'deleted');
  throw new Error('a pair has at least one side');
}

function mergeBlocks(
  old: readonly PrintBlock[],
  young: readonly PrintBlock[],
  rename: Rename,
): readonly PrintBlock[] {
  return align(old, young, signature, signature).map((pair) => {
    if (pair.old === undefined) return markBlock(pair.young, 'inserted');
    if (pair.young === undefined) return markBlock(pair.old, 'deleted');
    if (pair.old.kind === 'table' && pair.young.kind === 'table')
      return mergeTable(pair.old, pair.young, rename);
    return pair.young;
  });
}

/** Blocks that may be the same one: a heading by its words, a table by its columns. */
function signature(block: PrintBlock): string {
  if (block.kind === 'table') return `table ${block.columns.length}`;
  return block.kind === 'heading' ? headingText(block) : `line ${JSON.stringify(block.parts)}`;
}

function headingText({ role, runs }: HeadingBlock): string {
  return `${role} ${runs.map(({ text }) => text).join('')}`;
}

function mergeTable(old: TableBlock, young: TableBlock, rename: Rename): TableBlock {
  const rows = align(
    old.rows,
    young.rows,
    (row) => rowKey(row, rename),
    (row) => rowKey(row, (path) => path),
  );
  return { ...young, rows: rows.flatMap((pair) => mergeRow(pair.old, pair.young)) };
}

/** A row is known by the items that stand in it, else by its words. */
function rowKey(row: Row, rename: Rename): string {
  const paths = row.cells.flatMap((cell) => cell.paths ?? []).map(rename);
  if (paths.length > 0) return `items ${paths.join(' ')}`;
  return `words ${JSON.stringify(row.cells.map(({ content }) => content))}`;
}

function mergeRow(old: Row | undefined, young: Row | undefined): readonly Row[] {
  if (old && young && sameShape(old, young))
    return [{ ...young, cells: young.cells.map((cell, at) => mergeCell(old.cells[at] ?? cell, cell)) }];
  return [...(old ? [markRow(old, 'deleted')] : []), ...(young ? [markRow(young, 'inserted')] : [])];
}

function sameShape(old: Row, young: Row): boolean {
  const shape = (row: Row) =>
    JSON.stringify([
      row.covered ?? 0,
      row.cells.map(({ role, span, rowSpan }) => [role, span, rowSpan ?? 1]),
    ]);
  return shape(old) === shape(young);
}

function mergeCell(old: Cell, young: Cell): Cell {
  return { ...young, content: mergeContent(old.content, young.content) };
}
