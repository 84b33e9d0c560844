import { CELL_PADDING, ems } from './measure';
import type { Twips } from './types';

/** How many parts stand in a line, and where those after the first begin. */
export interface Columns {
  readonly count: number;
  readonly stops: readonly Twips[];
}

const ONE: Columns = { count: 1, stops: [] };
/** Room kept between two columns, in ems. */
const GUTTER = 1.2;

/** The most columns (up to `most`) in which texts, laid out row by row, have room at this type size. */
export function columnsFor(texts: readonly string[], width: Twips, size: number, most: number): Columns {
  return columnsForAll([texts], width, size, most);
}

/** Columns that several groups of texts share. */
export function columnsForAll(
  groups: readonly (readonly string[])[],
  width: Twips,
  size: number,
  most: number,
): Columns {
  const em = size * 10;
  const room = (width - 2 * CELL_PADDING) / em;
  for (let count = most; count > 1; count--) {
    const widths = widest(groups, count);
    if (sum(widths) + GUTTER * (count - 1) <= room)
      return { count, stops: stopsOf(widths, room).map((stop) => Math.round(stop * em)) };
  }
  return ONE;
}

/** Half of the room to spare stands between the columns; the rest stays behind the last, for fonts with wide digits. */
const BETWEEN = 0.5;

/** Equal columns where every text fits into them, else each as wide as it needs. */
function stopsOf(widths: readonly number[], room: number): readonly number[] {
  const share = room / widths.length;
  if (Math.max(...widths) + GUTTER <= share) return widths.slice(1).map((_, at) => share * (at + 1));
  const spare = ((room - sum(widths)) * BETWEEN) / (widths.length - 1);
  return widths.slice(1).map((_, at) => sum(widths.slice(0, at + 1)) + spare * (at + 1));
}

function widest(groups: readonly (readonly string[])[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, column) =>
    Math.max(0, ...groups.flatMap((texts) => texts.filter((_, at) => at % count === column).map(ems))),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
