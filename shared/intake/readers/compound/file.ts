import { joinedBytes } from '../bytes';
import { type Entry, readEntries, streamsOf } from './directory';
import { chain, numberAt, readSectors, type Chains, type Sectors } from './sectors';

/** Compound files (MS-CFB): the container of .doc, .xls, .jtd and of encrypted office files. */
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
/** Sectors of the directory that are followed; real ones have a handful. */
const MOST_DIRECTORY = 4096;
/** Streams shorter than this stand in the small sectors of one common stream. Fixed by the format. */
const SMALL = 4096;
const SMALL_SECTOR = 64;

export interface CompoundFile {
  /** Paths of the streams, the storages that hold them before the name: `Workbook`, `ObjectPool/_1/Workbook`. */
  readonly streams: readonly string[];
  /** Undefined where there is no stream of this path (letters as written). */
  readonly read: (path: string) => CompoundStream | undefined;
  /**
   * Where the directory is lost: the sectors as they lie in the file, from the first that begins with these bytes.
   * Programs write a long stream in one piece, so it is a guess that has to be told to the person.
   */
  readonly piece: (beginning: readonly number[]) => Uint8Array | undefined;
}

export interface CompoundStream {
  readonly bytes: Uint8Array;
  /** False where the file ends, or a link breaks, before all bytes were there: `bytes` are the beginning. */
  readonly whole: boolean;
}

export function isCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/**
 * Opens the container without copying it. Never throws and never reads a byte twice into one stream: a stream has at
 * most the length of the file, whatever its entry says, and chains that close a circle end there.
 */
export function openCompound(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER) return { streams: [], read: () => undefined, piece: () => undefined };
  const sectors = readSectors(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = gather(sectors, view.getUint32(48, true), MOST_DIRECTORY * sectors.size);
  const entries = readEntries(directory);
  const streams = streamsOf(entries);
  const root = entries.find((entry) => entry?.kind === 'root');
  const small = once(() => smallSectors(sectors, view.getUint32(60, true), root, bytes.length));
  return {
    streams: [...streams.keys()],
    read: (path) => {
      const entry = streams.get(path);
      if (!entry) return undefined;
      const size = Math.min(entry.size, bytes.length);
      const found = gather(entry.size < SMALL ? small() : sectors, entry.start, size);
      return { bytes: found, whole: found.length === entry.size };
    },
    piece: (beginning) => pieceFrom(sectors, beginning),
  };
}

function pieceFrom(sectors: Sectors, beginning: readonly number[]): Uint8Array | undefined {
  const all = sectors.all();
  const first = all.findIndex((index) => beginning.every((byte, at) => sectors.bytes(index)[at] === byte));
  return first < 0 ? undefined : joinedBytes(all.slice(first).map((index) => sectors.bytes(index)));
}

/** The small sectors: their bytes in the stream of the root, their links in a table of their own. */
function smallSectors(sectors: Sectors, table: number, root: Entry | undefined, most: number): Chains {
  const bytes = root ? gather(sectors, root.start, Math.min(root.size, most)) : new Uint8Array();
  const links = gather(sectors, table, most);
  const count = Math.ceil(bytes.length / SMALL_SECTOR);
  return {
    size: SMALL_SECTOR,
    bytes: (index) => bytes.subarray(index * SMALL_SECTOR, (index + 1) * SMALL_SECTOR),
    chain: (first) => chain(first, (index) => numberAt(links, index), count),
  };
}

/** The first `size` bytes of a chain, or as many as there are. */
function gather(sectors: Chains, first: number, size: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const sector of sectors.chain(first)) {
    if (length >= size) break;
    const whole = sectors.bytes(sector);
    parts.push(whole.subarray(0, size - length));
    length += Math.min(whole.length, size - length);
    if (whole.length < sectors.size) break;
  }
  return joinedBytes(parts);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
