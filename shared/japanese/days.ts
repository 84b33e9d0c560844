import { dateNumber, type ReadDate } from './wareki';

/** A day of the calendar as the number of days since 1970-01-01, without time and zone. */
export type Day = number;

const MS_A_DAY = 86_400_000;

/** The day; the month from 1. A day that the month does not have runs on into the next, as 31 April is 1 May. */
export function dayFrom(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MS_A_DAY;
}

/** The day of a date that was read; undefined where only its month is known. */
export function dayOfDate({ year, month, day }: ReadDate): Day | undefined {
  return day === undefined ? undefined : dayFrom(year, month, day);
}

export function dateOfDay(day: Day): Required<ReadDate> {
  const date = new Date(day * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 2027-03-31 */
export function isoOf(day: Day): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day * MS_A_DAY).getUTCDay();
}

/**
 * The last day of a period of years that begins at an event of the day: the day itself does not count (民法第140条), and
 * the period ends on the eve of the day that answers to its first, on the last of the month where there is none (第143条).
 * One year from 2024-02-29 ends on 2025-02-28, from 2023-02-28 on 2024-02-29.
 */
export function endOfYears(event: Day, years: number): Day {
  const first = dateOfDay(event + 1);
  const year = first.year + years;
  const lastOfMonth = dateOfDay(dayFrom(year, first.month + 1, 0));
  return first.day > lastOfMonth.day
    ? dayFrom(year, first.month, lastOfMonth.day)
    : dayFrom(year, first.month, first.day) - 1;
}

/** The day on which a moment (ms since 1970 UTC) falls on this PC's calendar. */
export function localDate(at: number): Required<ReadDate> {
  const date = new Date(at);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** The same as a number: 20260401. */
export function dayNumber(at: number): number {
  return dateNumber(localDate(at));
}
