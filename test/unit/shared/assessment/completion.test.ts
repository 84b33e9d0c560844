import { describe, expect, test } from 'vitest';
import { blankAfter, blanksOf, filledOf } from '../../../../shared/assessment/completion';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from './arbitrary';

const written = assessmentFrom(
  formOf('form2'),
  [{ path: 'cover.name', value: '国民健康保険に関する事務' }],
  counter(),
);

describe('what is filled in', () => {
  test('tells written items from blank ones in the order of the paper', () => {
    const filled = filledOf(written);
    expect(filled.get('cover.name')).toBe(true);
    expect(blanksOf(filled)).toHaveLength(filled.size - 1);
    expect(blanksOf(filled)).not.toContain('cover.name');
  });

  test('goes from blank to blank and round at the end', () => {
    const filled = filledOf(written);
    const blanks = blanksOf(filled);
    const passed = blanks.map((path) => blankAfter(filled, path));
    expect(passed).toEqual([...blanks.slice(1), blanks[0]]);
    expect(blankAfter(filled, undefined)).toBe(blanks[0]);
  });

  test('has no next where nothing is blank', () => {
    expect(blankAfter(new Map([['cover.name', true]]), 'cover.name')).toBeUndefined();
  });
});
