import { dateNumber, parseDate, toWareki } from '../../japanese/wareki';
import { matchesIn } from '../textTools';
import { narrow } from '../../japanese/normalise';

/** 和暦 and 西暦 dates inside a text. */
const DATE =
  /(?:明治|大正|昭和|平成|令和)(?:元|[0-9]{1,2})年[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?:19|20)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?<![0-9A-Za-z])(?:[RHS]\.?[0-9]{1,2}|(?:19|20)[0-9]{2})[./][0-9]{1,2}[./][0-9]{1,2}(?![0-9])/gu;

export interface DateInText {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** As 20241001; the day is 0 where only the month is written. */
  readonly day: number;
}

export function datesIn(text: string): readonly DateInText[] {
  return matchesIn(narrow(text), DATE, text).flatMap((match) => {
    const date = parseDate(match.words);
    return date ? [{ ...match, day: dateNumber(date) }] : [];
  });
}

/** The date that a text is; undefined where it is none or has no day. */
export function dayOf(text: string): number | undefined {
  const date = parseDate(text.replace(/[（(].*[）)]$|時点$|現在$/u, ''));
  return date?.day === undefined ? undefined : dateNumber(date);
}

export function dayText(day: number): string {
  const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
  return toWareki(date === 0 ? { year, month } : { year, month, day: date });
}

/** The same day of another year (2月29日 becomes 3月1日 as numbers compare). */
export function yearsLater(day: number, years: number): number {
  return day + years * 10_000;
}

/** Days between two days, both counted: 11月20日 to 12月19日 is 30. */
export function daysIncluding(first: number, last: number): number {
  return Math.round((utc(last) - utc(first)) / 86_400_000) + 1;
}

function utc(day: number): number {
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, Math.max(1, day % 100));
}

/** The dates of a period: a later date may leave out its year (令和7年9月8日から10月7日まで). */
export function periodDates(text: string): readonly number[] {
  const full = datesIn(text);
  const [first] = full;
  if (!first) return [];
  const rest = narrow(text).slice(first.to);
  const short = [...rest.matchAll(/(?<![0-9年])([0-9]{1,2})月([0-9]{1,2})日/gu)].map(([, month, day]) => {
    const same = Math.floor(first.day / 10_000) * 10_000 + Number(month) * 100 + Number(day);
    return same < first.day ? same + 10_000 : same;
  });
  return [...new Set([...full.map(({ day }) => day), ...short])].filter((day) => day % 100 !== 0);
}
