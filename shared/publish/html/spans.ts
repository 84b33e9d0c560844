import type { Cell, Row } from '../model/types';
import { cell } from '../model/runs';

/** A cell of the page; an `open` one has no line below it, so that it and the cell below look like one. */
export type PageCell = Cell & { readonly open?: true };
export type PageRow = Row & { readonly cells: readonly PageCell[] };

/**
 * Where a row may be broken by the end of a page, a cell that covers it and its neighbours becomes a cell in each row:
 * the engine draws a covering cell as high as its rows would be without the break, which is too short.
 */
export function partedSpans(rows: readonly Row[]): readonly PageRow[] {
  return rows.map((row, at) => {
    const start = startOfGroup(rows, at);
    const group = start < 0 ? [] : rows.slice(start, start + spanOf(rows[start]));
    if (!group.some(({ breakable }) => breakable)) return row;
    const ends = at === start + group.length - 1;
    return at === start ? withoutSpan(row) : withCovered(row, ends);
  });
}

/** The row whose cell covers this one; -1 where none does. */
function startOfGroup(rows: readonly Row[], at: number): number {
  const start = rows.findLastIndex((row, index) => index <= at && spanOf(row) > 1);
  return start >= 0 && at < start + spanOf(rows[start]) ? start : -1;
}

function spanOf(row: Row | undefined): number {
  return Math.max(1, ...(row?.cells ?? []).map(({ rowSpan = 1 }) => rowSpan));
}

function withoutSpan(row: Row): PageRow {
  return {
    ...row,
    cells: row.cells.map(({ rowSpan, ...one }) => (rowSpan === undefined ? one : { ...one, open: true })),
  };
}

function withCovered(row: Row, ends: boolean): PageRow {
  const covered: PageCell = { ...cell('label', row.covered ?? 1, []), ...(ends ? {} : { open: true }) };
  return { ...row, cells: [covered, ...row.cells] };
}
