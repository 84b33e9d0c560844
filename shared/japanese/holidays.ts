import data from '../../resources/rules/holidays.json';
import { dateOfDay, dayFrom, weekdayOf, type Day } from './days';

/** Why offices are closed on a day. It only marks the day: periods are counted in calendar days. */
export type ClosedDay =
  { readonly kind: 'saturday' | 'sunday' } | { readonly kind: 'holiday' | 'yearEnd'; readonly name: string };

type HolidayRule = {
  readonly name: string;
  readonly month: number;
  readonly from?: number;
  readonly to?: number;
  readonly except?: readonly number[];
} & (
  | { readonly rule: 'fixed'; readonly day: number }
  | { readonly rule: 'monday'; readonly nth: number }
  | { readonly rule: 'equinox'; readonly base: number }
);

const rules = data.days as readonly HolidayRule[];
const years = new Map<number, ReadonlyMap<Day, string>>();

/** Undefined on a working day. Holidays are known for the years that the data file spans, weekends for all. */
export function closedDay(day: Day): ClosedDay | undefined {
  const holiday = holidaysOf(dateOfDay(day).year).get(day);
  if (holiday !== undefined) return { kind: 'holiday', name: holiday };
  if (isYearEnd(day)) return { kind: 'yearEnd', name: data.yearEnd.name };
  const weekday = weekdayOf(day);
  if (weekday === 0) return { kind: 'sunday' };
  return weekday === 6 ? { kind: 'saturday' } : undefined;
}

/** Whether the holidays of the year of the day are only reckoned: no 官報 that the data file knows of has named them. */
export function isComputed(day: Day): boolean {
  return dateOfDay(day).year > PROCLAIMED_THROUGH;
}

/** The last year of which the data file knows the 官報. */
export const PROCLAIMED_THROUGH = data.proclaimedThrough;

/** All holidays of a year with 振替休日 and 国民の休日; empty outside the years of the data file. */
export function holidaysOf(year: number): ReadonlyMap<Day, string> {
  const known = years.get(year);
  if (known) return known;
  const computed =
    year < data.from || year > data.through ? new Map<Day, string>() : withRestDays(namedHolidays(year));
  years.set(year, computed);
  return computed;
}

function namedHolidays(year: number): ReadonlyMap<Day, string> {
  const inForce = rules.filter(
    ({ from, to, except }) =>
      (from ?? year) <= year && year <= (to ?? year) && except?.includes(year) !== true,
  );
  return new Map(inForce.map((rule) => [dayOfRule(rule, year), rule.name]));
}

function dayOfRule(rule: HolidayRule, year: number): Day {
  switch (rule.rule) {
    case 'fixed':
      return dayFrom(year, rule.month, rule.day);
    case 'monday':
      return nthMonday(year, rule.month, rule.nth);
    case 'equinox':
      return dayFrom(year, rule.month, equinox(rule.base, year));
  }
}

function nthMonday(year: number, month: number, nth: number): Day {
  const first = dayFrom(year, month, 1);
  return first + ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7;
}

/** The usual formula for the years 1980–2099, by the mean length of the tropical year. */
function equinox(base: number, year: number): number {
  const passed = year - 1980;
  return Math.floor(base + 0.242194 * passed) - Math.floor(passed / 4);
}

/** 国民の祝日に関する法律 第3条第2項 (the next day that is no 祝日 after one on a Sunday) and 第3項 (a day between two). */
function withRestDays(holidays: ReadonlyMap<Day, string>): ReadonlyMap<Day, string> {
  const all = new Map(holidays);
  for (const day of holidays.keys())
    if (weekdayOf(day) === 0) all.set(nextFree(holidays, day), data.substitute);
  for (const day of holidays.keys())
    if (holidays.has(day + 2) && !all.has(day + 1)) all.set(day + 1, data.between);
  return all;
}

function nextFree(holidays: ReadonlyMap<Day, string>, day: Day): Day {
  let next = day + 1;
  while (holidays.has(next)) next += 1;
  return next;
}

function isYearEnd(day: Day): boolean {
  const { month, day: ofMonth } = dateOfDay(day);
  const [[fromMonth, fromDay], [toMonth, toDay]] = [data.yearEnd.from, data.yearEnd.to] as [
    [number, number],
    [number, number],
  ];
  return (month === fromMonth && ofMonth >= fromDay) || (month === toMonth && ofMonth <= toDay);
}
