/** Numbers of binary files, the low byte first. Bytes behind the end are zero: what is cut off reads as nothing. */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

export function i32(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) | 0;
}

const scratch = new DataView(new ArrayBuffer(8));

export function f64(bytes: Uint8Array, at: number): number {
  return f64Of(u32(bytes, at), u32(bytes, at + 4));
}

/** The number whose halves these are. */
export function f64Of(low: number, high: number): number {
  scratch.setUint32(0, low, true);
  scratch.setUint32(4, high, true);
  return scratch.getFloat64(0, true);
}

/** Characters of one byte that are the first 256 of Unicode. */
export function latin1(bytes: Uint8Array): string {
  return ofCodes(bytes, bytes.length);
}

/** UTF-16, the low byte first, halves of pairs as they are; an odd last byte is left out. */
export function utf16le(bytes: Uint8Array): string {
  const count = bytes.length >> 1;
  const codes = new Uint16Array(count);
  for (let unit = 0; unit < count; unit++) codes[unit] = u16(bytes, unit * 2);
  return ofCodes(codes, count);
}

/** As many as a call takes without filling the stack. */
const CHUNK = 4096;

function ofCodes(codes: Uint8Array | Uint16Array, count: number): string {
  if (count <= CHUNK) return String.fromCharCode(...codes);
  let text = '';
  for (let at = 0; at < count; at += CHUNK) text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
