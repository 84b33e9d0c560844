import { DamagedFile } from '../damage';

/* The file format of SQLite, as far as documents use it: https://www.sqlite.org/fileformat2.html */

/** The pages of a file, numbered from 1. */
export interface PageFile {
  readonly bytes: Buffer;
  /** Bytes of a page. */
  readonly size: number;
  /** Bytes of a page that hold content. */
  readonly usable: number;
  readonly count: number;
}

/** A cell of a b-tree. Rows of a table WITHOUT ROWID also lie in the pages between root and leaves. */
export interface TreeCell {
  /** Of a table with rowid. */
  readonly rowid: number | undefined;
  readonly payload: Buffer;
}

export type PageKind = 'tableLeaf' | 'tableInterior' | 'indexLeaf' | 'indexInterior';

const PAGE_SIZE_AT = 16;
const RESERVED_AT = 20;
const FILE_HEADER = 100;

export function pageFile(bytes: Uint8Array): PageFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = buffer.readUInt16BE(PAGE_SIZE_AT);
  const size = written === 1 ? 65_536 : written;
  if (size < 512 || (size & (size - 1)) !== 0) throw new DamagedFile();
  return pagesOfSize(buffer, size, buffer.readUInt8(RESERVED_AT));
}

export function pagesOfSize(bytes: Buffer, size: number, reserved: number): PageFile {
  return { bytes, size, usable: size - reserved, count: Math.floor(bytes.length / size) };
}

/** Undefined where the page is none of a b-tree. */
export function kindOf(file: PageFile, page: number): PageKind | undefined {
  return KINDS[file.bytes[headerAt(file, page)] ?? 0];
}

const KINDS: Readonly<Record<number, PageKind>> = {
  0x02: 'indexInterior',
  0x05: 'tableInterior',
  0x0a: 'indexLeaf',
  0x0d: 'tableLeaf',
};

/** Offsets in the file of the cells of a page, in their order. Throws `DamagedFile` where the page cannot hold as many. */
export function cellOffsets(file: PageFile, page: number, kind: PageKind): readonly number[] {
  const header = headerAt(file, page);
  const start = (page - 1) * file.size;
  const array = header + headerSize(kind);
  const count = file.bytes.readUInt16BE(header + 3);
  if (array + 2 * count > start + file.usable) throw new DamagedFile();
  return Array.from({ length: count }, (_, at) => start + file.bytes.readUInt16BE(array + 2 * at));
}

/** The pages below a page between root and leaves, in their order. */
export function childrenOf(file: PageFile, page: number, kind: PageKind): readonly number[] {
  const left = cellOffsets(file, page, kind).map((offset) => file.bytes.readUInt32BE(offset));
  return [...left, file.bytes.readUInt32BE(headerAt(file, page) + 8)];
}

/** The cell at an offset; throws where it does not lie within the file. */
export function cellAt(file: PageFile, kind: Exclude<PageKind, 'tableInterior'>, offset: number): TreeCell {
  const size = readVarint(file.bytes, kind === 'indexInterior' ? offset + 4 : offset);
  if (size.value > file.bytes.length) throw new DamagedFile();
  if (kind !== 'tableLeaf')
    return { rowid: undefined, payload: payloadAt(file, size.end, size.value, false) };
  const rowid = readVarint(file.bytes, size.end);
  return { rowid: rowid.value, payload: payloadAt(file, rowid.end, size.value, true) };
}

/** A number of one to nine bytes with seven bits each. Throws where it is larger than documents have them. */
export function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let end = at; end < at + 8;) {
    const byte = bytes.readUInt8(end++);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end };
  }
  throw new DamagedFile();
}

/** The content of a cell: all of it in its page, or the rest in a chain of other pages. */
function payloadAt(file: PageFile, at: number, size: number, inTable: boolean): Buffer {
  const local = localSize(file.usable, size, inTable);
  if (at + local > file.bytes.length) throw new DamagedFile();
  const first = file.bytes.subarray(at, at + local);
  return local === size ? first : withOverflow(file, first, size, file.bytes.readUInt32BE(at + local));
}

function localSize(usable: number, size: number, inTable: boolean): number {
  const most = inTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const rest = least + ((size - least) % (usable - 4));
  return rest <= most ? rest : least;
}

/** The chain is followed before room is made: a damaged size may be that of the whole file. */
function withOverflow(file: PageFile, first: Buffer, size: number, page: number): Buffer {
  const parts = [first];
  for (let [next, left] = [page, size - first.length]; left > 0;) {
    const start = (next - 1) * file.size;
    if (next < 1 || next > file.count) throw new DamagedFile();
    const part = file.bytes.subarray(start + 4, start + Math.min(file.usable, 4 + left));
    parts.push(part);
    left -= part.length;
    next = file.bytes.readUInt32BE(start);
  }
  return Buffer.concat(parts, size);
}

/** The first page begins with the header of the file. */
function headerAt(file: PageFile, page: number): number {
  if (page < 1 || page > file.count) throw new DamagedFile();
  return page === 1 ? FILE_HEADER : (page - 1) * file.size;
}

function headerSize(kind: PageKind): number {
  return kind === 'tableInterior' || kind === 'indexInterior' ? 12 : 8;
}
