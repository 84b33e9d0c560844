import Encoding from 'encoding-japanese';
import { strFromU8 } from 'fflate';
import { decodeCp932, isCp932 } from './cp932';
import { looksJapanese } from './japaneseText';
import { decodeUtf16, unmarkedUtf16 } from './utf16';
import { decodeUtf32 } from './utf32';

export type TextEncoding =
  'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE' | 'CP932' | 'EUC-JP' | 'ISO-2022-JP';

export interface DecodedText {
  readonly text: string;
  /** The one that most of the text is in: pieces put together from several sources may be in others. */
  readonly encoding: TextEncoding;
  /** How many characters could not be decoded (each stands as U+FFFD in `text`). */
  readonly undecoded: number;
  /** The bytes are perhaps text of another language in an encoding of its own: what was decoded does not look Japanese. */
  readonly doubtful?: true;
}

/** Decodes Japanese text whatever encoding it was saved in; a byte order mark is dropped. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding).replace(/^\ufeff/, '');
  const isGuess = encoding === 'CP932' || encoding === 'EUC-JP';
  return {
    text,
    encoding,
    undecoded: text.split('\ufffd').length - 1,
    ...(isGuess && !looksJapanese(text) ? { doubtful: true } : {}),
  };
}

/** A mark of UTF-32LE begins as one of UTF-16LE does. */
const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

function encodingOf(bytes: Uint8Array): TextEncoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[0];
  return unmarkedUtf16(bytes) ?? (hasEscapes(bytes) ? 'ISO-2022-JP' : eightBitOf(bytes));
}

/** `ESC $` switches to two-byte characters, all of seven bits. */
function hasEscapes(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte > 0x7f)) return false;
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) return true;
  return false;
}

/** Bytes that are UTF-8 but for some damaged or foreign places are still read as UTF-8. */
function eightBitOf(bytes: Uint8Array): 'UTF-8' | 'CP932' | 'EUC-JP' {
  const { sound, broken } = utf8Health(bytes);
  if (broken === 0 || sound > broken * 2) return 'UTF-8';
  return Encoding.detect(bytes.subarray(0, 65_536)) === 'EUCJP' ? 'EUC-JP' : 'CP932';
}

interface Utf8Health {
  /** Well-formed characters of two bytes or more. */
  readonly sound: number;
  /** Of these, characters of three bytes or more: kana and kanji. */
  readonly wide: number;
  /** Bytes that belong to no character. */
  readonly broken: number;
}

function utf8Health(bytes: Uint8Array): Utf8Health {
  const health = { sound: 0, wide: 0, broken: 0 };
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length === 0) health.broken++;
    if (length > 1) health.sound++;
    if (length > 2) health.wide++;
    at += Math.max(1, length);
  }
  return health;
}

/** Bytes of the well-formed character at `at`; 0 where there is none. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  switch (encoding) {
    case 'UTF-16LE':
    case 'UTF-16BE':
      return decodeUtf16(bytes, encoding);
    case 'UTF-32LE':
    case 'UTF-32BE':
      return decodeUtf32(bytes, encoding);
    case 'UTF-8':
      return isSound(bytes) ? strFromU8(bytes) : byLines(bytes, utf8OrCp932);
    case 'CP932':
      return byLines(bytes, cp932OrUtf8);
    case 'EUC-JP':
      return Encoding.convert(bytes, { from: 'EUCJP', to: 'UNICODE', type: 'string' });
    case 'ISO-2022-JP':
      return Encoding.convert(bytes, { from: 'JIS', to: 'UNICODE', type: 'string' });
  }
}

function isSound(bytes: Uint8Array): boolean {
  return utf8Health(bytes).broken === 0;
}

/** A line of another encoding among lines of UTF-8; one with some damage stays UTF-8. */
function utf8OrCp932(line: Uint8Array): string {
  const { sound, broken } = utf8Health(line);
  return broken > sound && isCp932(line) ? decodeCp932(line) : strFromU8(line);
}

/** By chance a line of CP932 may be well-formed UTF-8; one with several kanji and nothing else is not. */
function cp932OrUtf8(line: Uint8Array): string {
  const { sound, wide, broken } = utf8Health(line);
  return broken === 0 && wide > 1 && wide === sound ? strFromU8(line) : decodeCp932(line);
}

/** A line feed is never part of another character in these encodings. */
function byLines(bytes: Uint8Array, decodeLine: (line: Uint8Array) => string): string {
  const lines: string[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(decodeLine(bytes.subarray(start, end)));
    start = end + 1;
  }
  return [...lines, decodeLine(bytes.subarray(start))].join('\n');
}
