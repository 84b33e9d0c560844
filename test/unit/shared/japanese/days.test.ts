import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayFrom,
  dayOfDate,
  endOfYears,
  isoOf,
  weekdayOf,
} from '../../../../shared/japanese/days';
import { parseDate } from '../../../../shared/japanese/wareki';

function day(iso: string): number {
  const date = parseDate(iso);
  const found = date && dayOfDate(date);
  if (found === undefined) throw new Error(iso);
  return found;
}

const anyDay = fc.integer({ min: dayFrom(2014, 1, 1), max: dayFrom(2099, 12, 31) });

describe('days of the calendar', () => {
  it.each([
    ['1970-01-01', 0, 4],
    ['2024-02-29', 19_782, 4],
    ['2027-01-01', 20_819, 5],
  ])('%s', (iso, number, weekday) => {
    expect([day(iso), weekdayOf(number), isoOf(number)]).toEqual([number, weekday, iso]);
  });

  it('are the same written and read', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const { year, month, day: ofMonth } = dateOfDay(one);
        expect(dayFrom(year, month, ofMonth)).toBe(one);
        expect(day(isoOf(one))).toBe(one);
      }),
    );
  });

  it('a month without a day is none', () => {
    expect(dayOfDate({ year: 2027, month: 3 })).toBeUndefined();
  });
});

describe('a period of years', () => {
  it.each([
    ['2026-12-26', 1, '2027-12-26'],
    ['2026-12-31', 1, '2027-12-31'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 5, '2029-02-28'],
    ['2024-02-28', 1, '2025-02-28'],
    ['2023-02-28', 1, '2024-02-29'],
    ['2023-02-28', 5, '2028-02-29'],
    ['2026-04-30', 5, '2031-04-30'],
  ])('from %s of %i years ends on %s', (event, years, end) => {
    expect(isoOf(endOfYears(day(event), years))).toBe(end);
  });

  it('ends on the same day of the year, but around 29 February', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 10 }), (event, years) => {
        const [from, to] = [dateOfDay(event), dateOfDay(endOfYears(event, years))];
        expect(to.year).toBe(from.year + years);
        if (from.month !== 2 || from.day < 28) expect([to.month, to.day]).toEqual([from.month, from.day]);
        else expect(to.month).toBe(2);
      }),
    );
  });
});
