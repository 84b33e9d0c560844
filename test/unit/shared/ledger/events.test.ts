import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import type { Revision } from '../../../../shared/assessment/document';
import type { ProgressRecord } from '../../../../shared/assessment/progress';
import type { Assessment } from '../../../../shared/assessment/types';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { changeTableOf } from '../../../../shared/forms/changeTable';
import type { FormId } from '../../../../shared/forms/types';
import { dateOfDay, isoOf } from '../../../../shared/japanese/days';
import { toWareki } from '../../../../shared/japanese/wareki';
import { deadlinesOf } from '../../../../shared/ledger/deadlines';
import { eventsOf } from '../../../../shared/ledger/events';
import { counter } from '../assessment/arbitrary';

const author = { name: '山田', department: '総務課', pc: 'PC-01' };

interface Row {
  readonly date: string;
  readonly reason?: string;
}

function assessmentWith(form: FormId, cover: Record<string, string>, rows: readonly Row[] = []): Assessment {
  const empty = emptyAssessment(formOf(form), counter());
  const table = changeTableOf(formOf(form));
  const cells = rows.flatMap(({ date, reason = '' }, at): [string, string][] => [
    [`${table}[r${String(at)}].date`, date],
    [`${table}[r${String(at)}].reason`, reason],
  ]);
  const written = [...Object.entries(cover), ...cells].filter(([, text]) => text !== '');
  const values: Record<string, string> = Object.fromEntries(written);
  const entries = rows.map((_, at) => ({ id: `r${String(at)}` }));
  return { ...empty, values: { ...empty.values, ...values }, lists: { ...empty.lists, [table]: entries } };
}

function record(
  step: ProgressRecord['step'],
  day: string,
  more: Partial<ProgressRecord> = {},
): ProgressRecord {
  return { id: `${step}-${day}`, step, day, author, at: Date.parse(day), ...more };
}

function found(assessment: Assessment, progress: readonly ProgressRecord[] = [], revisions: Revision[] = []) {
  const { events, performed, notices } = eventsOf({ assessment, revisions, progress });
  const due = deadlinesOf(events, performed);
  const iso = (day: number | undefined) => (day === undefined ? null : isoOf(day));
  return {
    assessed: iso(due.assessed),
    amended: iso(due.amended),
    revision: due.revision,
    review: iso(due.reviewDue),
    reassess: iso(due.reassessDue),
    ended: iso(due.ended),
    keep: iso(due.keepUntil),
    notices: notices.map(({ code, item }) => `${code} ${item}`),
  };
}

const published = (text: string) => ({ 'cover.publish_date': text });

describe.each(FORM_IDS)('%s', (form) => {
  test('without 変更箇所, 公表日 is that of the 実施', () => {
    expect(found(assessmentWith(form, published('令和7年12月26日')))).toMatchObject({
      assessed: '2025-12-26',
      amended: null,
      revision: 0,
      review: '2026-12-26',
      reassess: '2030-12-26',
      notices: [],
    });
  });

  test('a round of 変更箇所 is a 修正, and 公表日 is its 公表; when the 実施 was is not guessed', () => {
    const rows = [{ date: '令和7年11月20日', reason: '人事異動であり、重要な変更に該当しない' }];
    expect(found(assessmentWith(form, published('R7.12.1'), rows))).toMatchObject({
      assessed: null,
      amended: '2025-12-01',
      revision: 1,
      review: '2026-12-01',
      reassess: null,
      notices: ['unknownAssessment published'],
    });
  });

  test('a round that names the 再実施 is one', () => {
    const rows = [
      { date: '令和5年8月14日', reason: 'システム更改に向けた評価再実施の結果に伴う変更' },
      { date: '', reason: '人事異動' },
      { date: '令和3年4月1日', reason: '再実施を要しない変更' },
      { date: '2024/10/1' },
    ];
    expect(found(assessmentWith(form, published('2024年10月1日'), rows))).toMatchObject({
      assessed: '2023-08-14',
      amended: '2024-10-01',
      revision: 3,
      reassess: '2028-08-14',
      review: '2025-10-01',
    });
  });

  test('what was recorded in the document is taken before what is written in it', () => {
    const rows = [{ date: '令和7年12月1日', reason: '評価の再実施' }];
    const progress = [
      record('published', '2021-03-01'),
      record('published', '2025-12-01', { publication: 'amendment' }),
      record('reviewed', '2026-11-30'),
    ];
    expect(found(assessmentWith(form, published('令和7年12月1日'), rows), progress)).toMatchObject({
      assessed: '2021-03-01',
      amended: '2025-12-01',
      revision: 1,
      review: '2027-11-30',
      reassess: '2026-03-01',
    });
  });

  test('the first edition that is kept tells when the 実施 was', () => {
    const first = assessmentWith(form, published('令和2年5月1日'));
    const kept = { id: 'a', kind: 'published', name: '令和2年度', at: 0, author, assessment: first } as const;
    const rows = [{ date: '令和7年12月1日' }];
    expect(found(assessmentWith(form, published('令和7年12月1日'), rows), [], [kept])).toMatchObject({
      assessed: '2020-05-01',
      reassess: '2025-05-01',
      notices: [],
    });
  });

  test('終了 in the name ends both clocks', () => {
    const cover = {
      ...published('令和6年4月1日'),
      'cover.name': '予防接種に関する事務【令和8年3月31日　終了】',
    };
    expect(found(assessmentWith(form, cover))).toMatchObject({
      ended: '2026-03-31',
      keep: '2029-03-31',
      review: null,
      reassess: null,
    });
  });

  test.each(['未定', '令和6年13月1日', '令和○年○月○日'])('%s is said, and nothing is guessed', (text) => {
    expect(found(assessmentWith(form, published(text)))).toMatchObject({
      assessed: null,
      review: null,
      notices: ['dateUnreadable published'],
    });
  });

  test('a month counts from its first day, which is said', () => {
    expect(found(assessmentWith(form, published('令和6年10月')))).toMatchObject({
      assessed: '2024-10-01',
      notices: ['monthOnly published'],
    });
  });
});

