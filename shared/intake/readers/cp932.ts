import Encoding from 'encoding-japanese';

/** Whether every byte is in its place, as in text of Windows (code page 932). */
export function isCp932(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/**
 * Text of code page 932. Characters that an office has drawn itself (外字, F040–F9FC) become U+E000–E757 as on
 * Windows; what is no character becomes U+FFFD, one for each. Never a `?` that did not stand there.
 */
export function decodeCp932(bytes: Uint8Array): string {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at);
    const own = length === 2 ? ownCharacter(bytes[at] ?? 0, bytes[at + 1] ?? 0) : undefined;
    if (length > 0 && own === undefined) {
      at += length;
      continue;
    }
    parts.push(converted(bytes.subarray(start, at)), own ?? '\ufffd');
    at += Math.max(1, length);
    start = at;
  }
  return [...parts, converted(bytes.subarray(start))].join('');
}

/** Bytes of the character at `at`; 0 where there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) return 1;
  if (!((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc))) return 0;
  const trail = bytes[at + 1] ?? 0;
  return trail >= 0x40 && trail <= 0xfc && trail !== 0x7f ? 2 : 0;
}

/** The user-defined area: 188 places a row. */
function ownCharacter(lead: number, trail: number): string | undefined {
  if (lead < 0xf0 || lead > 0xf9) return undefined;
  return String.fromCharCode(0xe000 + (lead - 0xf0) * 188 + trail - (trail < 0x7f ? 0x40 : 0x41));
}

/** The library writes `?` for places of the code page that are empty: then each character is asked by itself. */
function converted(bytes: Uint8Array): string {
  if (bytes.length === 0) return '';
  const text = convert(bytes);
  return marks(text) === bytes.filter((byte) => byte === MARK).length ? text : oneByOne(bytes);
}

function oneByOne(bytes: Uint8Array): string {
  const characters: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = Math.max(1, lengthAt(bytes, at));
    const character = convert(bytes.subarray(at, at + length));
    characters.push(character === '?' && bytes[at] !== MARK ? '\ufffd' : character);
    at += length;
  }
  return characters.join('');
}

const MARK = 0x3f;

function marks(text: string): number {
  return text.split('?').length - 1;
}

function convert(bytes: Uint8Array): string {
  return Encoding.convert(bytes, { from: 'SJIS', to: 'UNICODE', type: 'string' });
}
