import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertWithRevisions,
  type ConversionContext,
  type UnplacedText,
} from '../../../../shared/assessment/convertRevisions';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { documentOf, type HyokaDocument, type Revision } from '../../../../shared/assessment/document';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { newRound } from '../../../../shared/assessment/round';
import type { Assessment } from '../../../../shared/assessment/types';
import { compare } from '../../../../shared/compare/compare';
import { compareReport } from '../../../../shared/compare/report';
import { editionsOf, FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import type { Form } from '../../../../shared/forms/types';
import { counter, edited } from './arbitrary';

const author = { name: '田代', department: '行政管理課', pc: 'PC-01' };

function edge(): ConversionContext {
  return {
    newId: counter('new'),
    at: 7,
    author,
    priorName: '移行前',
    unplacedNote: (unplaced) => unplaced.map(noteLine).join('\n'),
  };
}

const noteLine = ({ label, text, alsoNow }: UnplacedText) => `${alsoNow ? '=' : '!'}【${label}】${text}`;

function revisionOf(assessment: Assessment, more: Partial<Revision> = {}): Revision {
  return { id: 'r1', kind: 'published', name: '前年度', at: 3, author, assessment, ...more };
}

function documentWith(assessment: Assessment, revisions: readonly Revision[]): HyokaDocument {
  return { ...documentOf(assessment, 'd', 1), revisions };
}

const anyEdition = fc.constantFrom(
  ...FORM_IDS.flatMap((id) => editionsOf(id).map((edition) => ({ id, edition }))),
);

/** Last year's text and this year's, of one history. */
const twoYears = fc
  .tuple(anyEdition, fc.integer(), fc.nat({ max: 30 }), fc.nat({ max: 15 }))
  .map(([form, seed, before, since]) => {
    const lastYear = edited(
      emptyAssessment(formOf(form.id, form.edition), counter('e')),
      seed,
      before,
      counter('n'),
    );
    return { form, lastYear, now: edited(lastYear, seed + before, since, counter('m')) };
  });

/** The keys of what differs. Of two entries that changed places either can be called the moved one: their list counts. */
function keysOf(before: Assessment, after: Assessment): readonly string[] {
  return compare(before, after).differences.map((difference) =>
    difference.kind === 'moved' ? `moved:${difference.newList}` : difference.key,
  );
}

/** The key of the same difference in the new form. */
function placed(key: string, placeOf: (path: string) => string | undefined): string | undefined {
  const [, what = '', path = ''] = /^(added:|removed:|moved:)?(.*)$/.exec(key) ?? [];
  if (what === 'moved:') return placeOf(`${path}[x]`)?.replace(/^(.*)\[x\]$/, 'moved:$1');
  const place = placeOf(path);
  return place === undefined ? undefined : what + place;
}

/** The stamp of the form is printed, not written; it is that of the form. */
const withoutStamp = (keys: readonly string[]) => keys.filter((key) => key !== 'cover.form_edition').sort();

function converted(lastYear: Assessment, now: Assessment, to: Form) {
  const past = convertWithRevisions(documentWith(now, [revisionOf(lastYear)]), to, edge());
  const [revision] = past.revisions;
  if (!revision) throw new Error('the revision is gone');
  return { ...past, revision, before: revision.assessment };
}

describe('revisions in a newer edition of the form', () => {
  it('differ from the present text exactly where they did', () => {
    fc.assert(
      fc.property(twoYears, ({ form, lastYear, now }) => {
        const { before, present } = converted(lastYear, now, formOf(form.id));
        const expected = keysOf(lastYear, now).flatMap((key) => placed(key, present.targetOf) ?? []);
        const found = keysOf(before, present.assessment);
        expect(withoutStamp(found)).toEqual(withoutStamp(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('differ in any other form or edition only where they did before', () => {
    fc.assert(
      fc.property(twoYears, anyEdition, ({ form, lastYear, now }, to) => {
        const { before, present } = converted(lastYear, now, formOf(to.id, to.edition));
        const old = keysOf(lastYear, now);
        const expected = new Set(old.flatMap((key) => placed(key, present.targetOf) ?? []));
        const gathered = form.id !== to.id && old.some((key) => key.includes('I.2.systems'));
        for (const key of keysOf(before, present.assessment))
          expect(expected.has(key) || (gathered && key === 'I.1.m3')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('lose no text: each stands in the new form, or the note of the revision says it', () => {
    fc.assert(
      fc.property(twoYears, anyEdition, ({ lastYear, now }, to) => {
        const { revision } = converted(lastYear, now, formOf(to.id, to.edition));
        const known = JSON.stringify([revision.assessment.values, revision.note ?? '']);
        for (const [path, value] of Object.entries(lastYear.values)) {
          if (path !== 'cover.form_edition' && typeof value === 'string')
            expect(known).toContain(JSON.stringify(value).slice(1, -1));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keep who, when, what for and the note they had', () => {
    const old = assessmentFrom(
      formOf('form2', '平成31年1月'),
      [{ path: 'cover.name', value: '国保' }],
      counter(),
    );
    const revision = revisionOf(old, { kind: 'submitted', note: '提出したもの' });
    const { revisions } = convertWithRevisions(documentWith(old, [revision]), formOf('form2'), edge());
    expect(revisions).toHaveLength(1);
    expect({ ...revisions[0], assessment: undefined }).toEqual({ ...revision, assessment: undefined });
    expect(revisions[0]?.assessment).toMatchObject({
      edition: formOf('form2').edition,
      values: { 'cover.name': '国保' },
    });
  });
});

describe('a document in a newer edition', () => {
  it('has no row of 変更箇所 against its own file in the old edition', () => {
    fc.assert(
      fc.property(twoYears, ({ form, lastYear }) => {
        const { present } = converted(lastYear, lastYear, formOf(form.id));
        expect(compareReport(lastYear, present.assessment).rows).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a revision alone has and the new form does not ask', () => {
  const audit = (done: string) => [{ path: 'III[1].8.has', value: { selected: [done], texts: {} } }];
  const [lastYear, now] = [audit('自己点検'), audit('内部監査')].map((items) =>
    assessmentFrom(formOf('form3'), items, counter()),
  );

  it('is told from what the present text has left behind too', () => {
    if (!lastYear || !now) throw new Error('no assessments');
    const other = convertWithRevisions(documentWith(now, [revisionOf(lastYear)]), formOf('form4'), edge());
    expect(other.revisions[0]?.note).toBe('!【Ⅲ リスク対策　８．監査　実施の有無】[○] 自己点検');
    const same = convertWithRevisions(documentWith(now, [revisionOf(now)]), formOf('form4'), edge());
    expect(same.revisions[0]?.note).toBe('=【Ⅲ リスク対策　８．監査　実施の有無】[○] 内部監査');
  });
});

describe('a document without an edition to compare with', () => {
  const old = assessmentFrom(
    formOf('form3', '平成30年5月'),
    [{ path: 'I.1.m2', value: '事務の内容' }],
    counter(),
  );

  it('keeps its text before the conversion as one', () => {
    const kept = [revisionOf(old, { kind: 'manual', name: '控え' })];
    const { revisions, present } = convertWithRevisions(documentWith(old, kept), formOf('form3'), edge());
    expect(revisions.map(({ kind, name, at }) => [kind, name, at])).toEqual([
      ['manual', '控え', 3],
      ['imported', '移行前', 7],
    ]);
    expect(revisions[1]?.assessment).toEqual(present.assessment);
    expect(keysOf(revisions[1]?.assessment ?? old, present.assessment)).toEqual([]);
  });

  it('gets none where it holds last year’s', () => {
    const { revisions } = convertWithRevisions(documentWith(old, [revisionOf(old)]), formOf('form3'), edge());
    expect(revisions.map(({ name }) => name)).toEqual(['前年度']);
  });
});

describe('decisions about changes', () => {
  const decision = { material: false, reason: '誤字脱字等の修正' };
  const round = {
    ...newRound('r1'),
    decisions: { 'I.4.basis': decision, 'added:II[f].4.items[x]': decision, 'III[f].8.has': decision },
    drafts: { 'I.4.basis#0': { date: '令和7年4月1日' } },
  };
  const document = documentOf(emptyAssessment(formOf('form3', '平成30年5月'), counter()), 'd', 1);

  it('stay with the same changes in a newer edition', () => {
    const { rounds } = convertWithRevisions({ ...document, rounds: [round] }, formOf('form3'), edge());
    expect(rounds).toEqual([round]);
  });

  it('go with their items to another form', () => {
    const { rounds } = convertWithRevisions({ ...document, rounds: [round] }, formOf('form4'), edge());
    expect(rounds[0]?.decisions).toEqual({ 'I.5.basis': decision, 'added:II[f].4.items[x]': decision });
    expect(rounds[0]?.drafts).toEqual({ 'I.5.basis#0': { date: '令和7年4月1日' } });
  });
});
