import fc from 'fast-check';
import { mutated, mutatedParts } from '../unit/shared/intake/readers/mutation';
import type { Seed } from './seeds';

const ARCHIVES = new Set(['docx', 'xlsx']);

/** A damaged, or maliciously changed, form of the file. */
export function mutationsOf({ format, bytes }: Seed): fc.Arbitrary<Uint8Array> {
  if (ARCHIVES.has(format)) return fc.oneof(mutated(bytes), { weight: 3, arbitrary: mutatedParts(bytes) });
  if (format === 'pdf') return fc.oneof(mutated(bytes), mutatedTokens(bytes, PDF));
  if (format === 'json' || format === 'html' || format === 'txt')
    return fc.oneof(mutated(bytes), mutatedTokens(bytes, TEXT));
  return fc.oneof(mutated(bytes), mutatedNumbers(bytes));
}

interface Syntax {
  /** What a reader goes by. */
  readonly token: RegExp;
  /** What it may meet instead. */
  readonly odd: readonly string[];
}

const PDF: Syntax = {
  token: /\d+ 0 R|-?\d+(?:\.\d+)?|\/[A-Za-z]+|<<|>>|\[|\]|endobj|stream|endstream/g,
  odd: ['1 0 R', '3 0 R', '0', '-1', '1073741824', '99999999999', '1e9', '<<', '>>', '[[[[', '/Kids', ''],
};

const TEXT: Syntax = {
  token: /"[^"<>]*"|<\/?[A-Za-z][^<>]*>|[[\]{}]|\d+/g,
  odd: ['""', '"x"', '[', '{', '<table><tr><td colspan=9999 rowspan=9999>', '<div>', '-1', '1e999', ''],
};

/** One to twelve tokens replaced: by an odd one, by another of the file, or by many copies of themselves. */
function mutatedTokens(bytes: Uint8Array, { token, odd }: Syntax): fc.Arbitrary<Uint8Array> {
  const source = Buffer.from(bytes).toString('latin1');
  const places = [...source.matchAll(token)].map(({ 0: text, index }) => ({ text, index }));
  if (places.length === 0) return mutated(bytes);
  const place = fc.constantFrom(...places);
  const change = fc.tuple(
    place,
    fc.oneof(
      fc.constantFrom(...odd),
      place.map(({ text }) => text),
      fc.integer({ min: 2, max: 3_000 }),
    ),
  );
  return fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => {
    const sorted = [...changes].sort(([a], [b]) => b.index - a.index);
    return new Uint8Array(Buffer.from(sorted.reduce(replaced, source), 'latin1'));
  });
}

function replaced(
  source: string,
  [{ text, index }, by]: readonly [{ readonly text: string; readonly index: number }, string | number],
): string {
  const words = typeof by === 'number' ? `${text} `.repeat(by) : by;
  return source.slice(0, index) + words + source.slice(index + text.length);
}

const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];

/** One to eight numbers of a binary format (two or four bytes, little-endian) set to a bound of their range. */
function mutatedNumbers(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: Math.max(0, Math.floor(bytes.length / 2) - 1) }).map((half) => half * 2);
  const change = fc.tuple(at, fc.constantFrom(...NUMBERS), fc.constantFrom(2, 4));
  return fc.array(change, { minLength: 1, maxLength: 8 }).map((changes) => {
    const copy = bytes.slice();
    for (const [place, value, size] of changes)
      for (let byte = 0; byte < size && place + byte < copy.length; byte++)
        copy[place + byte] = (value >>> (8 * byte)) & 0xff;
    return copy;
  });
}
