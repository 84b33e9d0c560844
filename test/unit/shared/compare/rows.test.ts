import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../../shared/assessment/edit';
import { itemIdOf } from '../../../../shared/assessment/path';
import type { Value } from '../../../../shared/assessment/types';
import { compare } from '../../../../shared/compare/compare';
import { abridge } from '../../../../shared/compare/rows/abridge';
import { applyRow, type AppliedRow } from '../../../../shared/compare/rows/applyRow';
import { applyElided } from '../../../../shared/compare/rows/elision';
import { generateRows, rowTextsOf } from '../../../../shared/compare/rows/generate';
import { DEFAULT_ROW_STYLE, type RowStyle } from '../../../../shared/compare/rows/style';
import { readsAlike } from '../../../../shared/assessment/values';
import { formOf } from '../../../../shared/forms/catalog';
import { findItem, indexOf, isLeaf } from '../../../../shared/forms/lookup';
import type { FormItem } from '../../../../shared/forms/types';
import { anyAssessment, anyEdit, counter, valueFor } from '../assessment/arbitrary';

const styles: fc.Arbitrary<RowStyle> = fc
  .tuple(
    fc.constantFrom('one' as const, 'each' as const),
    fc.constantFrom(0, 30, 200),
    fc.constantFrom('items' as const, 'entry' as const),
  )
  .map(([perItem, fullUpTo, perEntry]) => ({ ...DEFAULT_ROW_STYLE, perItem, fullUpTo, perEntry }));

function applyAll(
  item: FormItem | undefined,
  value: Value | undefined,
  rows: readonly { before: string; after: string }[],
  style: RowStyle,
): AppliedRow {
  let applied: AppliedRow = value === undefined ? { fits: true } : { fits: true, value };
  for (const row of rows) if (applied.fits) applied = applyRow(item, applied.value, row, style);
  return applied;
}

const leaves = indexOf(formOf('form4'))
  .all.map(({ item }) => item)
  .filter((item) => isLeaf(item) && item.type !== 'image');

describe('a generated row', () => {
  it('makes the new value of the old one, whatever the type of the item', () => {
    const change = fc
      .constantFrom(...leaves)
      .chain((item) =>
        fc.tuple(
          fc.constant(item),
          fc.option(valueFor(item), { nil: undefined }),
          fc.option(valueFor(item), { nil: undefined }),
          styles,
        ),
      );
    fc.assert(
      fc.property(change, ([item, before, after, style]) => {
        fc.pre(!readsAlike(before, after));
        const applied = applyAll(item, before, rowTextsOf(item, before, after, style), style);
        expect(applied.fits).toBe(true);
        if (!applied.fits) return;
        if (typeof after === 'string') expect(applied.value).toBe(after);
        else expect(readsAlike(applied.value, after)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  const sentence = fc.constantFrom(
    '入退室を記録している。',
    '施錠する。',
    '番号法第９条第１項に基づき利用する。\n',
    '削除',
    '－',
    '・監視カメラを設置している。\n',
    '（略）',
    '資格確認書を交付する。',
    '、',
  );
  const longText = fc.array(sentence, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));

  it('leaves out only what can be put back', () => {
    fc.assert(
      fc.property(fc.tuple(longText, longText, styles), ([before, after, style]) => {
        fc.pre(before !== after);
        const applied = applyAll(
          findItem(formOf('form4'), 'I.1.m2')?.item,
          before,
          rowTextsOf(undefined, before, after, style),
          style,
        );
        expect(applied).toEqual({ fits: true, value: after });
      }),
      { numRuns: 1000 },
    );
  });

  it('belongs to every change a reader would notice, and applies to its item', () => {
    const pair = fc.tuple(anyAssessment, fc.gen(), fc.nat({ max: 10 }), styles);
    fc.assert(
      fc.property(pair, ([before, gen, steps, style]) => {
        let after = before;
        for (let step = 0; step < steps; step++)
          after = applyEdit(after, gen(anyEdit, after, counter(`y${String(step)}`)));
        const comparison = compare(before, after);
        const rows = generateRows(comparison, {
          style,
          date: '',
          submission: () => ({ timing: '', reason: '' }),
        });
        for (const difference of comparison.differences) {
          if (difference.kind !== 'changed' || difference.formOnly) continue;
          const own = rows.filter((row) => row.difference === difference.key);
          const item = findItem(formOf(after.form, after.edition), itemIdOf(difference.newPath))?.item;
          if (item?.type === 'image' || own.length === 0) continue;
          const applied = applyAll(item, difference.before, own, style);
          expect(applied.fits && readsAlike(applied.value, difference.after)).toBe(true);
        }
      }),
    );
  });
});

const style = DEFAULT_ROW_STYLE;
const sides = (id: string, before: Value | undefined, after: Value | undefined) =>
  rowTextsOf(findItem(formOf('form4'), id)?.item, before, after, style);

describe('the words of a row', () => {
  it.each([
    ['a choice', 'II.4.items.re.m7', '再委託する', '再委託しない', '再委託する', '再委託しない'],
    ['a count', 'II.5.provide_count', 24, 21, '（24）件', '（21）件'],
    ['a flag', 'III.4.none', undefined, true, '[　]委託しない', '[○]委託しない'],
    ['a new text', 'I.1.m1', undefined, '介護保険に関する事務', '－', '介護保険に関する事務'],
    ['a text taken out', 'I.1.m1', '介護保険に関する事務', undefined, '介護保険に関する事務', '削除'],
    ['a text that says 削除', 'I.1.m1', '廃止', '削除', '廃止', '「削除」'],
  ] as const)('%s', (_, id, before, after, shownBefore, shownAfter) => {
    expect(sides(id, before, after)).toEqual([{ before: shownBefore, after: shownAfter }]);
  });

  it('shows only the options that changed', () => {
    const before = { selected: ['庁内連携システム'], texts: {} };
    const after = { selected: ['庁内連携システム', 'その他'], texts: { その他: '証明書交付システム' } };
    expect(sides('I.2.systems.m3', before, after)).toEqual([
      { before: '[　]その他', after: '[○]その他（証明書交付システム）' },
    ]);
  });
});

describe('a long text', () => {
  const kept = Array.from({ length: 24 }, (_, at) => `・措置その${String(at + 1)}を講じている。\n`);
  const before = kept.join('');
  const change = (lines: readonly string[], at: number, line: string) =>
    lines.map((old, place) => (place === at ? line : old));

  it('keeps the sentence that changed', () => {
    const after = change(kept, 5, '・監視カメラを設置している。\n').join('');
    expect(abridge(before, after, style)).toEqual([
      {
        before: '（略）\n・措置その6を講じている。\n（略）',
        after: '（略）\n・監視カメラを設置している。\n（略）',
      },
    ]);
  });

  it('has one row for each change where the office writes it so', () => {
    const after = change(change(kept, 2, '・甲。\n'), 9, '・乙。\n').join('');
    expect(abridge(before, after, { ...style, perItem: 'each' })).toHaveLength(2);
    expect(abridge(before, after, style)).toHaveLength(1);
  });

  it('is put back together from what was left out', () => {
    expect(
      applyElided('一。二。三。', { before: '（略）二。（略）', after: '（略）弐。（略）' }, '（略）'),
    ).toBe('一。弐。三。');
    expect(applyElided('一。二。', { before: '（略）', after: '（略）三。' }, '（略）')).toBe('一。二。三。');
    expect(applyElided('一。二。', { before: '（略）四。', after: '（略）五。' }, '（略）')).toBeUndefined();
  });
});
