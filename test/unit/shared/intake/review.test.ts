import { describe, expect, it } from 'vitest';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { formOf } from '../../../../shared/forms/catalog';
import {
  countStates,
  ownersOf,
  reviewedItems,
  segmentsOf,
  sourcePages,
  standsFor,
} from '../../../../shared/intake/review';
import { counter } from '../assessment/arbitrary';

describe('states of items', () => {
  const assessment = assessmentFrom(
    formOf('form2'),
    [{ path: 'I.1.m1', value: '住民票に関する事務' }],
    counter(),
  );
  const mark = { path: 'I.1.m3', reason: { code: 'x' }, where: [], candidates: [] };
  const places = [
    { path: 'I.1.m1', where: [] },
    { path: 'I.1.m2', where: [] },
  ];
  const stateOf = (path: string, review = [mark]) =>
    reviewedItems({ assessment, review, places }).find((item) => item.path === path)?.state;

  it('tell what is certain, to be checked, blank in the source and not in the source', () => {
    expect(['I.1.m1', 'I.1.m3', 'I.1.m2', 'I.2'].map((path) => stateOf(path))).toEqual([
      'certain',
      'review',
      'blank',
      'absent',
    ]);
  });

  it('are no longer to be checked once a person has decided', () => {
    const settled = { ...mark, settled: { at: 1, author: { name: '', department: '', pc: '' } } };
    expect(stateOf('I.1.m3', [settled])).toBe('absent');
  });

  it('count every item once, marks without an item too', () => {
    const lost = { ...mark, path: 'attachments[1]' };
    const items = reviewedItems({ assessment, review: [mark, lost], places });
    const counts = countStates(items);
    expect(counts.review).toBe(2);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(items.length);
  });
});

describe('the source', () => {
  it('is cut where the text belongs to another item; the smaller stretch goes first', () => {
    const leftover = [
      { id: 'n1', where: { block: 0, from: 6, to: 8 }, text: '残り', state: 'open' as const },
    ];
    const owners = ownersOf(
      {
        places: [
          { path: 'a', where: [{ block: 0, from: 0, to: 4 }] },
          { path: 'b', where: [{ block: 0, from: 2, to: 4 }] },
        ],
      },
      leftover,
    );
    expect(segmentsOf('甲甲乙乙見出残り', owners.get(0))).toEqual([
      { text: '甲甲', paths: ['a'] },
      { text: '乙乙', paths: ['b'] },
      { text: '見出', paths: [] },
      { text: '残り', paths: [], leftover: 'n1' },
    ]);
  });

  it('names every item that one cell became', () => {
    const at = { block: 0, from: 0, to: 4 };
    const places = ['a.contact', 'a.ident', 'rows[1]'].map((path) => ({ path, where: [at] }));
    const [segment] = segmentsOf('甲甲乙乙', ownersOf({ places }, []).get(0));
    expect(segment?.paths).toEqual(['a.contact', 'a.ident', 'rows[1]']);
    const paths = ['rows[1].date', 'a.contact', 'a', 'a.contact.more'];
    expect(paths.filter((path) => segment && standsFor(segment, path))).toEqual([
      'rows[1].date',
      'a.contact',
    ]);
  });

  it('shows text that is left over as well as the item whose place it lies in', () => {
    const owners = ownersOf({ places: [{ path: 'a', where: [{ block: 0, from: 0, to: 4 }] }] }, [
      { id: 'n1', text: '乙乙', state: 'open', where: { block: 0, from: 2, to: 4 } },
    ]);
    expect(segmentsOf('甲甲乙乙', owners.get(0))).toEqual([
      { text: '甲甲', paths: ['a'] },
      { text: '乙乙', paths: ['a'], leftover: 'n1' },
    ]);
  });

  it('loses no character in being cut', () => {
    const owners = ownersOf({ places: [{ path: 'a', where: [{ block: 0, from: 1, to: 99 }] }] }, []);
    expect(segmentsOf('一二三', owners.get(0)).map(({ text }) => text)).toEqual(['一', '二三']);
  });

  it('shows what was left over as such, also where an item looked for its value there', () => {
    const where = { block: 0, from: 0, to: 2 };
    const left = { id: 'x', where, text: '一二', state: 'open' as const };
    const owners = ownersOf({ places: [{ path: 'a', where: [where] }] }, [left]);
    expect(segmentsOf('一二', owners.get(0))).toEqual([{ text: '一二', paths: ['a'], leftover: 'x' }]);
  });

  it('gives a column of long texts more room than one of single words', () => {
    const cell = (row: number, column: number, length: number) => ({
      where: { table: 1, row, column },
      text: '字'.repeat(length),
    });
    const rows = [1, 2, 3].flatMap((row) => [cell(row, 1, 9), cell(row, 2, 81), cell(row, 3, 1)]);
    const [table] = sourcePages(rows)[0]?.chunks ?? [];
    expect(table?.kind === 'table' && table.widths).toEqual([3, 9, 2.5]);
  });

  it('is dealt out in pages, its tables in rows', () => {
    const cell = (page: number, row: number, column: number, text: string) => ({
      where: { page, table: 1, row, column },
      text,
    });
    const pages = sourcePages([
      { where: { page: 1 }, text: '題' },
      cell(1, 1, 1, 'ア'),
      cell(1, 1, 3, 'イ'),
      cell(1, 2, 1, 'ウ'),
      { where: { page: 2 }, text: '次' },
    ]);
    expect(pages.map(({ page, chunks }) => [page, chunks.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    const table = pages[0]?.chunks[1];
    expect(
      table?.kind === 'table' && [table.columns, table.rows.map((row) => row.map(({ text }) => text))],
    ).toEqual([
      [1, 3],
      [['ア', 'イ'], ['ウ']],
    ]);
  });

  it('without pages is dealt out in sheaves', () => {
    const blocks = Array.from({ length: 200 }, (_, line) => ({ where: { line }, text: '行' }));
    expect(sourcePages(blocks).map(({ chunks }) => chunks.length)).toEqual([80, 80, 40]);
  });
});
