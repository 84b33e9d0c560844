import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFrom, isoOf } from '../../../../shared/japanese/days';
import { deadlinesOf, dueState, type LedgerEvent } from '../../../../shared/ledger/deadlines';

const day = (iso: string) => Date.parse(iso) / 86_400_000;
const event = (kind: LedgerEvent['kind'], iso: string): LedgerEvent => ({ kind, day: day(iso) });
const iso = (at: number | undefined) => (at === undefined ? undefined : isoOf(at));

describe('the two clocks', () => {
  test('the 公表 of a 修正 restarts 見直し and not 再実施', () => {
    const found = deadlinesOf([event('assessed', '2022-07-14'), event('amended', '2025-12-01')]);
    expect(iso(found.reviewDue)).toBe('2026-12-01');
    expect(iso(found.reassessDue)).toBe('2027-07-14');
    expect([iso(found.assessed), iso(found.amended), found.revision]).toEqual([
      '2022-07-14',
      '2025-12-01',
      1,
    ]);
  });

  test('a 再実施 restarts both', () => {
    const found = deadlinesOf([event('assessed', '2020-04-01'), event('assessed', '2025-03-20')]);
    expect([iso(found.reviewDue), iso(found.reassessDue)]).toEqual(['2026-03-20', '2030-03-20']);
    expect(found.revision).toBe(1);
  });

  test('a 見直し without a 公表 restarts the year alone and is no revision', () => {
    const found = deadlinesOf([event('assessed', '2024-04-01'), event('reviewed', '2025-03-31')]);
    expect([iso(found.reviewDue), iso(found.reassessDue), found.revision]).toEqual([
      '2026-03-31',
      '2029-04-01',
      0,
    ]);
  });

  test('終了 ends both; the assessment stays published three years', () => {
    const found = deadlinesOf([event('assessed', '2024-04-01'), event('ended', '2026-03-31')]);
    expect(found).toMatchObject({ ended: day('2026-03-31'), keepUntil: day('2029-03-31') });
    expect(found).not.toHaveProperty('reviewDue');
    expect(found).not.toHaveProperty('reassessDue');
  });

  test('without a known 実施 the five years are counted from ①実施日', () => {
    const found = deadlinesOf([event('amended', '2025-12-01')], day('2022-06-30'));
    expect(iso(found.reassessDue)).toBe('2027-06-30');
    expect(found.reassessBasis).toBe('performed');
    expect(deadlinesOf([event('amended', '2025-12-01')])).not.toHaveProperty('reassessDue');
  });

  test('nothing is due of what was never published', () => {
    expect(deadlinesOf([])).toEqual({ revision: 0 });
  });

  test.each([
    ['2024-02-29', '2025-02-28', '2029-02-28'],
    ['2023-02-28', '2024-02-29', '2028-02-29'],
    ['2019-04-30', '2020-04-30', '2024-04-30'],
    ['2025-12-31', '2026-12-31', '2030-12-31'],
  ])('published on %s: 見直し by %s, 再実施 by %s', (published, review, reassess) => {
    const found = deadlinesOf([event('assessed', published)]);
    expect([iso(found.reviewDue), iso(found.reassessDue)]).toEqual([review, reassess]);
  });
});

/* An independent reckoning: dates as text, the calendar by its rule. */

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The same day of a later year; the last day of February stays the last day of February. */
function later(date: string, years: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const isEndOfFebruary = month === 2 && dayOfMonth === (isLeap(year) ? 29 : 28);
  const target = year + years;
  const end = isEndOfFebruary ? (isLeap(target) ? 29 : 28) : dayOfMonth;
  return `${String(target)}-${String(month).padStart(2, '0')}-${String(end).padStart(2, '0')}`;
}

interface Reckoned {
  assessed: string;
  amended: string;
  review: string;
  reassess: string;
  keep: string;
  count: number;
}

function reckonedByHand(history: readonly (readonly [LedgerEvent['kind'], string])[]): Reckoned {
  const result: Reckoned = { assessed: '', amended: '', review: '', reassess: '', keep: '', count: 0 };
  const days: string[] = [];
  let seen = '';
  let ended = '';
  for (const [kind, date] of [...history].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0))) {
    if (kind === 'ended') ended = date;
    else seen = date;
    if (kind === 'assessed') result.assessed = date;
    if (kind === 'amended') result.amended = date;
    if ((kind === 'assessed' || kind === 'amended') && !days.includes(date)) days.push(date);
  }
  const first = days[0] ?? '';
  const firstIsKnown = history.some(([kind, date]) => kind === 'assessed' && date === first);
  result.count = days.length - (firstIsKnown ? 1 : 0);
  if (ended !== '') result.keep = later(ended, 3);
  else {
    if (seen !== '') result.review = later(seen, 1);
    if (result.assessed !== '') result.reassess = later(result.assessed, 5);
  }
  return result;
}

test('200 random histories, in any order, against the reckoning above', () => {
  const dates = fc.date({
    min: new Date('2015-01-01'),
    max: new Date('2032-12-31'),
    noInvalidDate: true,
  });
  const edges = fc.constantFrom('2016-02-28', '2016-02-29', '2017-02-28', '2020-02-29', '2019-05-01');
  const someDay = fc.oneof(
    { weight: 5, arbitrary: dates.map((date) => date.toISOString().slice(0, 10)) },
    { weight: 1, arbitrary: edges },
  );
  const kinds = fc.constantFrom<LedgerEvent['kind']>('assessed', 'amended', 'amended', 'amended', 'reviewed');
  const ended = fc.option(
    someDay.map((date) => ['ended', date] as const),
    { freq: 4, nil: undefined },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, someDay), { maxLength: 12 }), ended, (history, end) => {
      const all = [...history, ...(end ? [end] : [])];
      const found = deadlinesOf(all.map(([kind, date]) => event(kind, date)));
      expect({
        assessed: iso(found.assessed) ?? '',
        amended: iso(found.amended) ?? '',
        review: iso(found.reviewDue) ?? '',
        reassess: iso(found.reassessDue) ?? '',
        keep: iso(found.keepUntil) ?? '',
        count: found.revision,
      }).toEqual(reckonedByHand(all));
    }),
    { numRuns: 200 },
  );
});

describe('how near a deadline is', () => {
  const due = dayFrom(2026, 10, 31);

  test.each([
    ['2026-10-31', { kind: 'soon', days: 0, months: 0 }],
    ['2026-11-01', { kind: 'overdue', days: 1, months: 0 }],
    ['2026-12-30', { kind: 'overdue', days: 60, months: 1 }],
    ['2027-01-31', { kind: 'overdue', days: 92, months: 3 }],
    ['2026-09-01', { kind: 'soon', days: 60, months: 1 }],
    ['2026-08-31', { kind: 'later', days: 61, months: 2 }],
  ])('on %s', (today, expected) => {
    expect(dueState(due, day(today), 60)).toEqual(expected);
  });

  test('without a deadline there is nothing', () => {
    expect(dueState(undefined, 0, 60)).toEqual({ kind: 'none' });
  });
});
