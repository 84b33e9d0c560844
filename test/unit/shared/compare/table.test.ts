import { emptyAssessment } from '../../../../shared/assessment/create';
import { describe, expect, it } from 'vitest';
import { applyEdit, entriesOf, insertInto, setValue } from '../../../../shared/assessment/edit';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { fromOrdinals } from '../../../../shared/assessment/ordinals';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { compare } from '../../../../shared/compare/compare';
import { compareReport } from '../../../../shared/compare/report';
import { planRound } from '../../../../shared/compare/rows/planRound';
import { changesWithoutRow } from '../../../../shared/compare/rows/generate';
import { earlierRows, tableEdit, type RowState } from '../../../../shared/compare/rows/table';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../assessment/arbitrary';

const earlier = {
  date: '令和6年4月1日',
  item: 'Ⅰ 基本情報－１．特定個人情報ファイルを取り扱う事務－①事務の名称',
  before: '住民基本台帳事務',
  after: '住民基本台帳に関する事務',
  timing: '事後',
  reason: '表記の統一であり、重要な変更に該当しない。',
};

const lastYear = assessmentFrom(
  formOf('form4'),
  [
    { path: 'cover.publish_date', value: '令和6年4月1日' },
    { path: 'I.1.m1', value: '住民基本台帳に関する事務' },
    { path: 'I.7.m1', value: '市民部市民課' },
    { path: 'II[1].1', value: '住民基本台帳ファイル' },
    { path: 'II[1].4.items[1].name', value: '住民記録システムの運用保守' },
    { path: 'annex3.rows[1]', value: earlier },
  ],
  counter('y'),
);

function set(document: Assessment, path: string, value: Value | undefined): Assessment {
  return applyEdit(document, setValue(document, fromOrdinals(document, path) ?? path, value));
}

const thisYear = set(
  set(set(lastYear, 'cover.publish_date', '令和7年4月1日'), 'I.7.m1', '市民部市民窓口課'),
  'I.1.m1',
  '住民基本台帳事務',
);

function made(document: Assessment): { readonly document: Assessment; readonly states: readonly RowState[] } {
  const comparison = compare(lastYear, document);
  const { states } = planRound(comparison);
  return { document: applyEdit(document, tableEdit(document, states)), states };
}

const kinds = (states: readonly RowState[]) => states.map(({ kind }) => kind);
const items = (document: Assessment) =>
  entriesOf(document, 'annex3.rows').map(({ id }) => document.values[`annex3.rows[${id}].item`]);

describe('the table of 変更箇所', () => {
  const first = made(thisYear);

  it('gets new rows behind the earlier ones, in the order of the form and the office’s own style', () => {
    expect(kinds(first.states)).toEqual(['new', 'new']);
    expect(items(first.document)).toEqual([
      earlier.item,
      'Ⅰ 基本情報－１．特定個人情報ファイルを取り扱う事務－①事務の名称',
      'Ⅰ 基本情報－７．評価実施機関における担当部署－①部署',
    ]);
    const id = entriesOf(first.document, 'annex3.rows')[2]?.id ?? '';
    expect(first.document.values[`annex3.rows[${id}].date`]).toBe('令和7年4月1日');
    expect(first.document.values[`annex3.rows[${id}].reason`]).toBe(
      '組織改正による変更であり、重要な変更に該当しない。',
    );
  });

  it('never touches earlier rows', () => {
    expect(earlierRows(compare(lastYear, first.document)).map(({ cells }) => cells)).toEqual([earlier]);
  });

  it('stays as it is when made again', () => {
    const again = made(first.document);
    expect(kinds(again.states)).toEqual(['same', 'same']);
    expect(again.document).toEqual(first.document);
  });

  it('keeps what a person worded, also when the change goes on', () => {
    const id = entriesOf(first.document, 'annex3.rows')[2]?.id ?? '';
    const worded = applyEdit(
      first.document,
      setValue(first.document, `annex3.rows[${id}].reason`, '令和7年4月の組織改正による。'),
    );
    const again = made(set(worded, 'I.7.m1', '市民部市民総合窓口課'));
    expect(kinds(again.states)).toEqual(['same', 'worded']);
    expect(again.document.values[`annex3.rows[${id}].reason`]).toBe('令和7年4月の組織改正による。');
  });

  it('renews a row that nobody touched', () => {
    const again = made(set(first.document, 'I.7.m1', '市民部市民総合窓口課'));
    expect(kinds(again.states)).toEqual(['same', 'stale']);
    const id = entriesOf(again.document, 'annex3.rows')[2]?.id ?? '';
    expect(again.document.values[`annex3.rows[${id}].after`]).toBe('市民部市民総合窓口課');
    expect(entriesOf(again.document, 'annex3.rows')).toHaveLength(3);
  });

  it('offers a row whose change is gone for removal, and removes it only then', () => {
    const back = set(first.document, 'I.7.m1', '市民部市民課');
    const again = made(back);
    expect(kinds(again.states)).toEqual(['same', 'vanished']);
    expect(again.document).toEqual(back);
    const gone = again.states.flatMap((state) => (state.kind === 'vanished' ? [state.existing.entryId] : []));
    expect(items(applyEdit(back, tableEdit(back, again.states, gone)))).toHaveLength(2);
  });

  it('takes a row that a person wrote for the change it names', () => {
    const id = 'handwritten';
    const values = {
      [`annex3.rows[${id}].item`]: 'Ⅰ基本情報　７　①部署',
      [`annex3.rows[${id}].after`]: '市民窓口課へ',
    };
    const written = applyEdit(thisYear, insertInto('annex3.rows', 1, { id }, { values, lists: {} }));
    expect(kinds(made(written).states)).toEqual(['new', 'worded']);
  });

  it('shows a person’s row without a change as theirs', () => {
    const values = { 'annex3.rows[mine].item': '別紙の様式' };
    const written = applyEdit(thisYear, insertInto('annex3.rows', 1, { id: 'mine' }, { values, lists: {} }));
    expect(kinds(made(written).states)).toEqual(['new', 'new', 'own']);
  });

  it('tells changes without a row', () => {
    const comparison = compare(lastYear, thisYear);
    expect(changesWithoutRow(comparison, []).map((difference) => difference.key)).toEqual([
      'I.1.m1',
      'I.7.m1',
    ]);
    expect(changesWithoutRow(comparison, planRound(comparison).rows)).toEqual([]);
  });
});

