import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, insertInto, removeAt, setValue } from '../../../../shared/assessment/edit';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { itemsOf } from '../../../../shared/assessment/items';
import { fromOrdinals } from '../../../../shared/assessment/ordinals';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { compare } from '../../../../shared/compare/compare';
import {
  mirrorDifference,
  revertDifferences,
  applyDifferences,
} from '../../../../shared/compare/applyDifferences';
import type { Comparison } from '../../../../shared/compare/types';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, anyEdit, counter } from '../assessment/arbitrary';

/** Two documents of one history: the second grew out of the first by random edits. */
const editedPair = fc.tuple(anyAssessment, fc.gen(), fc.nat({ max: 12 })).map(([before, gen, steps]) => {
  let after = before;
  const newId = counter('y');
  for (let step = 0; step < steps; step++) after = applyEdit(after, gen(anyEdit, after, newId));
  return { before, after };
});

/**
 * Of one history, and it shows: where no entry of the old document is left, entries are matched by what they say, as in any two files.
 * The values are right then; the names of entries stay the old ones.
 */
const relatedPair = editedPair.filter(({ before, after }) => {
  const idsOf = ({ lists }: Assessment) => Object.values(lists).flatMap((list) => list.map(({ id }) => id));
  const [old, newer] = [idsOf(before), new Set(idsOf(after))];
  return old.length === 0 || old.some((id) => newer.has(id));
});

/** The same document as another file would bring it: no id in common. */
function asOtherFile(assessment: Assessment): Assessment {
  const form = formOf(assessment.form, assessment.edition);
  return assessmentFrom(form, itemsOf(assessment), counter('other'));
}

const sorted = (differences: readonly unknown[]) =>
  differences.map((d) => JSON.stringify(d, sortedKeys)).sort();
const sortedKeys = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe('comparing', () => {
  it('finds nothing between a document and itself', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        expect(compare(assessment, assessment).differences).toEqual([]);
      }),
    );
  });

  it('finds nothing a reader sees between a document and the same one from another file', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const first = asOtherFile(assessment);
        const second = assessmentFrom(formOf(first.form, first.edition), itemsOf(first), counter('third'));
        expect(compare(first, second).differences).toEqual([]);
      }),
    );
  });

  it('mirrors when the documents change places', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        const there = compare(before, after).differences.map(mirrorDifference);
        expect(sorted(compare(after, before).differences)).toEqual(sorted(there));
      }),
    );
  });

  it('mirrors between documents without a common history', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        const other = asOtherFile(after);
        const there = compare(before, other).differences.map(mirrorDifference);
        expect(sorted(compare(other, before).differences)).toEqual(sorted(there));
      }),
    );
  });

  it('gives the new document when applied to the old one', () => {
    fc.assert(
      fc.property(relatedPair, ({ before, after }) => {
        expect(applyEdit(before, applyDifferences(compare(before, after)))).toEqual(after);
      }),
    );
  });

  it('gives the old document when taken back from the new one', () => {
    fc.assert(
      fc.property(relatedPair, ({ before, after }) => {
        expect(applyEdit(after, revertDifferences(compare(before, after)))).toEqual(before);
      }),
    );
  });

  it('gives every value of the new document, also without a common history', () => {
    fc.assert(
      fc.property(editedPair, ({ before, after }) => {
        const other = asOtherFile(after);
        expect(itemsOf(applyEdit(before, applyDifferences(compare(before, other))))).toEqual(itemsOf(other));
      }),
    );
  });
});

const form4 = formOf('form4');

function documentOf(items: Readonly<Record<string, Value>>, prefix: string): Assessment {
  const list = Object.entries(items).map(([path, value]) => ({ path, value }));
  return assessmentFrom(form4, list, counter(prefix));
}

