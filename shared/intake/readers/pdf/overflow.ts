import { wraps, type Line } from './lines';
import type { PageItem, PageTable, PageCell } from './pageItems';
import { largest, smallest } from '../../lists';

/** Columns that a last row must have for a line below it to belong to one of them beyond doubt. */
const LEAST_COLUMNS = 3;

/**
 * Lines that ran out of the frame of their cell go back into it: they stand right below the last row, within one of
 * its columns (not the first), where the text of that cell was not at its end.
 */
export function takeBackOverflow(items: readonly PageItem[]): readonly PageItem[] {
  const kept: PageItem[] = [];
  let table: PageTable | undefined;
  for (const item of items) {
    const grown = item.kind === 'line' && table ? withLine(table, item.line) : undefined;
    if (grown) kept[kept.length - 1] = grown;
    else kept.push(item);
    table = grown ?? (item.kind === 'table' ? item : undefined);
  }
  return kept;
}

function withLine(table: PageTable, line: Line): PageTable | undefined {
  const bottom = largest(table.cells.map(({ row, rowSpan }) => row + rowSpan));
  const last = table.cells.filter(({ row, rowSpan }) => row + rowSpan === bottom);
  if (last.length < LEAST_COLUMNS) return undefined;
  const first = smallest(last.map(({ column }) => column));
  const cell = last.find((each) => each.column !== first && goesOnIn(each, line));
  if (!cell) return undefined;
  const grown = { ...cell, lines: [...cell.lines, line] };
  return { ...table, cells: table.cells.map((each) => (each === cell ? grown : each)) };
}

function goesOnIn({ box, lines, right }: PageCell, line: Line): boolean {
  const last = lines.at(-1);
  const within = line.left >= box.left && line.right <= box.right;
  return last !== undefined && within && line.top - last.bottom < line.size && wraps(last, line, right);
}
