type Utf32 = 'UTF-32LE' | 'UTF-32BE';

/** Characters are put together in pieces of so many: a call takes no endless list of arguments. */
const PIECE = 4096;

/** Four bytes a character; what is no character of Unicode, and the rest of a cut one, becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, kind: Utf32): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 3 < bytes.length; at += 4 * PIECE) {
    const codes: number[] = [];
    for (let from = at; from + 3 < bytes.length && codes.length < PIECE; from += 4)
      codes.push(characterOf(view.getUint32(from, kind === 'UTF-32LE')));
    parts.push(String.fromCodePoint(...codes));
  }
  return parts.join('') + (bytes.length % 4 === 0 ? '' : '\ufffd');
}

function characterOf(code: number): number {
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code;
}