describe('the separator of 項目', () => {
  const item = (documentRows: typeof earlier | undefined, separator: string) => {
    const rows = documentRows ? [{ path: 'annex3.rows[1]', value: documentRows }] : [];
    const old = assessmentFrom(formOf('form4'), [{ path: 'I.7.m1', value: '市民課' }, ...rows], counter('s'));
    return planRound(compare(old, set(old, 'I.7.m1', '市民窓口課')), {}, { separator }).rows[0]?.item;
  };

  it('is the one that was set, where the document shows none', () => {
    expect(item(undefined, 'ー')).toBe('Ⅰ 基本情報ー７．評価実施機関における担当部署ー①部署');
    expect(item(undefined, '\n')).toContain('Ⅰ 基本情報\n７．');
  });

  it('is that of the document’s own rows, whatever was set', () => {
    expect(item(earlier, 'ー')).toBe('Ⅰ 基本情報－７．評価実施機関における担当部署－①部署');
  });
});

describe('the report of the command line', () => {
  it('tells differences and rows', () => {
    const withEntry = set(thisYear, 'II[1].4.items[1].m6', '株式会社みなもシステムズ');
    const { differences, rows } = compareReport(lastYear, withEntry);
    expect(differences.map(({ path, kind, material }) => [path, kind, material])).toEqual([
      ['cover.publish_date', 'changed', false],
      ['I.1.m1', 'changed', false],
      ['I.7.m1', 'changed', false],
      ['II[1].4.items[1].m6', 'changed', false],
    ]);
    expect(rows.at(-1)).toEqual({
      date: '令和7年4月1日',
      item: 'Ⅱ 特定個人情報ファイルの概要－４．特定個人情報ファイルの取扱いの委託－委託事項1－⑥委託先名',
      before: '－',
      after: '株式会社みなもシステムズ',
      timing: '事後',
      reason: '重要な変更の対象となる項目の変更ではないため、重要な変更に該当しない。',
    });
  });

  it('tells every value of a new entry under its path', () => {
    const list = Object.keys(thisYear.lists).find((key) => key.endsWith('4.items')) ?? '';
    const values = { [`${list}[new].name`]: 'データ入力業務', [`${list}[new].m6`]: '青葉データ株式会社' };
    const grown = applyEdit(thisYear, insertInto(list, 1, { id: 'new' }, { values, lists: {} }));
    const { differences, rows } = compareReport(lastYear, grown);
    expect(
      differences.filter(({ kind }) => kind === 'added').map(({ path, after }) => [path, after]),
    ).toEqual([
      ['II[1].4.items[2].name', 'データ入力業務'],
      ['II[1].4.items[2].m6', '青葉データ株式会社'],
    ]);
    expect(rows.filter(({ before }) => before === '－')).toHaveLength(2);
  });

  it('names another form as such, not as an edition of the same name', () => {
    const [form3, form4] = (['form3', 'form4'] as const).map((form) =>
      emptyAssessment(formOf(form), counter()),
    );
    if (!form3 || !form4) throw new Error('no form');
    expect(compareReport(form3, form4).differences).toEqual([
      {
        path: 'form',
        label: '様式',
        kind: 'changed',
        before: '重点項目評価書',
        after: '全項目評価書',
        material: false,
      },
    ]);
  });
});