function kindsOf(comparison: Comparison): string[] {
  return comparison.differences.map((difference) => {
    if (difference.kind === 'header') return 'header';
    const renamed = difference.kind === 'changed' && difference.renames;
    return `${renamed ? 'renamed' : difference.kind} ${difference.item}`;
  });
}

const contract = (name: string, work: string, firm: string, at: number): Record<string, Value> => ({
  [`II[1].4.items[${String(at)}].name`]: name,
  [`II[1].4.items[${String(at)}].m1`]: work,
  [`II[1].4.items[${String(at)}].m6`]: firm,
});

const three = [
  ['納付書の印刷及び封入封緘業務', '納付書を印刷し、封入封緘して郵便局へ引き渡す。', 'みなも印刷株式会社'],
  [
    '住民記録システムの運用保守',
    'システムの監視、障害対応及び制度改正に伴う改修を行う。',
    '株式会社みなもシステムズ',
  ],
  ['コールセンター業務', '住民からの電話による問合せに応じる。', '青葉サポート株式会社'],
] as const;

const inserted = ['データ入力業務', '届書をシステムへ入力する。', 'はやぶさデータ株式会社'] as const;

function contracts(list: readonly (readonly [string, string, string])[], prefix: string): Assessment {
  return documentOf(
    Object.assign({}, ...list.map((entry, at) => contract(...entry, at + 1))) as Record<string, Value>,
    prefix,
  );
}

describe('entries of files without a common history', () => {
  it('stay themselves when one is inserted before them', () => {
    const after = contracts([three[0], inserted, three[1], three[2]], 'b');
    expect(kindsOf(compare(contracts(three, 'a'), after))).toEqual(['added II.4.items']);
  });

  it('tell removed from moved', () => {
    expect(kindsOf(compare(contracts(three, 'a'), contracts([three[0], three[2]], 'b')))).toEqual([
      'removed II.4.items',
    ]);
    expect(kindsOf(compare(contracts(three, 'a'), contracts([three[2], three[0], three[1]], 'b')))).toEqual([
      'moved II.4.items',
    ]);
  });

  it('know a renamed entry by its content', () => {
    const renamed = [three[0], ['標準準拠システムの保守', three[1][1], three[1][2]], three[2]] as const;
    expect(kindsOf(compare(contracts(three, 'a'), contracts(renamed, 'b')))).toEqual([
      'renamed II.4.items.name',
    ]);
  });

  it('tell a replaced entry from a changed one', () => {
    const replaced = [
      three[0],
      ['文書の廃棄', '保存期間を過ぎた届書を溶解する。', '丘の上紙業'],
      three[2],
    ] as const;
    expect(kindsOf(compare(contracts(three, 'a'), contracts(replaced, 'b'))).sort()).toEqual([
      'added II.4.items',
      'removed II.4.items',
    ]);
  });
});

describe('values', () => {
  const path = (document: Assessment) => fromOrdinals(document, 'II[1].3.m6') ?? '';

  it.each([
    ['全角と半角', '番号法第９条', '番号法第9条', true],
    ['空白と改行', '住民の 異動\nのため', '住民の異動のため', true],
    ['語', '住民の異動のため', '住民の転入のため', false],
  ])('tell differences of form apart: %s', (_, before, after, formOnly) => {
    const old = documentOf({ 'II[1].3.m6': before }, 'a');
    const newer = applyEdit(old, setValue(old, path(old), after));
    expect(compare(old, newer).differences).toMatchObject([{ kind: 'changed', formOnly }]);
  });
});

it('keeps entries of one history apart even when they look alike', () => {
  const old = contracts(three, 'a');
  const list = Object.keys(old.lists).find((key) => key.endsWith('4.items')) ?? '';
  const content = removeAt(old, list, 0);
  const gone = applyEdit(old, content);
  const back = applyEdit(gone, insertInto(list, 0, { id: 'fresh' }));
  expect(kindsOf(compare(old, back)).sort()).toEqual(['added II.4.items', 'removed II.4.items']);
});
