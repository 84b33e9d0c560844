import { CELL_PADDING, ems, SIZE } from './measure';
import type { Twips } from './types';

/** Ems that a column has room for before any other gets more than it needs, and the most that one asks for. */
const MAX_GUARANTEED_EMS = 7;
const MAX_REQUESTED_EMS = 40;
const MIN_EMS = 2;
const EM_TWIPS = SIZE.body * 10;

/**
 * Widths of columns by what they hold: each has room for its longest text up to seven characters; what is left goes
 * to those whose texts are long. In a row with fewer cells the last one reaches over the columns that it lacks; its
 * text asks for room in the last of them.
 */
export function columnWidths(
  grid: readonly (readonly string[])[],
  count: number,
  total: Twips,
): readonly Twips[] {
  const texts = Array.from({ length: count }, (_, column) => lineLengths(grid, column, count));
  const guaranteed = texts.map(
    (column) => Math.min(MAX_GUARANTEED_EMS, Math.max(MIN_EMS, ...column)) * EM_TWIPS + 2 * CELL_PADDING,
  );
  const requested = texts.map(
    (column) => Math.min(MAX_REQUESTED_EMS, mean(column)) * EM_TWIPS + 2 * CELL_PADDING,
  );
  const rest = total - sum(guaranteed);
  if (rest <= 0) return inWholeTwips(guaranteed, total);
  const extra = requested.map((request, at) => Math.max(0, request - (guaranteed[at] ?? 0)));
  const totalExtra = sum(extra);
  return inWholeTwips(
    guaranteed.map(
      (width, at) =>
        width + rest * (totalExtra > 0 ? (extra[at] ?? 0) / totalExtra : width / sum(guaranteed)),
    ),
    total,
  );
}

/** Lengths of the longest lines of the cells of one column, in ems. */
function lineLengths(grid: readonly (readonly string[])[], column: number, count: number): readonly number[] {
  return grid.flatMap((cells) => {
    const isSpanned = cells.length < count && column >= cells.length - 1;
    const text = isSpanned ? (column === count - 1 ? cells.at(-1) : undefined) : cells[column];
    return text === undefined ? [] : [Math.max(...text.split('\n').map(ems))];
  });
}

/** Whole twips in the same proportions that make up the total. */
function inWholeTwips(widths: readonly number[], total: Twips): readonly Twips[] {
  const scaled = widths.map((width) => Math.floor((width * total) / sum(widths)));
  return scaled.map((width, at) => (at === scaled.length - 1 ? width + total - sum(scaled) : width));
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / Math.max(1, numbers.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
