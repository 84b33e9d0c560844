import { hash } from 'node:crypto';
import type { FileMark, Stamp } from './contract';
import { HEADER_BYTES } from './header';

/** Offsets in the header of SQLite: https://www.sqlite.org/fileformat2.html#the_database_header */
const CHANGE_COUNTER_AT = 24;
const SCHEMA_COOKIE_AT = 40;
const VERSION_VALID_FOR_AT = 92;

/**
 * Writes 64 bits that follow from the stamp into the header, where SQLite counts changes of the content and of the schema. Any
 * numbers will do there, but `export` of sql.js always writes the same. A writing is so identified by its first bytes.
 */
export function marked(bytes: Uint8Array, stamp: Stamp): Uint8Array {
  const random = hash('sha256', stamp.save, 'buffer');
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const counter = random.readUInt32BE(0);
  view.setUint32(CHANGE_COUNTER_AT, counter);
  // The size in the header counts for SQLite only where these two are the same.
  view.setUint32(VERSION_VALID_FOR_AT, counter);
  view.setUint32(SCHEMA_COOKIE_AT, random.readUInt32BE(4));
  return bytes;
}

/** Whether the header is of the same writing as the content that carries this stamp. */
export function isMarkedBy(bytes: Uint8Array, stamp: Stamp): boolean {
  const header = bytes.slice(0, HEADER_BYTES);
  return Buffer.compare(marked(header.slice(), stamp), header) === 0;
}

/** What the header always says, by its offset. Other settings would make the file read-only, or costly to open. */
const CONSTANTS: readonly (readonly [offset: number, hex: string])[] = [
  [16, '1000010100402020'],
  [44, '000000040000000000000000'],
  [56, '00000001'],
  [64, '00000000'],
  [72, '00'.repeat(20)],
];

/** Whether the header has the settings with which our files are written. */
export function hasUsualSettings(bytes: Uint8Array): boolean {
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES)).toString('hex');
  return CONSTANTS.every(([offset, hex]) => header.startsWith(hex, 2 * offset));
}

/** Identifies a writing of a file. */
export function markOf(bytes: Uint8Array): FileMark {
  const head = Buffer.from(bytes.subarray(0, HEADER_BYTES)).toString('hex');
  return { size: bytes.length, head };
}
