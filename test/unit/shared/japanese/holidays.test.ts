import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFrom, isoOf, weekdayOf } from '../../../../shared/japanese/days';
import { closedDay, holidaysOf, isComputed } from '../../../../shared/japanese/holidays';

function year(number: number): readonly string[] {
  return [...holidaysOf(number)]
    .sort(([a], [b]) => a - b)
    .map(([day, name]) => `${isoOf(day).slice(5)} ${name}`);
}

/** The years as 内閣府 published them (国民の祝日について). */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2019: [
    '01-01 元日',
    '01-14 成人の日',
    '02-11 建国記念の日',
    '03-21 春分の日',
    '04-29 昭和の日',
    '04-30 国民の休日',
    '05-01 即位の日',
    '05-02 国民の休日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '05-06 振替休日',
    '07-15 海の日',
    '08-11 山の日',
    '08-12 振替休日',
    '09-16 敬老の日',
    '09-23 秋分の日',
    '10-14 体育の日',
    '10-22 即位礼正殿の儀の行われる日',
    '11-03 文化の日',
    '11-04 振替休日',
    '11-23 勤労感謝の日',
  ],
  2020: [
    '01-01 元日',
    '01-13 成人の日',
    '02-11 建国記念の日',
    '02-23 天皇誕生日',
    '02-24 振替休日',
    '03-20 春分の日',
    '04-29 昭和の日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '05-06 振替休日',
    '07-23 海の日',
    '07-24 スポーツの日',
    '08-10 山の日',
    '09-21 敬老の日',
    '09-22 秋分の日',
    '11-03 文化の日',
    '11-23 勤労感謝の日',
  ],
  2021: [
    '01-01 元日',
    '01-11 成人の日',
    '02-11 建国記念の日',
    '02-23 天皇誕生日',
    '03-20 春分の日',
    '04-29 昭和の日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '07-22 海の日',
    '07-23 スポーツの日',
    '08-08 山の日',
    '08-09 振替休日',
    '09-20 敬老の日',
    '09-23 秋分の日',
    '11-03 文化の日',
    '11-23 勤労感謝の日',
  ],
  2026: [
    '01-01 元日',
    '01-12 成人の日',
    '02-11 建国記念の日',
    '02-23 天皇誕生日',
    '03-20 春分の日',
    '04-29 昭和の日',
    '05-03 憲法記念日',
    '05-04 みどりの日',
    '05-05 こどもの日',
    '05-06 振替休日',
    '07-20 海の日',
    '08-11 山の日',
    '09-21 敬老の日',
    '09-22 国民の休日',
    '09-23 秋分の日',
    '10-12 スポーツの日',
    '11-03 文化の日',
    '11-23 勤労感謝の日',
  ],
};

describe('holidays', () => {
  it.each(Object.entries(PUBLISHED))('of %s are those that were published', (number, days) => {
    expect(year(Number(number))).toEqual(days);
  });

  it.each([
    [2008, '05-06 振替休日'],
    [2009, '09-22 国民の休日'],
    [2015, '09-22 国民の休日'],
    [2017, '12-23 天皇誕生日'],
    [2018, '12-24 振替休日'],
    [2024, '09-22 秋分の日'],
    [2025, '03-20 春分の日'],
    [2027, '03-22 振替休日'],
  ])('of %i hold %s', (number, day) => {
    expect(year(number)).toContain(day);
  });

  it('are none before and after the years of the data', () => {
    expect([year(2006), year(2100)]).toEqual([[], []]);
    expect([2007, 2099].map((number) => year(number).length > 14)).toEqual([true, true]);
  });

  it('a rest day lies on no Sunday and takes the place of no holiday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2007, max: 2099 }), (number) => {
        const all = [...holidaysOf(number)];
        for (const [day, name] of all)
          if (name === '振替休日')
            expect([weekdayOf(day) > 0, holidaysOf(number).has(day - 1)]).toEqual([true, true]);
        for (const [day] of all)
          if (weekdayOf(day) === 0) expect(holidaysOf(number).has(day + 1), isoOf(day)).toBe(true);
        expect(all.filter(([, name]) => /^(春|秋)分の日$/.test(name))).toHaveLength(2);
      }),
    );
  });
});

describe('a day on which offices are closed', () => {
  it.each([
    [[2026, 11, 30], undefined],
    [[2026, 11, 28], { kind: 'saturday' }],
    [[2026, 11, 29], { kind: 'sunday' }],
    [[2026, 12, 28], undefined],
    [[2026, 12, 29], { kind: 'yearEnd', name: '年末年始の休日' }],
    [[2026, 12, 31], { kind: 'yearEnd', name: '年末年始の休日' }],
    [[2027, 1, 1], { kind: 'holiday', name: '元日' }],
    [[2027, 1, 3], { kind: 'yearEnd', name: '年末年始の休日' }],
    [[2027, 1, 4], undefined],
    [[2027, 3, 21], { kind: 'holiday', name: '春分の日' }],
    [[2027, 3, 22], { kind: 'holiday', name: '振替休日' }],
  ] as const)('%s', ([number, month, ofMonth], closed) => {
    expect(closedDay(dayFrom(number, month, ofMonth))).toEqual(closed);
  });

  it('says from which year on holidays are only reckoned', () => {
    expect([dayFrom(2026, 12, 31), dayFrom(2027, 1, 1)].map(isComputed)).toEqual([false, true]);
  });
});
