import { joinedBytes } from '../../../../../../shared/intake/readers/bytes';

/** Numbers of the format (MS-CFB 2.1). */
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;
const MORE_TABLE = 0xfffffffc;
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SMALL = 4096;

/** A compound file with these streams by path (`Workbook`, `ObjectPool/_1/Data`), laid out as Office does. */
export function compoundOf(
  streams: Readonly<Record<string, Uint8Array>>,
  { shift = 9 }: { readonly shift?: 9 | 12 } = {},
): Uint8Array {
  const size = 1 << shift;
  const writer = new Writer(size);
  const small = new Writer(64);
  const placed = treeOf(streams).map((entry) => ({
    ...entry,
    start: entry.bytes.length === 0 ? END : (entry.bytes.length < SMALL ? small : writer).add(entry.bytes),
  }));
  const [root, ...others] = placed;
  if (!root) throw new Error('no root');
  const smallBytes = small.bytes();
  const smallStart = smallBytes.length ? writer.add(smallBytes) : END;
  const smallTable = small.links.length ? writer.add(numbers(small.links)) : END;
  const entries = [{ ...root, start: smallStart, bytes: smallBytes }, ...others].map(entryBytes);
  const directory = writer.add(joinedBytes(entries));
  return file(writer, shift, directory, smallTable);
}

interface Placed {
  readonly name: string;
  readonly kind: 1 | 2 | 5;
  readonly bytes: Uint8Array;
  readonly right: number;
  readonly child: number;
}

/** Entries of the directory, the root first; siblings hang to the right of each other. */
function treeOf(streams: Readonly<Record<string, Uint8Array>>): readonly Placed[] {
  const entries: { name: string; kind: 1 | 2 | 5; bytes: Uint8Array; right: number; child: number }[] = [
    { name: 'Root Entry', kind: 5, bytes: new Uint8Array(), right: FREE, child: FREE },
  ];
  const storages = new Map([['', 0]]);
  const add = (path: string, kind: 1 | 2, bytes: Uint8Array): number => {
    const cut = path.lastIndexOf('/');
    const parentPath = path.slice(0, Math.max(0, cut));
    const at = storages.get(parentPath) ?? add(parentPath, 1, new Uint8Array());
    const parent = entries[at];
    if (!parent) throw new Error(path);
    const index =
      entries.push({ name: path.slice(cut + 1), kind, bytes, right: parent.child, child: FREE }) - 1;
    parent.child = index;
    if (kind === 1) storages.set(path, index);
    return index;
  };
  for (const [path, bytes] of Object.entries(streams)) add(path, 2, bytes);
  return entries;
}

/** Sectors of one size with their links. */
class Writer {
  readonly links: number[] = [];
  private readonly parts: Uint8Array[] = [];

  constructor(private readonly size: number) {}

  /** The first sector of the stream. */
  add(bytes: Uint8Array, mark?: number): number {
    const first = this.links.length;
    const count = Math.ceil(bytes.length / this.size);
    for (let at = 0; at < count; at++) this.links.push(mark ?? (at + 1 < count ? first + at + 1 : END));
    const padded = new Uint8Array(count * this.size);
    padded.set(bytes);
    this.parts.push(padded);
    return first;
  }

  bytes(): Uint8Array {
    return joinedBytes(this.parts);
  }
}

function file(writer: Writer, shift: number, directory: number, smallTable: number): Uint8Array {
  const size = 1 << shift;
  const { tables, listSectors } = tableCounts(writer.links.length, size);
  const firstTable = writer.links.length;
  const firstList = firstTable + tables;
  for (let at = 0; at < tables; at++) writer.links.push(TABLE);
  for (let at = 0; at < listSectors; at++) writer.links.push(MORE_TABLE);
  const table = new Uint8Array(tables * size).fill(0xff);
  table.set(numbers(writer.links));
  const header = new Uint8Array(size);
  header.set(MAGIC);
  const view = new DataView(header.buffer);
  const set = (at: number, value: number) => view.setUint32(at, value, true);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, shift === 12 ? 4 : 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, shift, true);
  view.setUint16(32, 6, true);
  set(44, tables);
  set(48, directory);
  set(56, SMALL);
  set(60, smallTable);
  set(68, listSectors ? firstList : END);
  set(72, listSectors);
  for (let at = 0; at < 109; at++) set(76 + at * 4, at < tables ? firstTable + at : FREE);
  return joinedBytes([
    header,
    writer.bytes(),
    table,
    listBytes(tables, listSectors, firstTable, firstList, size),
  ]);
}

/** How many sectors the table takes that also lists itself and the sectors that list it. */
function tableCounts(others: number, size: number): { tables: number; listSectors: number } {
  for (let tables = 1; ; tables++) {
    const listSectors = Math.ceil(Math.max(0, tables - 109) / (size / 4 - 1));
    if (tables * (size / 4) >= others + tables + listSectors) return { tables, listSectors };
  }
}

function listBytes(
  tables: number,
  count: number,
  firstTable: number,
  first: number,
  size: number,
): Uint8Array {
  const perSector = size / 4 - 1;
  const listed = Array.from({ length: count }, (_, sector) => [
    ...Array.from({ length: perSector }, (_, at) => {
      const table = 109 + sector * perSector + at;
      return table < tables ? firstTable + table : FREE;
    }),
    sector + 1 < count ? first + sector + 1 : END,
  ]);
  return numbers(listed.flat());
}

function entryBytes({
  name,
  kind,
  bytes,
  right,
  child,
  start,
}: Placed & { readonly start: number }): Uint8Array {
  const entry = new Uint8Array(128);
  const view = new DataView(entry.buffer);
  Array.from(name).forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), true));
  view.setUint16(64, name.length * 2 + 2, true);
  view.setUint8(66, kind);
  view.setUint8(67, 1);
  view.setUint32(68, FREE, true);
  view.setUint32(72, right, true);
  view.setUint32(76, child, true);
  view.setUint32(116, kind === 1 ? 0 : start, true);
  view.setUint32(120, kind === 1 ? 0 : bytes.length, true);
  return entry;
}

function numbers(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => view.setUint32(at * 4, value, true));
  return bytes;
}
