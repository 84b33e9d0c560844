import { cell, cellLines } from './runs';
import type { Cell, Row, Twips } from './types';

/**
 * Where a row may be broken by the end of a page, a cell that covers it and its neighbours becomes a cell in each row:
 * the browser's engine draws a covering cell as high as its rows would be without the break, which is too short.
 */
export function splitSpans(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, at) => {
    const start = startOfGroup(rows, at);
    const group = start < 0 ? [] : rows.slice(start, start + spanOf(rows[start]));
    if (!group.some(({ breakable }) => breakable)) return row;
    const isLast = at === start + group.length - 1;
    return at === start ? withoutSpan(row) : withCovered(row, isLast);
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

/** Room for a character of a name that is upright. */
const VERTICAL_CHARACTER_HEIGHT: Twips = 270;

/** The name that is upright now has its own row only: it must be high enough. */
function withoutSpan(row: Row): Row {
  const verticalNames = row.cells.filter(({ vertical }) => vertical).flatMap(cellLines);
  const height = Math.max(
    row.minHeight ?? 0,
    ...verticalNames.map((name) => name.length * VERTICAL_CHARACTER_HEIGHT),
  );
  return {
    ...row,
    ...(height > 0 ? { minHeight: height } : {}),
    cells: row.cells.map(({ rowSpan, ...one }) =>
      rowSpan === undefined ? one : { ...one, openBelow: true },
    ),
  };
}

function withCovered({ covered = 1, ...row }: Row, isLast: boolean): Row {
  const coveredCell: Cell = cell('label', covered, [], {
    openAbove: true,
    ...(isLast ? {} : { openBelow: true }),
  });
  return { ...row, cells: [coveredCell, ...row.cells] };
}
