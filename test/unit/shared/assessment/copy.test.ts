import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateAt } from '../../../../shared/assessment/copy';
import { applyEdit, contentOf, entriesOf, invert } from '../../../../shared/assessment/edit';
import { itemsOf } from '../../../../shared/assessment/items';
import { moveBy } from '../../../../shared/assessment/reorder';
import { FILES } from '../../../../shared/assessment/path';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, counter } from './arbitrary';

describe('duplicateAt', () => {
  test('the copy says the same under ids of its own, and can be taken back', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        for (const list of Object.keys(assessment.lists)) {
          const edit = duplicateAt(assessment, list, 0, counter('copy'));
          const after = applyEdit(assessment, edit);
          const [first, second] = entriesOf(after, list);
          const shape = (id = '') => Object.values(contentOf(after, id).values);
          expect(shape(second?.id)).toEqual(shape(first?.id));
          expect(second?.id).not.toBe(first?.id);
          expect(applyEdit(after, invert(edit))).toEqual(assessment);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('a whole file is copied with its entries', () => {
    const assessment = emptyAssessment(formOf('form4'), counter());
    const after = applyEdit(assessment, duplicateAt(assessment, FILES, 0, counter('copy')));
    const lists = Object.keys(after.lists).filter((list) => list.includes('[copy'));
    expect(lists.length).toBe(Object.keys(assessment.lists).filter((list) => list.includes('[')).length);
  });
});

describe('moveBy', () => {
  const assessment = {
    ...emptyAssessment(formOf('form3'), counter()),
    lists: { 'I.2.systems': [{ id: 'a' }, { id: 'b', number: 3 }, { id: 'c' }] },
    values: { 'I.2.systems[a].m1': '一', 'I.2.systems[b].m1': '三', 'I.2.systems[c].m1': '四' },
  };

  test('moves, and numbers from 1 where the printed numbers no longer fit', () => {
    const edit = moveBy(assessment, 'I.2.systems', 'c', -2);
    const after = edit ? applyEdit(assessment, edit) : assessment;
    expect(itemsOf(after).map(({ path, value }) => [path, value])).toEqual([
      ['I.2.systems[1].m1', '四'],
      ['I.2.systems[2].m1', '一'],
      ['I.2.systems[3].m1', '三'],
    ]);
    expect(edit && applyEdit(after, invert(edit))).toEqual(assessment);
  });

  test('does not leave its list', () => {
    expect(moveBy(assessment, 'I.2.systems', 'a', -1)).toBeUndefined();
    expect(moveBy(assessment, 'I.2.systems', 'c', 1)).toBeUndefined();
    expect(moveBy(assessment, 'I.2.systems', 'nobody', 1)).toBeUndefined();
  });
});
