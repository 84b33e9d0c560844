/** A view of the bytes for numbers of more than one byte. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether the bytes at the offset are these. */
export function hasBytesAt(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}

/** The codes of a text of ASCII characters. */
export function asciiCodes(text: string): readonly number[] {
  return Array.from(text, (char) => char.charCodeAt(0));
}

/** The text of `length` single-byte characters at the offset. */
export function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** One array of all parts, in their order. */
export function joinBytes(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A number as two bytes, the higher one first. */
export function uint16(value: number): readonly number[] {
  return [(value >> 8) & 255, value & 255];
}

/** A number as four bytes, the highest one first. */
export function uint32(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
