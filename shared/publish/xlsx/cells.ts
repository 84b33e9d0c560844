import { REPLACEMENT } from '../xml';

/** The most characters that one cell holds. */
export const CELL_LIMIT = 32_767;

/** `A`, `B`, … `AA` for a column from 0. */
export function columnName(column: number): string {
  const above = Math.floor(column / 26);
  return (above > 0 ? columnName(above - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `C7` for row and column from 0. */
export function address(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

export function range(area: Area): string {
  const last = address(area.row + area.height - 1, area.column + area.width - 1);
  return `${address(area.row, area.column)}:${last}`;
}

/** Rows and columns from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** Characters that Excel writes as `_xHHHH_`: control characters that XML cannot hold. */
const CONTROL = /(?![\t\n])\p{Cc}(?<![\u007f-\u009f])|[\ufffe\uffff]/gu;
/** Half of a surrogate pair: no file can hold it. */
const HALF = /\p{Cs}/gu;
/** A text that looks like such an escape is escaped itself. */
const LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as a cell holds it; nothing is lost but halves of surrogate pairs. */
export function cellText(text: string): string {
  return text.replace(LOOKALIKE, '_x005F_').replace(CONTROL, escapeControl).replace(HALF, REPLACEMENT);
}

function escapeControl(char: string): string {
  return `_x${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Pieces of a text that fit into a cell each, cut at line breaks where there are any, never inside a pair. */
export function cellPieces(text: string): readonly string[] {
  if (text.length <= CELL_LIMIT) return [text];
  const line = text.lastIndexOf('\n', CELL_LIMIT - 1);
  const at = line > 0 ? line + 1 : wholeCharacter(text, CELL_LIMIT);
  return [text.slice(0, at), ...cellPieces(text.slice(at))];
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
