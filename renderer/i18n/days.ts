import { dayText } from './dates';

/** 20270301 in the words of the language. */
export function numberedDay(day: number, language: string): string {
  const [year, month, date] = [Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100];
  return dayText(new Date(year, month - 1, date).getTime(), language);
}
