import { FORMAT_VERSION } from './migrations/index';

/** `HYOK`: what makes a SQLite file one of ours. */
export const APPLICATION_ID = 0x48594f4b;

/**
 * Larger files are refused before they are read (bytes). Two hundred pictures of 3 MB are 600 MB; the runtime holds up to 4 GB in
 * one piece, and writing a file needs it twice.
 */
export const MAX_FILE_BYTES = 1_500_000_000;

/** Length of the header of a SQLite file (bytes). */
export const HEADER_BYTES = 100;

/** Why a file cannot be opened as a document. */
export type FormatFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  /** Not SQLite, or SQLite of another program. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer'; readonly version: number }
  /** Of an edition of the form that came after this program. */
  | { readonly kind: 'unknownEdition'; readonly edition: string }
  /** Shorter than its own header says. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'corrupt' };

/**
 * Judges a file by its first 100 bytes and its size; undefined where it looks like ours.
 * Offsets: https://www.sqlite.org/fileformat2.html#the_database_header
 */
export function headerFault(header: Uint8Array, size: number): FormatFault | undefined {
  if (size === 0) return { kind: 'empty' };
  if (size >= MAX_FILE_BYTES) return { kind: 'tooLarge' };
  if (!isSqlite(header)) return { kind: 'foreign' };
  if (header.length < HEADER_BYTES) return { kind: 'truncated' };
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(APPLICATION_ID_AT) !== APPLICATION_ID) return { kind: 'foreign' };
  const version = view.getUint32(USER_VERSION_AT);
  if (version > FORMAT_VERSION) return { kind: 'newer', version };
  return size < pageSize(view) * view.getUint32(PAGE_COUNT_AT) ? { kind: 'truncated' } : undefined;
}

/** `user_version`: the format of a file whose header has no fault. */
export function versionOf(header: Uint8Array): number {
  return new DataView(header.buffer, header.byteOffset).getUint32(USER_VERSION_AT);
}

const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const MAGIC = new TextEncoder().encode('SQLite format 3\0');

/** A file cut off inside the sixteen letters is still told as a cut off one of ours, not as foreign. */
function isSqlite(header: Uint8Array): boolean {
  return MAGIC.slice(0, header.length).every((byte, at) => header[at] === byte);
}

/** 1 stands for 65,536. */
function pageSize(view: DataView): number {
  const size = view.getUint16(PAGE_SIZE_AT);
  return size === 1 ? 65_536 : size;
}