test('①実施日 stands for a 公表 that is not known, and one that is later is pointed at', () => {
  const cover = { ...published('令和7年12月1日'), 'VI.1.m1': '令和4年6月30日' };
  const amended = assessmentWith('form4', cover, [{ date: '令和7年12月1日' }]);
  expect(found(amended)).toMatchObject({ assessed: null, reassess: '2027-06-30' });
  const progress = [record('published', '2021-03-01')];
  expect(found(amended, progress)).toMatchObject({
    reassess: '2026-03-01',
    notices: ['performedLater performed'],
  });
});

/* Histories written into documents as offices write them, and read back. */

const DAY = 86_400_000;
const styles: readonly ((day: number) => string)[] = [
  (day) => toWareki(dateOfDay(day)),
  (day) => isoOf(day).replaceAll('-', '/'),
  (day) => `　${isoOf(day).replace(/-0?/g, '.')} `,
];

const history = fc.record({
  form: fc.constantFrom(...FORM_IDS),
  first: fc.integer({ min: Date.parse('2015-01-05') / DAY, max: Date.parse('2020-12-31') / DAY }),
  rounds: fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 700 }),
      again: fc.constantFrom(false, false, false, true),
      rows: fc.integer({ min: 1, max: 3 }),
      lead: fc.integer({ min: 0, max: 20 }),
      style: fc.constantFrom(...styles),
    }),
    { maxLength: 6 },
  ),
});

test('200 random histories, written as 変更箇所 in any order or recorded, give the same deadlines', () => {
  fc.assert(
    fc.property(history, ({ form, first, rounds }) => {
      let at = first;
      const later = rounds.map((round) => ({ ...round, day: (at += round.after) }));
      const last = later.at(-1);
      const again = [first, ...later.filter((round) => round.again).map(({ day }) => day)];
      const amended = later.filter((round) => !round.again).map(({ day }) => day);
      const text = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
      const yearOn = (day: number, years: number) => {
        const date = new Date(day * DAY + DAY);
        date.setUTCFullYear(date.getUTCFullYear() + years);
        return text(date.getTime() / DAY - 1);
      };
      const expected = {
        assessed: text(Math.max(...again)),
        amended: amended.length === 0 ? null : text(Math.max(...amended)),
        revision: rounds.length,
        review: yearOn(at, 1),
        reassess: yearOn(Math.max(...again), 5),
      };
      const rows = [...later].reverse().flatMap((round) =>
        Array.from({ length: round.rows }, (_, row) => ({
          // 変更日 of the last round is the day of the change itself; the others were corrected to their 公表.
          date:
            row > 0
              ? ''
              : round.style(
                  round === last ? Math.max(at - round.lead, first + 1, at - round.after + 1) : round.day,
                ),
          reason: round.again ? '５年を経過する前の評価の再実施に伴う変更' : '重要な変更にあたらないため',
        })),
      );
      const edition = assessmentWith(form, published(toWareki(dateOfDay(first))));
      const kept = { id: 'a', kind: 'published', name: '初版', at: 0, author, assessment: edition } as const;
      const now = assessmentWith(form, published(toWareki(dateOfDay(at))), rows);
      expect(found(now, [], [kept])).toMatchObject(expected);

      const progress = [
        record('published', text(first)),
        ...later.map((round) =>
          record('published', text(round.day), { publication: round.again ? 'assessment' : 'amendment' }),
        ),
      ];
      expect(found(assessmentWith(form, {}), progress)).toMatchObject(expected);
    }),
    { numRuns: 200 },
  );
});
