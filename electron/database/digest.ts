import { hash } from 'node:crypto';
import { cellOf, isTextType, visitColumns, type RawCell } from './pages/record';
import type { TreeCell } from './pages/pageFile';
import type { Row, Table, TableName } from './tables';

/** Hexadecimal digits of a digest: 128 bits. */
export const DIGEST_DIGITS = 32;

const SEPARATOR = '\u001f';
const NULL = '\u0000';

/**
 * The digest of one row: the first 128 bits of the SHA-256 of the name of its table and its cells, as UTF-8 with U+001F between
 * them; a number in decimal digits, NULL as U+0000. It is written to the row, so that each can be verified by itself.
 */
export function rowDigest(table: TableName, row: Row): string {
  let text: string = table;
  for (const cell of row) text += SEPARATOR + (cell === null ? NULL : String(cell));
  return hash('sha256', text, 'hex').slice(0, DIGEST_DIGITS);
}

/** The same digest of cells as they are in the file. */
export function rawDigest(table: TableName, cells: readonly RawCell[]): string {
  let end = appendAscii(0, table);
  for (const cell of cells) end = appendCell(appendAscii(end, SEPARATOR), cell);
  return hash('sha256', scratch.subarray(0, end), 'hex').slice(0, DIGEST_DIGITS);
}

/**
 * The digest of a row of a table with rowid and no bytes, where it fits the one that the row carries in its last column; undefined
 * where it does not. The same as `rawDigest` of its cells, without making them.
 */
export function fittingDigest({ name, columns }: Table, { rowid, payload }: TreeCell): string | undefined {
  let [column, end, written] = [0, appendAscii(0, name), -1];
  visitColumns(payload, (type, at, size) => {
    if (column === columns.length && isTextType(type) && size === DIGEST_DIGITS) written = at;
    if (column < columns.length) {
      const start = appendAscii(end, SEPARATOR);
      end =
        column === 0 && rowid !== undefined
          ? appendCell(start, rowid)
          : appendColumn(start, payload, type, at, size);
    }
    column += 1;
  });
  if (column !== columns.length + 1 || written < 0) return undefined;
  const digest = hash('sha256', scratch.subarray(0, end), 'hex');
  return isWrittenAt(payload, written, digest) ? digest.slice(0, DIGEST_DIGITS) : undefined;
}

function isWrittenAt(payload: Buffer, at: number, digest: string): boolean {
  for (let digit = 0; digit < DIGEST_DIGITS; digit++)
    if (payload[at + digit] !== digest.charCodeAt(digit)) return false;
  return true;
}

function appendColumn(end: number, payload: Buffer, type: number, at: number, size: number): number {
  if (type < 12) return appendCell(end, cellOf(payload, at, type, size));
  ensureRoom(end + size);
  return end + payload.copy(scratch, end, at, at + size);
}

/** Where the text of a row is put together. */
let scratch = Buffer.allocUnsafe(65_536);

/** Faster than the encoder of the runtime where the text is short. */
function appendAscii(at: number, text: string): number {
  for (let from = 0; from < text.length; from++) scratch[at + from] = text.charCodeAt(from);
  return at + text.length;
}

function appendCell(at: number, cell: RawCell): number {
  const isText = cell !== null && typeof cell !== 'number';
  ensureRoom(at + (isText ? cell.bytes.length : 0));
  if (isText) return at + cell.bytes.copy(scratch, at);
  return appendAscii(at, cell === null ? NULL : String(cell));
}

/** For a cell and the short text behind it. */
function ensureRoom(size: number): void {
  if (size + 64 <= scratch.length) return;
  const larger = Buffer.allocUnsafe(2 * size + 64);
  scratch.copy(larger);
  scratch = larger;
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/**
 * What a column of plain text can hold and give back unchanged. The interface of SQLite ends a text at NUL, drops a byte order
 * mark in front of it and cannot write half a surrogate pair; a digest over such a text would never fit again.
 */
export function plainText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these characters are the subject
  return text.replace(/[\u0000\u001f\ufeff\p{Cs}]/gu, '\ufffd');
}

/**
 * The digest of a table: how many rows it has, and the sum of their digests, each taken as four numbers of 32 bits that are
 * added separately, modulo 2^32. A row that is missing, added or altered changes it; changing one row costs the same however
 * many there are. The order of rows is part of their cells (positions, numbers).
 */
export class TableDigest {
  #rows = 0;
  readonly #words = new Uint32Array(4);

  add(digest: string): void {
    this.#rows++;
    this.combine(digest, 1);
  }

  remove(digest: string): void {
    this.#rows--;
    this.combine(digest, -1);
  }

  get rows(): number {
    return this.#rows;
  }

  get sum(): string {
    return [...this.#words].map((word) => word.toString(16).padStart(8, '0')).join('');
  }

  copy(): TableDigest {
    const copy = new TableDigest();
    copy.#rows = this.#rows;
    copy.#words.set(this.#words);
    return copy;
  }

  private combine(digest: string, sign: 1 | -1): void {
    for (let word = 0; word < 4; word++)
      this.#words[word] = (this.#words[word] ?? 0) + sign * wordOf(digest, word * 8);
  }
}

/** Eight hexadecimal digits as a number, without making a text of them first. */
function wordOf(digest: string, start: number): number {
  let word = 0;
  for (let at = start; at < start + 8; at++) {
    const code = digest.charCodeAt(at);
    word = word * 16 + (code <= NINE ? code - ZERO : code - SMALL_A + 10);
  }
  return word;
}

const ZERO = 0x30;
const NINE = 0x39;
const SMALL_A = 0x61;
