import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateNumber, offerWareki, parseDate, toSeireki, toWareki } from '../../../../shared/japanese/wareki';

describe('parseDate', () => {
  test.each([
    ['令和6年10月1日', 2024, 10, 1],
    ['令和元年5月1日', 2019, 5, 1],
    ['令和1年7月23日', 2019, 7, 23],
    ['R6.10.1', 2024, 10, 1],
    ['Ｒ６．１０．１', 2024, 10, 1],
    ['H30.5.21', 2018, 5, 21],
    ['2024/10/1', 2024, 10, 1],
    ['2024-10-01', 2024, 10, 1],
    ['２０２４年１０月１日', 2024, 10, 1],
    ['令和２年９月１５日（火）', 2020, 9, 15],
    ['令和2年9月15日火曜日', 2020, 9, 15],
    ['平成十九年四月一日', 2007, 4, 1],
    ['二〇二四年十月一日', 2024, 10, 1],
    ['平成31年5月1日', 2019, 5, 1],
    ['昭和64年1月7日', 1989, 1, 7],
    ['令和　6年　10月　1日', 2024, 10, 1],
  ])('%s', (text, year, month, day) => {
    expect(parseDate(text)).toEqual({ year, month, day });
  });

  test.each([
    ['平成30年12月', 2018, 12],
    ['平成２８年１月', 2016, 1],
    ['R6.10', 2024, 10],
    ['2024/10', 2024, 10],
  ])('a month without a day: %s', (text, year, month) => {
    expect(parseDate(text)).toEqual({ year, month });
  });

  test.each([
    '',
    '未定',
    '令和6年',
    '令和6年13月1日',
    '2023/2/29',
    '令和6年4月31日',
    '10月1日',
    '令和7年4月1日から',
    '別紙',
  ])('is not a date: %s', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('toWareki', () => {
  test('the era changes on its day', () => {
    expect(toWareki({ year: 2019, month: 4, day: 30 })).toBe('平成31年4月30日');
    expect(toWareki({ year: 2019, month: 5, day: 1 })).toBe('令和元年5月1日');
    expect(toWareki({ year: 1989, month: 1, day: 7 })).toBe('昭和64年1月7日');
    expect(toWareki({ year: 1989, month: 1, day: 8 })).toBe('平成元年1月8日');
    expect(toWareki({ year: 2019, month: 5 })).toBe('令和元年5月');
  });

  const anyDate = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));

  test('what is written is read again as the same day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseDate(toWareki(date))).toEqual(date);
        expect(parseDate(toSeireki(date))).toEqual(date);
      }),
    );
  });

  test('numbers of dates sort as the days do', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const days = Date.UTC(a.year, a.month - 1, a.day) - Date.UTC(b.year, b.month - 1, b.day);
        expect(Math.sign(dateNumber(a) - dateNumber(b))).toBe(Math.sign(days));
      }),
    );
  });
});

test('an offer is made only where it says something new', () => {
  expect(offerWareki('R6.10.1')).toBe('令和6年10月1日');
  expect(offerWareki('令和６年１０月１日')).toBe('令和6年10月1日');
  expect(offerWareki('令和6年10月1日')).toBeUndefined();
  expect(offerWareki('近日中')).toBeUndefined();
});
