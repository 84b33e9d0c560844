import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importAsRevision, convertDocument } from '../../../../shared/assessment/convertDocument';
import type { UnplacedText } from '../../../../shared/assessment/convertRevisions';
import { documentOf, type Comment, type HyokaDocument } from '../../../../shared/assessment/document';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { convertAssessment } from '../../../../shared/assessment/convertAssessment';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, counter } from './arbitrary';

const office = assessmentFrom(
  formOf('form3'),
  [
    { path: 'I.4.basis', value: '番号法第９条第１項' },
    { path: 'III[1].8.has', value: { selected: ['自己点検'], texts: {} } },
  ],
  counter(),
);
const audit = Object.keys(office.values).find((path) => path.endsWith('8.has')) ?? '';
const author = { name: '田代', department: '', pc: '' };

function comment(id: string, more: Partial<Comment>): Comment {
  return { id, at: 0, author, text: `コメント${id}`, ...more };
}

const document: HyokaDocument = {
  ...documentOf(office, 'd', 0),
  comments: [
    comment('1', { path: 'I.4.basis', withhold: { passage: '第９条' } }),
    comment('2', { path: audit }),
    comment('3', {}),
  ],
  leftover: [
    { id: 'a', where: { block: 3 }, text: 'まだ置いていない', state: 'open' },
    { id: 'b', where: {}, text: '要らない', state: 'unneeded' },
  ],
  review: [{ path: 'I.4.basis', reason: { code: 'uncertain' }, where: [], candidates: [] }],
};

const edge = {
  newId: counter('n'),
  at: 1,
  author,
  priorName: '移す前',
  unplacedNote: (unplaced: readonly UnplacedText[]) => unplaced.map(({ text }) => text).join('\n'),
  commentText: ({ path, text }: Comment) => `${String(path)}: ${text}`,
};

describe('a document in another form', () => {
  const made = convertDocument(document, formOf('form4'), edge);

  it('keeps comments, and what is withheld, at the items that ask the same', () => {
    expect(made.comments).toEqual([{ ...document.comments[0], path: 'I.5.basis' }, document.comments[2]]);
  });

  it('lists values and comments that have no item, and the text nobody has decided about', () => {
    expect(made.leftover.map(({ text, state }) => [text, state])).toEqual([
      ['まだ置いていない', 'open'],
      ['[○] 自己点検', 'open'],
      [`${audit}: コメント2`, 'open'],
    ]);
    expect(made.leftover[1]?.heading).toBe('Ⅲ リスク対策　８．監査　実施の有無');
  });

  it('keeps what nobody has looked at, at the items and rows that ask the same', () => {
    expect(made.review).toEqual([
      { path: 'I.5.basis', reason: { code: 'uncertain' }, where: [], candidates: [] },
    ]);
    const rows = { ...office, lists: { ...office.lists, 'annex2.rows': [{ id: 'r' }] } };
    const mark = { reason: { code: 'rowUnclear' }, where: [], candidates: [] };
    const review = [
      { ...mark, path: 'annex2.rows[r]' },
      { ...mark, path: 'I.4.basis', settled: { author, at: 0 } },
    ];
    const moved = convertDocument({ ...document, assessment: rows, review }, formOf('form4'), edge);
    expect(moved.review.map(({ path }) => path)).toEqual(['annex3.rows[r]']);
  });

  it('leaves the name of the assessment as it is, and offers it with the name of the form', () => {
    const title = 'みなも市　予防接種に関する事務　重点項目評価書';
    const named = { ...office, values: { ...office.values, 'cover.name': title } };
    const moved = convertDocument({ ...document, assessment: named, review: [] }, formOf('form4'), edge);
    expect(moved.assessment.values['cover.name']).toBe(title);
    expect(moved.review).toEqual([
      {
        path: 'cover.name',
        reason: { code: 'formNameInTitle', params: { old: '重点項目評価書', name: '全項目評価書' } },
        where: [],
        candidates: ['みなも市　予防接種に関する事務　全項目評価書'],
      },
    ]);
    const same = convertDocument(
      { ...document, assessment: named, review: [] },
      formOf('form3', '平成30年5月'),
      edge,
    );
    expect(same.review).toEqual([]);
  });

  it('loses no comment, whatever the forms', () => {
    fc.assert(
      fc.property(anyAssessment, fc.constantFrom(...FORM_IDS), (assessment, to) => {
        const comments = Object.keys(assessment.values).map((path) => comment(path, { path }));
        const whole = { ...documentOf(assessment, 'd', 0), comments };
        const { comments: kept, leftover } = convertDocument(whole, formOf(to), edge);
        const { targetOf } = convertAssessment(assessment, formOf(to), counter('m'));
        for (const { id, path = '' } of comments) {
          const found = kept.find((one) => one.id === id);
          expect(found?.path ?? targetOf(path)).toBe(targetOf(path));
          expect(found !== undefined || leftover.some(({ text }) => text.endsWith(`コメント${id}`))).toBe(
            true,
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('another edition that is brought in', () => {
  it('tells what its import doubted and what stands in no item', () => {
    const { assessment, doubts, unplaced } = importAsRevision(document, formOf('form4'), counter('n'));
    expect(assessment.values['I.5.basis']).toBe('番号法第９条第１項');
    expect(doubts).toBe(1);
    expect(unplaced).toEqual(['まだ置いていない', '【Ⅲ リスク対策　８．監査　実施の有無】\n[○] 自己点検']);
  });

  it('of the same form and edition is taken as it is', () => {
    expect(importAsRevision(document, formOf('form3'), counter('n'))).toMatchObject({
      assessment: office,
      unplaced: ['まだ置いていない'],
    });
  });
});
