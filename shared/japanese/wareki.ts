import { ERA_LETTERS, ERA_NAMES, eraOf, yearOfEra } from './eras';

/** Japanese dates as offices write them. A value is never rewritten by these; they only read, compare and offer. */

/** A date as far as it is written: a month without a day is a month. */
export interface ReadDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31; absent where only the month is written. */
  readonly day?: number;
}

const PATTERNS: readonly RegExp[] = [
  new RegExp(`^(?<era>${ERA_NAMES})(?<year>元|\\d{1,2})年(?<month>\\d{1,2})月((?<day>\\d{1,2})日)?$`),
  new RegExp(
    `^(?<era>[${ERA_LETTERS}])\\.?(?<year>元|\\d{1,2})[./-](?<month>\\d{1,2})([./-](?<day>\\d{1,2}))?$`,
    'i',
  ),
  /^(?<year>\d{4})[./-](?<month>\d{1,2})([./-](?<day>\d{1,2}))?$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月((?<day>\d{1,2})日)?$/,
];

/**
 * Reads 令和6年10月1日, 令和元年5月, R6.10.1, 2024/10/1, 2024年10月1日, in full or half width, with kanji digits
 * (平成十九年) and with a weekday behind (（火）), which is not checked. Undefined for anything else, also for days that do not exist.
 * 平成31年5月 and later is read as written: offices write it, and the day is meant.
 */
export function parseDate(text: string): ReadDate | undefined {
  const plain = withDigits(text.normalize('NFKC').replace(/[\s\u200b]/g, '')).replace(
    /(?<=日)[(]?[日月火水木金土](曜日?)?[)]?$|[(][日月火水木金土](曜日?)?[)]$/,
    '',
  );
  const groups = PATTERNS.map((pattern) => pattern.exec(plain)?.groups).find((found) => found !== undefined);
  if (!groups) return undefined;
  const year = yearOf(groups.era, groups.year ?? '');
  const month = Number(groups.month);
  const day = groups.day === undefined ? undefined : Number(groups.day);
  return year !== undefined && exists(year, month, day)
    ? { year, month, ...(day === undefined ? {} : { day }) }
    : undefined;
}

/** 令和6年10月1日, 令和元年5月; the era is the one that the day lies in (for a month: its last day). */
export function toWareki(date: ReadDate): string {
  const era = eraOf({ ...date, day: date.day ?? 31 });
  if (!era) return toSeireki(date);
  return `${era.name}${era.year === 1 ? '元' : String(era.year)}年${monthAndDay(date)}`;
}

/** 2024年10月1日 */
export function toSeireki(date: ReadDate): string {
  return `${String(date.year)}年${monthAndDay(date)}`;
}

/** Sortable: 20241001; a month is before its first day. */
export function dateNumber(date: ReadDate): number {
  return date.year * 10000 + date.month * 100 + (date.day ?? 0);
}

/** What may be offered instead of a text: the usual 和暦 form, where the text reads as a date and is not yet written so. */
export function offerWareki(text: string): string | undefined {
  const date = parseDate(text);
  const offer = date && toWareki(date);
  return offer === undefined || offer === text ? undefined : offer;
}

function monthAndDay(date: ReadDate): string {
  return `${String(date.month)}月${date.day === undefined ? '' : `${String(date.day)}日`}`;
}

function yearOf(era: string | undefined, written: string): number | undefined {
  const year = written === '元' ? 1 : Number(written);
  return era === undefined ? year : yearOfEra(era, year);
}

function exists(year: number, month: number, day: number | undefined): boolean {
  if (month < 1 || month > 12 || year < 1868) return false;
  return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

const KANJI_DIGITS = '〇一二三四五六七八九';

/** 平成十九年 → 平成19年, 二〇二四年 → 2024年; only number words right before 年, 月, 日. */
function withDigits(text: string): string {
  return text.replace(/[〇一二三四五六七八九十]+(?=[年月日])/g, (word) => String(kanjiNumber(word)));
}

function kanjiNumber(word: string): number {
  if (!word.includes('十')) return Number(word.replace(/./g, (sign) => String(KANJI_DIGITS.indexOf(sign))));
  const [tens = '', ones = ''] = word.split('十');
  return (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : KANJI_DIGITS.indexOf(ones));
}
