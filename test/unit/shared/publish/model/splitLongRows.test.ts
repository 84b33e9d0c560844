import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLongRows } from '../../../../../shared/publish/model/splitLongRows';
import { cell, cellLines, labelCell, printed } from '../../../../../shared/publish/model/runs';
import type { Cell, PrintBlock, Row, TableBlock } from '../../../../../shared/publish/model/types';
import { PUBLICATIONS } from '../publications';

const label = (text: string, span = 1, more: Partial<Cell> = {}) => labelCell(text, span, more);
const value = (text: string, span: number) => cell('value', span, [printed('text', text)], { paths: [text] });
const long = { breakable: true, fromTop: true } as const;

function paged(...rows: readonly Row[]): readonly TableBlock[] {
  const table = { kind: 'table', label: '表', columns: [1, 1, 1], rows } as const;
  return tablesOf(splitLongRows([table]));
}

function tablesOf(blocks: readonly PrintBlock[]): readonly TableBlock[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

const words = (tables: readonly TableBlock[]) =>
  tables.map(({ rows }) => rows.map(({ cells }) => cells.flatMap(cellLines)));

describe('pagedBlocks', () => {
  test('a row that may be broken is a table of its own that begins with its label', () => {
    const tables = paged(
      { cells: [label('①名称'), value('甲', 2)] },
      { cells: [label('②内容'), value('乙', 2)], ...long },
      { cells: [label('③人数'), value('丙', 2)] },
    );
    expect(words(tables)).toEqual([[['①名称', '甲']], [['②内容'], ['乙']], [['③人数', '丙']]]);
    const [labels, text] = tables[1]?.rows ?? [];
    expect(tables[1]?.label).toBe('②内容');
    expect([labels?.header, labels?.keepNext, labels?.breakable]).toEqual([true, true, undefined]);
    expect(text).toMatchObject({ breakable: true, fromTop: true });
    expect(labels?.cells.every(({ openBelow }) => openBelow)).toBe(true);
    expect(text?.cells.every(({ openAbove }) => openAbove)).toBe(true);
  });

  test('a label above its text repeats as it is', () => {
    const above = { cells: [label('その他のリスク', 3)], keepNext: true } as const;
    const tables = paged(above, { cells: [value('甲', 3)], ...long });
    expect(words(tables)).toEqual([[['その他のリスク'], ['甲']]]);
    expect(tables[0]?.rows[0]?.header).toBe(true);
  });

  test('a label over several rows, one of them long, becomes a cell in each', () => {
    const tables = paged(
      { cells: [label('再委託', 1, { rowSpan: 2, vertical: true }), label('有無'), value('甲', 1)] },
      { cells: [label('事項'), value('乙', 1)], covered: 1, ...long },
    );
    expect(words(tables)).toEqual([[['再委託', '有無', '甲']], [['事項'], ['乙']]]);
    expect(tables[0]?.rows[0]?.minHeight).toBeGreaterThan(600);
    const all = tables.flatMap(({ rows }) => rows);
    expect(all.map(({ cells, covered = 0 }) => cells.reduce((sum, { span }) => sum + span, covered))).toEqual(
      all.map(() => 3),
    );
  });

  test('a name that stands upright stays beside its text, where it has room', () => {
    const tables = paged(
      {
        cells: [label('再委託', 1, { rowSpan: 2, vertical: true }), label('有無'), value('甲', 1)],
        ...long,
      },
      { cells: [label('事項'), value('乙', 1)], covered: 1 },
    );
    expect(words(tables)).toEqual([[['有無'], ['再委託', '甲']], [['事項', '乙']]]);
  });

  test('a table that repeats its own head is left as it is', () => {
    const head = { cells: [cell('head', 3, [printed('head', '変更日')])], header: true } as const;
    const rows = [head, { cells: [label('①'), value('甲', 2)], ...long }];
    expect(paged(...rows)).toEqual([{ kind: 'table', label: '表', columns: [1, 1, 1], rows }]);
  });

  const someRows = fc.array(
    fc.record({ isLong: fc.boolean(), hasLabel: fc.boolean(), keepNext: fc.boolean() }),
    { minLength: 1, maxLength: 8 },
  );

  test('every word and every value stays, in its order, and tables have lines above and below', () => {
    fc.assert(
      fc.property(someRows, (kinds) => {
        const rows = kinds.map(({ isLong, hasLabel, keepNext }, at): Row => ({
          cells: hasLabel
            ? [label(`項目${String(at)}`), value(`値${String(at)}`, 2)]
            : [value(`値${String(at)}`, 3)],
          ...(isLong ? long : {}),
          ...(keepNext ? { keepNext } : {}),
        }));
        const tables = paged(...rows);
        expect(words(tables).flat(2)).toEqual(rows.flatMap(({ cells }) => cells.flatMap(cellLines)));
        for (const table of tables) {
          expect(table.rows[0]?.cells.some(({ openAbove }) => openAbove)).toBe(false);
          expect(table.rows.at(-1)?.cells.some(({ openBelow }) => openBelow)).toBe(false);
          expect(table.rows.slice(1).some(({ header }) => header)).toBe(false);
        }
      }),
    );
  });

  const names = Object.keys(PUBLICATIONS);

  test.each(names)('%s: nothing is lost and every row fills its grid', (name) => {
    for (const { blocks } of PUBLICATIONS[name]?.().sections ?? []) {
      const after = tablesOf(splitLongRows(blocks));
      const count = (tables: readonly TableBlock[]) => words(tables).flat(2).sort();
      expect(count(after)).toEqual(count(tablesOf(blocks)));
      for (const { columns, rows } of after)
        for (const { cells, covered = 0 } of rows)
          expect(cells.reduce((sum, { span }) => sum + span, covered)).toBe(columns.length);
    }
  });
});
