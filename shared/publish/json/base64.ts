const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of bytes (RFC 4648). */
export function toBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) groups.push(group(bytes[at], bytes[at + 1], bytes[at + 2]));
  return groups.join('');
}

function group(first = 0, second?: number, third?: number): string {
  const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
  const digit = (shift: number) => DIGITS.charAt((bits >> shift) & 63);
  return (
    digit(18) + digit(12) + (second === undefined ? '=' : digit(6)) + (third === undefined ? '=' : digit(0))
  );
}

/** The bytes of a Base64 text; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const length = (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array(length);
  for (let at = 0, out = 0; at < text.length; at += 4, out += 3) {
    const bits = [0, 1, 2, 3].reduce(
      (sum, n) => (sum << 6) | Math.max(0, DIGITS.indexOf(text.charAt(at + n))),
      0,
    );
    bytes.set([(bits >> 16) & 255, (bits >> 8) & 255, bits & 255].slice(0, length - out), out);
  }
  return bytes;
}
