import { appendAll } from '../../lists';
/** A number that ends a chain or marks a free sector: everything from here on is no sector. */
const FIRST_MARK = 0xfffffffa;
/** Sector numbers of the allocation table that the header itself holds. */
const IN_HEADER = 109;
const HEADER = 512;

/** Sectors of one size and the table that chains them. */
export interface Chains {
  readonly size: number;
  /** What of the sector lies within the file: of the last one perhaps a part, of one beyond it nothing. */
  readonly bytes: (sector: number) => Uint8Array;
  /** The sectors of a stream in order; ends at the mark, at a bad link, before a circle closes. */
  readonly chain: (first: number) => Iterable<number>;
}

/** Those of a compound file. */
export interface Sectors extends Chains {
  /** All sectors as they lie in the file, without those of the table. */
  readonly all: () => readonly number[];
}

/** Sectors of 512 bytes, 4096 in files of version 4. `bytes`: the whole file, at least its header. */
export function readSectors(bytes: Uint8Array): Sectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << sectorShift(view.getUint16(30, true));
  const count = Math.max(0, Math.ceil(bytes.length / size) - 1);
  const sector = (index: number) => {
    const at = Math.min((index + 1) * size, bytes.length);
    return bytes.subarray(at, at + size);
  };
  const table = tableSectors(view, sector, count);
  const next = (index: number) => {
    const part = table[Math.floor(index / (size / 4))];
    return part === undefined ? FIRST_MARK : numberAt(sector(part), index % (size / 4));
  };
  const tables = new Set(table);
  return {
    size,
    bytes: sector,
    chain: (first) => chain(first, next, count),
    all: () => Array.from({ length: count }, (_, index) => index).filter((index) => !tables.has(index)),
  };
}

/** A header that names another size is damaged: then the usual one. */
function sectorShift(shift: number): number {
  return shift >= 7 && shift <= 16 ? shift : 9;
}

/** Where the allocation table stands: the header lists its first sectors, a chain of sectors the others. */
function tableSectors(
  view: DataView,
  sector: (index: number) => Uint8Array,
  count: number,
): readonly number[] {
  const listed = Array.from({ length: IN_HEADER }, (_, at) =>
    view.getUint32(HEADER - 4 * (IN_HEADER - at), true),
  );
  // More than one for each sector there is would be a circle.
  for (let index = view.getUint32(68, true); index < count && listed.length < count;) {
    const numbers = allNumbers(sector(index));
    index = numbers.pop() ?? FIRST_MARK;
    appendAll(listed, numbers);
  }
  return listed;
}

/** Links from `first` on, each place once, all below `count`. */
export function* chain(first: number, next: (index: number) => number, count: number): Iterable<number> {
  const seen = new Uint8Array(count);
  for (let index = first; index < count && seen[index] === 0; index = next(index)) {
    seen[index] = 1;
    yield index;
  }
}

/** The `at`-th of the numbers of 32 bits in `part`; a mark where it ends before. */
export function numberAt(part: Uint8Array, at: number): number {
  const from = at * 4;
  if (from + 4 > part.length) return FIRST_MARK;
  return new DataView(part.buffer, part.byteOffset + from, 4).getUint32(0, true);
}

function allNumbers(part: Uint8Array): number[] {
  return Array.from({ length: Math.floor(part.length / 4) }, (_, at) => numberAt(part, at));
}
