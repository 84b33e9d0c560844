/** A moment that a serial number of a sheet stands for; month and day from 1, weekday from 0 (Sunday). */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const DAY = 86_400;
/** Days from the beginning of each calendar of Excel to 1970-01-01. */
const UNIX_1900 = 25_569;
const UNIX_1904 = 24_107;

/** Excel counts a 29 February 1900 that never was; before it every serial is one day further. */
export function momentOf(serial: number, from1904: boolean): Moment {
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * DAY);
  const unix = days - (from1904 ? UNIX_1904 : UNIX_1900) + (!from1904 && days < 60 ? 1 : 0);
  const date = new Date((unix * DAY + seconds) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

export interface EraYear {
  readonly name: string;
  readonly letter: string;
  /** From 1. */
  readonly year: number;
}

interface Era {
  readonly name: string;
  readonly letter: string;
  /** First day: year·10000 + month·100 + day. */
  readonly from: number;
  /** The year that is the first of the era. */
  readonly year: number;
}

const MEIJI: Era = { name: '明治', letter: 'M', from: 0, year: 1868 };

const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', from: 20190501, year: 2019 },
  { name: '平成', letter: 'H', from: 19890108, year: 1989 },
  { name: '昭和', letter: 'S', from: 19261225, year: 1926 },
  { name: '大正', letter: 'T', from: 19120730, year: 1912 },
];

export function eraOf({ year, month, day }: Moment): EraYear {
  const number = year * 10_000 + month * 100 + day;
  const { name, letter, year: first } = ERAS.find(({ from }) => number >= from) ?? MEIJI;
  return { name, letter, year: year - first + 1 };
}
