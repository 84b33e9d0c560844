import { eraOf, type EraYear } from '../../../../japanese/eras';
import { momentOf, type Moment } from '../dates';
import { kanjiNumber, withKanjiDigits } from './kanji';
import { ENGLISH, JAPANESE, JAPANESE_WEEKDAYS, type DateNames } from './names';
import type { FormatToken, Section } from './sections';

/** 31 December 9999 of the calendar that begins in 1900. */
const LAST_SERIAL = 2_958_466;

const DATE_CODE = /^(\[[hms]+\]|g+|e+|y+|m+|d+|h+|s+|b+|a{3,4}|r+|AM\/PM|A\/P)$/i;

export function isDateSection({ tokens }: Section): boolean {
  return tokens.some(isDateToken);
}

function isDateToken({ kind, text }: FormatToken): boolean {
  return kind === 'code' && DATE_CODE.test(text);
}

/** What the codes of one section are filled from. */
interface Clock {
  readonly moment: Moment;
  readonly era: EraYear;
  /** Days since the beginning of the calendar, for elapsed time. */
  readonly serial: number;
  readonly twelve: boolean;
  readonly names: DateNames;
  /** The first year of an era is 元年. */
  readonly gannen: boolean;
  readonly kanji: number | undefined;
}

/** Locales whose dates are written here: none, Japanese and English. */
const OWN_LOCALES = /^(|0*411|ja(-.*)?|0*409|en-us|x-sysdate|x-systime)$/;

export function isOwnLocale(locale: string | undefined): boolean {
  return locale === undefined || OWN_LOCALES.test(locale);
}

/** The number as a date, 和暦 included. Undefined where Excel shows none: before 1900, after 9999. */
export function dateText(serial: number, section: Section, from1904: boolean): string | undefined {
  const { tokens, locale = '', kanji } = section;
  if (serial < 0 || serial >= LAST_SERIAL - (from1904 ? 1462 : 0)) return undefined;
  const moment = momentOf(serial, from1904, decimalsOf(tokens));
  const era = eraOf(moment);
  if (!era) return undefined;
  const clock: Clock = {
    moment,
    era,
    serial,
    twelve: tokens.some(({ kind, text }) => kind === 'code' && /^(AM\/PM|A\/P)$/i.test(text)),
    names: /^(0*411|ja)/.test(locale) ? JAPANESE : ENGLISH,
    gannen: locale.includes('gannen'),
    kanji,
  };
  const parts = tokens.map((token, at) =>
    token.kind === 'code' ? partText(token.text, clock, tokens, at) : token.text,
  );
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Decimal places of the seconds: `ss.00` has two. */
function decimalsOf(tokens: readonly FormatToken[]): number {
  const fraction = tokens.find(({ kind, text }, at) => kind === 'code' && isFraction(text, tokens, at));
  return fraction ? fraction.text.length - 1 : 0;
}

function isFraction(text: string, tokens: readonly FormatToken[], at: number): boolean {
  const before = tokens.slice(0, at).findLast(isDateToken)?.text ?? '';
  return /^\.0+$/.test(text) && /^\[?s/i.test(before);
}

function partText(
  code: string,
  clock: Clock,
  tokens: readonly FormatToken[],
  at: number,
): string | undefined {
  if (isFraction(code, tokens, at)) return fractionText(clock.moment, code.length - 1);
  if (/^([./,]|\.0+)$/.test(code)) return code;
  const lower = code.toLowerCase();
  const key = lower.startsWith('m') && isMinute(tokens, at) ? `n${lower.slice(1)}` : lower;
  const part = /^[a-z]+$/.test(key) ? PARTS[key[0] ?? ''] : undefined;
  return part && key !== 'a/p' ? part(clock, key.length) : fixedPart(key, clock);
}

/** `m` is a minute beside hours or seconds, else a month. */
function isMinute(tokens: readonly FormatToken[], at: number): boolean {
  const codes = tokens
    .map((token, place) => ({ ...token, place }))
    .filter((token) => isDateToken(token) && !/^a/i.test(token.text));
  const index = codes.findIndex(({ place }) => place === at);
  return /h/i.test(codes[index - 1]?.text ?? '') || /s/i.test(codes[index + 1]?.text ?? '');
}

const PARTS: Readonly<Record<string, (clock: Clock, length: number) => string | undefined>> = {
  y: (clock, length) => yearText(clock.moment.year, length <= 2, clock),
  b: (clock, length) => yearText(clock.moment.year + 543, length <= 2, clock),
  e: (clock, length) => eraYearText(clock, length),
  g: ({ era }, length) => (length >= 3 ? era.name : length === 2 ? era.name.slice(0, 1) : era.letter),
  r: (clock, length) => (length > 1 ? clock.era.name : clock.era.letter) + two(clock.era.year),
  m: (clock, length) => monthText(clock, length),
  d: ({ moment, names, kanji }, length) => {
    if (length <= 2) return numberText(moment.day, length, kanji);
    return (length === 3 ? names.shortWeekdays : names.weekdays)[moment.weekday];
  },
  a: ({ moment }, length) => (JAPANESE_WEEKDAYS[moment.weekday] ?? '') + (length > 3 ? '曜日' : ''),
  h: ({ moment, twelve, kanji }, length) =>
    numberText(twelve ? moment.hour % 12 || 12 : moment.hour, length, kanji),
  n: ({ moment, kanji }, length) => numberText(moment.minute, length, kanji),
  s: ({ moment, kanji }, length) => numberText(moment.second, length, kanji),
};

function yearText(year: number, short: boolean, { kanji }: Clock): string | undefined {
  const text = short ? two(year % 100) : String(year);
  return kanji === undefined ? text : withKanjiDigits(text, kanji);
}

function eraYearText({ era, gannen, kanji }: Clock, length: number): string | undefined {
  return gannen && era.year === 1 ? '元' : numberText(era.year, length, kanji);
}

/** `mmm` and `mmmm` are names, `mmmmm` the first letter of one. */
function monthText({ moment, names, kanji }: Clock, length: number): string | undefined {
  if (length <= 2) return numberText(moment.month, length, kanji);
  const name = (length === 3 ? names.shortMonths : names.months)[moment.month - 1];
  return length === 5 ? name?.slice(0, 1) : name;
}

function fixedPart(code: string, { moment, serial, names }: Clock): string | undefined {
  if (code === 'am/pm') return names.halves[moment.hour < 12 ? 0 : 1];
  if (code === 'a/p') return moment.hour < 12 ? 'A' : 'P';
  const elapsed = /^\[(h+|m+|s+)\]$/.exec(code)?.[1];
  return elapsed === undefined ? undefined : elapsedText(serial, elapsed);
}

function elapsedText(serial: number, code: string): string {
  const seconds = Math.round(serial * 86_400);
  const size = { h: 3600, m: 60, s: 1 }[code[0] ?? ''] ?? 1;
  return String(Math.floor(seconds / size)).padStart(code.length, '0');
}

function fractionText({ fraction }: Moment, digits: number): string {
  return `.${fraction.toFixed(digits).slice(2)}`;
}

function numberText(value: number, length: number, kanji: number | undefined): string | undefined {
  if (kanji !== undefined) return kanjiNumber(value, kanji);
  return length > 1 ? two(value) : String(value);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
