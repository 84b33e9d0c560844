/** Tables of a TrueType font (OpenType 1.9, chapter 4), by their tag. Numbers are big-endian. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

const HEADER = 12;
const RECORD = 16;
const TRUETYPE = 0x00010000;

/** Undefined for bytes that are no TrueType font. */
export function readTables(font: Uint8Array): FontTables | undefined {
  if (font.length < HEADER) return undefined;
  const view = viewOf(font);
  if (view.getUint32(0) !== TRUETYPE) return undefined;
  const tables = new Map<string, Uint8Array>();
  for (let at = 0; at < view.getUint16(4); at++) {
    const record = HEADER + at * RECORD;
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    const offset = view.getUint32(record + 8);
    tables.set(tag, font.subarray(offset, offset + view.getUint32(record + 12)));
  }
  return tables;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
