/** A stream or storage as the directory lists it. */
export interface Entry {
  readonly name: string;
  readonly kind: 'storage' | 'stream' | 'root';
  /** Entries of the same storage that sort before and after this one, and one of those that it holds. */
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  /** Bytes. */
  readonly size: number;
}

const LENGTH = 128;
/** Storages within storages; real ones stay below ten. */
const MOST_DEPTH = 32;
const KINDS: Readonly<Record<number, Entry['kind']>> = { 1: 'storage', 2: 'stream', 5: 'root' };

/** Entries by their number; free and senseless ones are undefined. */
export function readEntries(bytes: Uint8Array): readonly (Entry | undefined)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / LENGTH) }, (_, at) => entryAt(view, at * LENGTH));
}

function entryAt(view: DataView, at: number): Entry | undefined {
  const kind = KINDS[view.getUint8(at + 66)];
  return (
    kind && {
      name: nameAt(view, at),
      kind,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      // Only the low half: older programs leave rubbish in the high one, and no file here has 4 GB.
      size: view.getUint32(at + 120, true),
    }
  );
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(view.getUint16(at + 64, true), 64);
  let name = '';
  for (let unit = 0; unit + 2 < length; unit += 2)
    name += String.fromCharCode(view.getUint16(at + unit, true));
  return name;
}

/**
 * Streams by their path: `Workbook`, `ObjectPool/_1/Workbook`. The tree is walked once, each entry met once; streams
 * that a broken tree does not reach follow by their bare names, unless a stream that it reaches has that path.
 */
export function streamsOf(entries: readonly (Entry | undefined)[]): ReadonlyMap<string, Entry> {
  const streams = new Map<string, Entry>();
  const seen = new Set<Entry>();
  const root = entries.find((entry) => entry?.kind === 'root');
  const open = root ? [{ at: root.child, path: '', depth: 0 }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { at, path, depth } = next;
    const entry = entries[at];
    if (!entry || seen.has(entry)) continue;
    seen.add(entry);
    if (entry.kind === 'stream') addOnce(streams, path + entry.name, entry);
    else if (depth < MOST_DEPTH)
      open.push({ at: entry.child, path: `${path}${entry.name}/`, depth: depth + 1 });
    open.push({ at: entry.right, path, depth }, { at: entry.left, path, depth });
  }
  for (const entry of entries)
    if (entry?.kind === 'stream' && !seen.has(entry)) addOnce(streams, entry.name, entry);
  return streams;
}

function addOnce(streams: Map<string, Entry>, path: string, entry: Entry): void {
  if (!streams.has(path)) streams.set(path, entry);
}
