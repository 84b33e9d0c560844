const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = Uint8Array.from(ALPHABET, (char) => char.charCodeAt(0));
const PADDING = '='.charCodeAt(0);

/** Base64 of bytes (RFC 4648). */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  for (let at = 0, out = 0; at < bytes.length; at += 3, out += 4) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    codes[out] = digit(bits >> 18);
    codes[out + 1] = digit(bits >> 12);
    codes[out + 2] = at + 1 < bytes.length ? digit(bits >> 6) : PADDING;
    codes[out + 3] = at + 2 < bytes.length ? digit(bits) : PADDING;
  }
  return new TextDecoder().decode(codes);
}

function digit(bits: number): number {
  return DIGITS[bits & 63] ?? 0;
}

/** The bytes of a Base64 text; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const length = (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array(length);
  for (let at = 0, out = 0; at < text.length; at += 4, out += 3) {
    const bits = [0, 1, 2, 3].reduce(
      (sum, n) => (sum << 6) | Math.max(0, ALPHABET.indexOf(text.charAt(at + n))),
      0,
    );
    bytes.set([(bits >> 16) & 255, (bits >> 8) & 255, bits & 255].slice(0, length - out), out);
  }
  return bytes;
}
