import { CELL_PADDING, ems, SIZE } from './measure';
import type { Twips } from './types';

/** Ems that a column has room for before any other gets more than it needs, and the most that one asks for. */
const NEED = 7;
const WISH = 40;
const NARROWEST = 2;
const EM = SIZE.body * 10;

/**
 * Widths of columns by what they hold: each has room for its longest text up to seven characters; what is left goes
 * to those whose texts are long. In a row with fewer cells the last one reaches over the columns that it lacks; its
 * text asks for room in the last of them.
 */
export function sharesOf(
  grid: readonly (readonly string[])[],
  count: number,
  total: Twips,
): readonly Twips[] {
  const texts = Array.from({ length: count }, (_, column) => textsIn(grid, column, count));
  const needs = texts.map((column) => Math.min(NEED, Math.max(NARROWEST, ...column)) * EM + 2 * CELL_PADDING);
  const wishes = texts.map((column) => Math.min(WISH, mean(column)) * EM + 2 * CELL_PADDING);
  const rest = total - sum(needs);
  if (rest <= 0) return whole(needs, total);
  const more = wishes.map((wish, at) => Math.max(0, wish - (needs[at] ?? 0)));
  const wanted = sum(more);
  return whole(
    needs.map((need, at) => need + rest * (wanted > 0 ? (more[at] ?? 0) / wanted : need / sum(needs))),
    total,
  );
}

/** Lengths of the longest lines of the cells of one column, in ems. */
function textsIn(grid: readonly (readonly string[])[], column: number, count: number): readonly number[] {
  return grid.flatMap((cells) => {
    const reaches = cells.length < count && column >= cells.length - 1;
    const text = reaches ? (column === count - 1 ? cells.at(-1) : undefined) : cells[column];
    return text === undefined ? [] : [Math.max(...text.split('\n').map(ems))];
  });
}

/** Whole twips in the same proportions that make up the total. */
function whole(widths: readonly number[], total: Twips): readonly Twips[] {
  const scaled = widths.map((width) => Math.floor((width * total) / sum(widths)));
  return scaled.map((width, at) => (at === scaled.length - 1 ? width + total - sum(scaled) : width));
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / Math.max(1, numbers.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
