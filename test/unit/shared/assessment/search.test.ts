import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyEdit, insertInto, invert, setValue } from '../../../../shared/assessment/edit';
import { ATTACHMENTS } from '../../../../shared/assessment/path';
import { findIn, replaceAt, search, textLocations } from '../../../../shared/assessment/search';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, counter, japaneseText } from './arbitrary';

const ignoring = { ignoreWidth: true };
const exact = { ignoreWidth: false };

function written(values: Readonly<Record<string, Value>>): Assessment {
  const empty = emptyAssessment(formOf('form3'), counter());
  return Object.entries(values).reduce(
    (now, [path, value]) => applyEdit(now, setValue(now, path, value)),
    empty,
  );
}

describe('findIn', () => {
  test('counts characters of the original where width is folded', () => {
    expect(findIn('前ｻｰﾊﾞｰ後', 'サーバー', ignoring)).toEqual([{ from: 1, to: 6 }]);
    expect(findIn('第９条第１項', '9条第1', ignoring)).toEqual([{ from: 1, to: 5 }]);
    expect(findIn('第９条', '9', exact)).toEqual([]);
  });

  test('never cuts a sign that folds into several', () => {
    expect(findIn('㍿みなも', '株式', ignoring)).toEqual([{ from: 0, to: 1 }]);
    expect(findIn('𠮷野家', '吉', ignoring)).toEqual([]);
    expect(findIn('葛󠄀城市', '城', ignoring)).toEqual([{ from: 3, to: 4 }]);
  });

  test('every place it names holds the query', () => {
    fc.assert(
      fc.property(japaneseText, japaneseText, japaneseText, (before, query, after) => {
        const text = before + query + after;
        const hits = findIn(text, query, exact);
        expect(hits.length).toBeGreaterThan(0);
        for (const { from, to } of hits) expect(text.slice(from, to)).toBe(query);
        expect(findIn(text, query, ignoring).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('search and replace', () => {
  const document = applyEdit(
    written({
      'cover.name': '旧システムに関する事務',
      'I.1.m2': '旧システムで入力し、旧ｼｽﾃﾑで確認する。',
      'I.2.systems[e2].m3': { selected: ['その他'], texts: { その他: '旧システム' } },
    }),
    insertInto(
      ATTACHMENTS,
      0,
      { id: 'x' },
      { values: { [`${ATTACHMENTS}[x].rows`]: { rows: [['番号', '旧システム']] } }, lists: {} },
    ),
  );

  test('finds texts, brackets of options and cells, in official order', () => {
    const systems = Object.keys(document.lists).find((list) => list === 'I.2.systems');
    expect(systems).toBe('I.2.systems');
    const found = search(document, '旧システム', ignoring).map(({ path, within }) => [path, within]);
    expect(found).toContainEqual(['cover.name', undefined]);
    expect(found.filter(([path]) => path === 'I.1.m2')).toHaveLength(2);
    expect(found.at(-1)).toEqual([`${ATTACHMENTS}[x].rows`, '0:1']);
    expect(search(document, '旧システム', exact).filter(({ path }) => path === 'I.1.m2')).toHaveLength(1);
  });

  test('replaces every place in one step that can be taken back', () => {
    const edit = replaceAt(document, search(document, '旧システム', ignoring), '新基盤');
    const after = applyEdit(document, edit);
    expect(after.values['I.1.m2']).toBe('新基盤で入力し、新基盤で確認する。');
    expect(after.values[`${ATTACHMENTS}[x].rows`]).toEqual({ rows: [['番号', '新基盤']] });
    expect(search(after, '旧システム', ignoring)).toEqual([]);
    expect(applyEdit(after, invert(edit))).toEqual(document);
  });

  test('replacing by itself changes nothing, in any document', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const query = '番号法';
        const edit = replaceAt(assessment, search(assessment, query, exact), query);
        expect(applyEdit(assessment, edit)).toEqual(assessment);
      }),
      { numRuns: 20 },
    );
  });

  test('an empty query finds nothing', () => {
    expect(search(document, '', ignoring)).toEqual([]);
    expect(textLocations(document).length).toBeGreaterThan(0);
  });
});
