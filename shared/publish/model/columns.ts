import { CELL_PADDING, ems } from './measure';
import type { Twips } from './types';

/** How many parts are in a line, and where those after the first begin. */
export interface Columns {
  readonly count: number;
  readonly stops: readonly Twips[];
}

const ONE: Columns = { count: 1, stops: [] };
/** Room kept between two columns, in ems. */
const GUTTER = 1.2;

/** The most columns (up to `most`) in which texts, laid out row by row, have room at this type size. */
export function columnsFor(
  texts: readonly string[],
  width: Twips,
  size: number,
  maxColumns: number,
): Columns {
  return columnsForAll([texts], width, size, maxColumns);
}

/** Columns that several groups of texts share. */
export function columnsForAll(
  groups: readonly (readonly string[])[],
  width: Twips,
  size: number,
  maxColumns: number,
): Columns {
  const em = size * 10;
  const room = (width - 2 * CELL_PADDING) / em;
  for (let count = maxColumns; count > 1; count--) {
    const wide = maxWidths(groups, count, wideEms);
    if (sum(maxWidths(groups, count, ems)) + GUTTER * (count - 1) > room || sum(wide) > room) continue;
    const stops = stopsOf(wide, room);
    return { count, stops: stops.map((stop) => Math.round(stop * em)) };
  }
  return ONE;
}

/** Half of the room to spare is between the columns; the rest stays behind the last. */
const SPARE_BETWEEN = 0.5;
/** What fonts with wide digits, and programs that set room between scripts, add to a digit and a change of script (ems). */
const WIDE_FONT_EXTRA = { digit: 0.14, change: 0.2 };

/** Width of a text where it takes more room than in Word (LibreOffice with fonts of its own). */
function wideEms(text: string): number {
  const changes = text.match(/[\da-z](?=[^\x20-\x7e])|[^\x20-\x7e](?=[\da-z])/gi)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  return ems(text) + digits * WIDE_FONT_EXTRA.digit + changes * WIDE_FONT_EXTRA.change;
}

/** Equal columns where every text fits into them, else each as wide as it needs. */
function stopsOf(widths: readonly number[], room: number): readonly number[] {
  const equalWidth = room / widths.length;
  if (Math.max(...widths) + GUTTER <= equalWidth)
    return widths.slice(1).map((_, at) => equalWidth * (at + 1));
  const spare = ((room - sum(widths)) * SPARE_BETWEEN) / (widths.length - 1);
  return widths.slice(1).map((_, at) => sum(widths.slice(0, at + 1)) + spare * (at + 1));
}

function maxWidths(
  groups: readonly (readonly string[])[],
  count: number,
  widthIn: (text: string) => number,
): readonly number[] {
  return Array.from({ length: count }, (_, column) =>
    Math.max(0, ...groups.flatMap((texts) => texts.filter((_, at) => at % count === column).map(widthIn))),
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
