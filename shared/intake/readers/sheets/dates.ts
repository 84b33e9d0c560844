/** A moment that a serial number of a sheet stands for; month and day from 1, weekday from 0 (Sunday). */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Of a second, less than 1, rounded as the format shows it. */
  readonly fraction: number;
}

const DAY = 86_400;
/** Days from the beginning of each calendar of Excel to 1970-01-01. */
const UNIX_1900 = 25_569;
const UNIX_1904 = 24_107;

/**
 * Rounded to `decimals` places of a second. In the calendar of 1900 Excel counts a 29 February 1900 that never was,
 * and a day 0 before the first of January; its weekdays follow that count.
 */
export function momentOf(serial: number, from1904: boolean, decimals = 0): Moment {
  const unit = 10 ** decimals;
  const units = Math.round(serial * DAY * unit);
  const days = Math.floor(units / (DAY * unit));
  const seconds = Math.floor(units / unit) - days * DAY;
  const fraction = (units % unit) / unit;
  const time = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction,
  };
  const weekday = from1904 ? weekdayOf(days - UNIX_1904) : (days + 6) % 7;
  return { ...dayOf(days, from1904), weekday, ...time };
}

const LEAP_DAY = 60;

function dayOf(days: number, from1904: boolean): Pick<Moment, 'year' | 'month' | 'day'> {
  if (!from1904 && days === 0) return { year: 1900, month: 1, day: 0 };
  if (!from1904 && days === LEAP_DAY) return { year: 1900, month: 2, day: 29 };
  const unix = days - (from1904 ? UNIX_1904 : UNIX_1900) + (!from1904 && days < LEAP_DAY ? 1 : 0);
  const date = new Date(unix * DAY * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(unixDays: number): number {
  return (((unixDays + 4) % 7) + 7) % 7;
}
