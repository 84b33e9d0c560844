import { format } from 'numfmt';
import { kanjiNumber, withKanjiDigits } from './kanji';
import type { FormatToken, Section } from './sections';

/** Excel works with 15 digits. */
const DIGITS = 15;

/** At most 11 digits are shown where a format does not say how many; very large and small numbers with an exponent. */
export function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) return exponentText(value);
  return String(Number(value.toPrecision(size >= 1 ? 11 : 9)));
}

function exponentText(value: number): string {
  return value
    .toExponential(5)
    .replace(/\.?0+e/, 'e')
    .replace(/e([+-])(\d)$/, 'E$10$2')
    .replace('e', 'E');
}

/**
 * The number in one section of a format; `negative` where the sign belongs to what is shown. Spaces that only align
 * columns are left out. Undefined for a section that numfmt does not know.
 */
export function numberText(value: number, section: Section, negative: boolean): string | undefined {
  const size = Number(Math.abs(value).toPrecision(DIGITS));
  const shown =
    section.kanji === undefined ? plainText(size, section) : kanjiText(size, section, section.kanji);
  return shown === undefined ? undefined : (negative && isSigned(shown) ? '-' : '') + shown;
}

/** What rounds to nothing has no sign. */
function isSigned(shown: string): boolean {
  return /[1-9]/.test(shown);
}

/** A number in the format of a language whose names of months and days numfmt knows. */
export function foreignDateText(serial: number, pattern: string): string | undefined {
  return formatted(pattern, serial);
}

function plainText(size: number, { tokens }: Section): string | undefined {
  if (tokens.every(({ kind }) => kind !== 'code')) return tokens.map(({ text }) => text).join('');
  if (tokens.some(isGeneral)) {
    return tokens.map((token) => (isGeneral(token) ? generalText(size) : token.text)).join('');
  }
  return formatted(tokens.map(patternOf).join(''), size)?.trim();
}

function isGeneral({ kind, text }: FormatToken): boolean {
  return kind === 'code' && /^(General|@)$/i.test(text);
}

/** Literals are quoted: which letters are codes differs between programs. */
function patternOf({ kind, text }: FormatToken): string {
  if (kind === 'code') return text;
  return /^[-+() ]$/.test(text) ? text : text.replace(/[^]/gu, String.raw`\$&`);
}

/** A number as it is read where one place stands for all digits, else digit by digit. */
function kanjiText(size: number, section: Section, kanji: number): string | undefined {
  const { tokens } = section;
  const isWhole = (token: FormatToken) => isGeneral(token) || (token.kind === 'code' && token.text === '0');
  const places = tokens.filter(({ kind }) => kind === 'code');
  if (places.length === 0) return plainText(size, section);
  if (places.length === 1 && places.every(isWhole)) {
    const whole = places.some(isGeneral) && kanji === 3 ? undefined : kanjiNumber(size, kanji);
    return whole && tokens.map((token) => (token.kind === 'code' ? whole : token.text)).join('');
  }
  const plain = plainText(size, section);
  return plain === undefined ? undefined : withKanjiDigits(plain, kanji);
}

function formatted(pattern: string, value: number): string | undefined {
  try {
    return format(pattern, value, { throws: true, locale: 'en' });
  } catch {
    return undefined;
  }
}
