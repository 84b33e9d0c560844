import { describe, expect, test } from 'vitest';
import { checksOf, shownOptions, ticked, withText } from '../../../../renderer/fields/checks';
import type { FormItem } from '../../../../shared/forms/types';

const item: FormItem = {
  id: 'x',
  label: '提供方法',
  type: 'checks',
  options: [
    { label: '5情報', slot: 'n' },
    { label: '4情報', slot: 'n' },
    { label: '紙' },
    { label: 'その他', withText: true },
    { label: '行っていない', exclusive: true },
  ],
};
const option = (label: string) => item.options?.find((candidate) => candidate.label === label) ?? { label };
const checks = (...selected: string[]) => ({ selected, texts: {} });

describe('ticked', () => {
  test('keeps the order of the form', () => {
    expect(ticked(item, checks('その他'), option('紙'), true)?.selected).toEqual(['紙', 'その他']);
  });

  test('an exclusive option and the others clear each other', () => {
    expect(ticked(item, checks('紙', 'その他'), option('行っていない'), true)?.selected).toEqual([
      '行っていない',
    ]);
    expect(ticked(item, checks('行っていない'), option('紙'), true)?.selected).toEqual(['紙']);
  });

  test('wordings of one place clear each other', () => {
    expect(ticked(item, checks('4情報', '紙'), option('5情報'), true)?.selected).toEqual(['5情報', '紙']);
  });

  test('clearing keeps the text in the brackets; nothing at all is no value', () => {
    const written = { selected: ['その他'], texts: { その他: 'LGWAN' } };
    expect(ticked(item, written, option('その他'), false)).toEqual({
      selected: [],
      texts: { その他: 'LGWAN' },
    });
    expect(ticked(item, checks('紙'), option('紙'), false)).toBeUndefined();
  });

  test('a selection that the form does not know stays', () => {
    expect(ticked(item, checks('旧項目'), option('紙'), true)?.selected).toEqual(['紙', '旧項目']);
  });
});

test('writing in the brackets ticks nothing; emptying them leaves no trace', () => {
  expect(withText(checksOf(undefined), option('その他'), '窓口')).toEqual({
    selected: [],
    texts: { その他: '窓口' },
  });
  expect(withText({ selected: [], texts: { その他: '窓口' } }, option('その他'), '')).toBeUndefined();
});

test('of the wordings of one place one is shown: the selected, else the named', () => {
  const labels = (selected: readonly string[]) =>
    shownOptions(item, checks(...selected), { n: '4情報' }).map(({ label }) => label);
  expect(labels([])).toEqual(['4情報', '紙', 'その他', '行っていない']);
  expect(labels(['5情報'])).toEqual(['5情報', '紙', 'その他', '行っていない']);
});
