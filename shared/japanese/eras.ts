/** A day of the calendar; the month from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Era {
  readonly name: string;
  readonly letter: string;
  /** First day: year·10,000 + month·100 + day. */
  readonly from: number;
}

/** Newest first. Source: 元号を改める政令, each in force on the day named. */
const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', from: 2019_05_01 },
  { name: '平成', letter: 'H', from: 1989_01_08 },
  { name: '昭和', letter: 'S', from: 1926_12_25 },
  { name: '大正', letter: 'T', from: 1912_07_30 },
  { name: '明治', letter: 'M', from: 1868_01_25 },
];

/** The names of all eras, newest first, as alternatives of a regular expression. */
export const ERA_NAMES = ERAS.map(({ name }) => name).join('|');

/** Their letters, as the inside of a character class. */
export const ERA_LETTERS = ERAS.map(({ letter }) => letter).join('');

/** A year of an era. */
export interface EraYear {
  readonly name: string;
  readonly letter: string;
  /** From 1. */
  readonly year: number;
}

/** The era that a day lies in; undefined for days before the first of 明治. */
export function eraOf({ year, month, day }: CalendarDay): EraYear | undefined {
  const number = year * 10_000 + month * 100 + day;
  const era = ERAS.find(({ from }) => number >= from);
  return era && { name: era.name, letter: era.letter, year: year - firstYear(era) + 1 };
}

/** The western year of a year of an era, named by its name or its letter; undefined for no era. */
export function yearOfEra(era: string, year: number): number | undefined {
  const found = ERAS.find(({ name, letter }) => name === era || letter === era.toUpperCase());
  return found && firstYear(found) - 1 + year;
}

function firstYear({ from }: Era): number {
  return Math.floor(from / 10_000);
}
