import { strFromU8 } from 'fflate';

/** One file of an archive; `start` is where its packed bytes begin. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly start: number;
  readonly encrypted: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Most files an archive may list; office files hold some hundreds. */
const MOST_ENTRIES = 20_000;

/** The entries of the central directory (APPNOTE 4.3.12); undefined where it is missing or broken. */
export function centralEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES); left > 0; left--) {
    const read = centralEntry(bytes, view, at);
    if (!read) return undefined;
    entries.push(read.entry);
    at = read.next;
  }
  return entries;
}

/** What the local headers tell (APPNOTE 4.3.7), for archives whose end is lost. */
export function scannedEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const starts = signatures(view, LOCAL).slice(0, MOST_ENTRIES);
  return starts.flatMap((at, index) => localEntry(bytes, view, at, starts[index + 1] ?? bytes.length) ?? []);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The end record stands in the last 64 KB, before a comment. */
function endRecord(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

function centralEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const start = dataStart(view, view.getUint32(at + 42, true));
  if (start === undefined) return undefined;
  const entry = {
    name: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    start,
  };
  return { entry, next };
}

/** Behind the local header: its name and extra field have lengths of their own. */
function dataStart(view: DataView, local: number): number | undefined {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return undefined;
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** Sizes may stand behind the data (flag bit 3): then the data end where the next header begins. */
function localEntry(bytes: Uint8Array, view: DataView, at: number, nextHeader: number): ZipEntry | undefined {
  const start = dataStart(view, at);
  if (start === undefined || start > nextHeader) return undefined;
  const size = view.getUint32(at + 18, true);
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  return {
    name: strFromU8(bytes.subarray(at + 30, nameEnd)),
    method: view.getUint16(at + 8, true),
    packedSize: size > 0 ? Math.min(size, nextHeader - start) : nextHeader - start,
    encrypted: (view.getUint16(at + 6, true) & 1) === 1,
    start,
  };
}

function signatures(view: DataView, signature: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= view.byteLength; at++) {
    if (view.getUint8(at) === 0x50 && view.getUint32(at, true) === signature) found.push(at);
  }
  return found;
}
