/** A cell of a sheet; row and column from 0. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export interface Range {
  readonly first: Address;
  readonly last: Address;
}

/** `B12` → row 11, column 1; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return undefined;
  const letters = Array.from((match[1] ?? '').toUpperCase());
  const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

/** `B2:D5`, or a single cell. */
export function parseRange(text: string): Range | undefined {
  const [from = '', to = from] = text.split(':');
  const [first, last] = [parseAddress(from), parseAddress(to)];
  return first && last ? { first, last } : undefined;
}
