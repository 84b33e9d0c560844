import Encoding from 'encoding-japanese';
import { strFromU8 } from 'fflate';

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'CP932' | 'EUC-JP' | 'ISO-2022-JP';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** How many characters could not be decoded (each stands as U+FFFD in `text`). */
  readonly undecoded: number;
}

/** Decodes Japanese text whatever encoding it was saved in; a byte order mark is dropped. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding).replace(/^\ufeff/, '');
  return { text, encoding, undecoded: text.split('\ufffd').length - 1 };
}

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

function encodingOf(bytes: Uint8Array): TextEncoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[0];
  return (
    unmarkedUtf16(bytes) ?? (hasEscapes(bytes) ? 'ISO-2022-JP' : isUtf8(bytes) ? 'UTF-8' : legacyOf(bytes))
  );
}

/** Line feeds stand beside a zero byte in UTF-16, whatever the language. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return undefined;
  const at = sample.findIndex((byte, i) => byte === 0x0a && (sample[i + 1] === 0 || sample[i - 1] === 0));
  if (at < 0) return sample[0] === 0 ? 'UTF-16BE' : undefined;
  return at % 2 === 0 ? 'UTF-16LE' : 'UTF-16BE';
}

/** `ESC $` switches to two-byte characters. */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) return true;
  return false;
}

/** Bytes that are UTF-8 but for single damaged places are still read as UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length === 0) broken++;
    else if (length > 1) sound++;
    at += Math.max(1, length);
  }
  return broken === 0 || sound > broken * 50;
}

/** Bytes of the well-formed character at `at`; 0 where there is none. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function legacyOf(bytes: Uint8Array): TextEncoding {
  return Encoding.detect(bytes.subarray(0, 65_536)) === 'EUCJP' ? 'EUC-JP' : 'CP932';
}

const CONVERTERS = { CP932: 'SJIS', 'EUC-JP': 'EUCJP', 'ISO-2022-JP': 'JIS' } as const;

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'UTF-8') return strFromU8(bytes);
  if (encoding === 'UTF-16LE' || encoding === 'UTF-16BE') return decodeUtf16(bytes, encoding === 'UTF-16LE');
  return Encoding.convert(bytes, { from: CONVERTERS[encoding], to: 'UNICODE', type: 'string' });
}

function decodeUtf16(bytes: Uint8Array, little: boolean): string {
  const units: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    units.push(String.fromCharCode(little ? first | (second << 8) : (first << 8) | second));
  }
  return units.join('');
}
