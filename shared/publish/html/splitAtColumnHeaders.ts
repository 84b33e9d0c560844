import { isHeadingCell } from '../model/runs';
import type { PrintBlock, Row, TableBlock } from '../model/types';

/**
 * Tables as they are tagged. To whoever has a table read aloud, the heading of a column represents every cell above and
 * below it, so a line of headings between values (システム2) begins a table of its own. On paper nothing is to be seen of it.
 * A table whose head repeats on each page stays whole, else the pages of its later parts would have none.
 */
export function splitAtColumnHeaders(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
  return blocks.flatMap((block): readonly PrintBlock[] =>
    block.kind === 'table' && !hasHead(block) ? splitTable(block) : [block],
  );
}

function hasHead({ rows }: TableBlock): boolean {
  return rows.some(({ header }) => header);
}

function splitTable(table: TableBlock): readonly TableBlock[] {
  const groups: Row[][] = [];
  let covered = 0;
  for (const row of table.rows) {
    const above = groups.at(-1)?.at(-1);
    if (!above || (covered === 0 && isHeadingRow(row) && !isHeadingRow(above))) groups.push([row]);
    else groups.at(-1)?.push(row);
    covered = Math.max(covered - 1, rowsBelow(row));
  }
  return groups.map((rows) => ({ ...table, rows }));
}

/** How many rows below the cells of this one cover. */
function rowsBelow({ cells }: Row): number {
  return Math.max(0, ...cells.map(({ rowSpan = 1 }) => rowSpan - 1));
}

/** A row of headings alone: they represent what is below them, not what is beside. */
export function isHeadingRow({ cells }: Row): boolean {
  return cells.every(isHeadingCell);
}
