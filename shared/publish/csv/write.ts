import Encoding from 'encoding-japanese';
import { strToU8 } from 'fflate';
import type { CsvEncoding } from '../formats';

export interface Csv {
  readonly bytes: Uint8Array;
  /** Characters that CP932 does not have, each once, in order; they are written as `?` in the file. */
  readonly unwritable: readonly string[];
  /** Cells that a spreadsheet would take for a formula; an apostrophe is before their text. */
  readonly guarded: number;
}

/** Rows as CSV (RFC 4180): every cell in quotes, lines end with CR LF, line breaks in a cell are LF. */
export function writeCsv(rows: readonly (readonly string[])[], encoding: CsvEncoding = 'utf8'): Csv {
  const guarded = rows.flat().filter(isFormula).length;
  const text = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  if (encoding === 'utf8') return { bytes: strToU8(`\ufeff${text}`), unwritable: [], guarded };
  return { ...cp932(text), guarded };
}

function cell(text: string): string {
  return `"${(isFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** Begins as a formula does; a sign alone, a number, or a number before words (`+81 略`) is none. */
function isFormula(text: string): boolean {
  return /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !HARMLESS.test(text));
}

/** `-2+3+cmd|…` begins with a number, too: no operator and no call may follow it. */
const HARMLESS = /^[+-][\d.,\s]*$|^[+-][\d.,]+\s+[^!-~]*$/;

function cp932(text: string): Omit<Csv, 'guarded'> {
  const unwritable = new Set<string>();
  const known = new Map<string, readonly number[]>();
  const bytes: number[] = [];
  for (const char of text) {
    const code = known.get(char) ?? encode(char);
    known.set(char, code);
    if (code.length === 0) unwritable.add(char);
    bytes.push(...(code.length === 0 ? QUESTION : code));
  }
  return { bytes: Uint8Array.from(bytes), unwritable: [...unwritable] };
}

const QUESTION = [0x3f];

/** Bytes of one character; none where CP932 does not have it, which shows when it is decoded again. */
function encode(char: string): readonly number[] {
  const bytes = Encoding.convert(Encoding.stringToCode(char), { to: 'SJIS', from: 'UNICODE' });
  const back = Encoding.codeToString(Encoding.convert(bytes, { to: 'UNICODE', from: 'SJIS' }));
  return back === char ? bytes : [];
}
