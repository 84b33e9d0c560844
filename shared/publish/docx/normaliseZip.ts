/** Offsets in the records of a ZIP file (APPNOTE 4.3), all numbers little-endian. */
const LOCAL = { size: 30, time: 10, name: 26, extra: 28 } as const;
const CENTRAL = { size: 46, time: 12, packed: 20, name: 28, extra: 30, comment: 32, offset: 42 } as const;
const END = { size: 22, entries: 10, directory: 16 } as const;
/** Midnight of 1 January 1980 as DOS counts: the first day that a ZIP file can name. */
const EPOCH = 0x00210000;

interface Entry {
  readonly name: string;
  readonly local: Uint8Array;
  readonly central: Uint8Array;
}

/**
 * A package as the library packed it (no data descriptors, no comment), with the file named `first` at the
 * beginning and without the time of packing. Compressed data is copied as it is.
 */
export function normaliseZip(zip: Uint8Array, first: string): Uint8Array {
  const entries = entriesOf(zip);
  const ordered = [
    ...entries.filter(({ name }) => name === first),
    ...entries.filter(({ name }) => name !== first),
  ];
  const packed = new Uint8Array(zip.length);
  let at = 0;
  const append = (bytes: Uint8Array) => {
    packed.set(bytes, at);
    at += bytes.length;
  };
  for (const { local, central } of ordered) {
    viewOf(central).setUint32(CENTRAL.offset, at, true);
    append(local);
  }
  const directory = at;
  for (const { central } of ordered) append(central);
  append(zip.subarray(zip.length - END.size));
  viewOf(packed).setUint32(packed.length - END.size + END.directory, directory, true);
  return packed;
}

function entriesOf(zip: Uint8Array): readonly Entry[] {
  const view = viewOf(zip);
  const end = zip.length - END.size;
  const entries: Entry[] = [];
  let at = view.getUint32(end + END.directory, true);
  for (let remaining = view.getUint16(end + END.entries, true); remaining > 0; remaining -= 1) {
    const entry = entryAt(zip, view, at);
    entries.push(entry);
    at += entry.central.length;
  }
  return entries;
}

function entryAt(zip: Uint8Array, view: DataView, at: number): Entry {
  const short = (offset: number) => view.getUint16(offset, true);
  const name = short(at + CENTRAL.name);
  const central = zip.slice(
    at,
    at + CENTRAL.size + name + short(at + CENTRAL.extra) + short(at + CENTRAL.comment),
  );
  const start = view.getUint32(at + CENTRAL.offset, true);
  const head = LOCAL.size + short(start + LOCAL.name) + short(start + LOCAL.extra);
  const local = zip.slice(start, start + head + view.getUint32(at + CENTRAL.packed, true));
  viewOf(central).setUint32(CENTRAL.time, EPOCH, true);
  viewOf(local).setUint32(LOCAL.time, EPOCH, true);
  return {
    name: new TextDecoder().decode(central.subarray(CENTRAL.size, CENTRAL.size + name)),
    local,
    central,
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
