import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import {
  applyEdit,
  insertInto,
  invert,
  removeAt,
  setEdit,
  type Edit,
} from '../../../../shared/assessment/edit';
import { faultOf } from '../../../../shared/assessment/validate';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, anyEdit, counter } from './arbitrary';

const plain = emptyAssessment(formOf('form4'), counter('e'));
const file = plain.lists.files?.[0]?.id ?? '';
const entrusted = `II[${file}].4.items`;
const other = { id: 'x1' };

describe('an edit made on this state', () => {
  it('is accepted, and so is its inverse afterwards', () => {
    fc.assert(
      fc.property(anyAssessment, fc.gen(), (state, gen) => {
        const edit = gen(anyEdit, state, counter('v'));
        expect(faultOf(state, edit)).toBeUndefined();
        expect(faultOf(applyEdit(state, edit), invert(edit))).toBeUndefined();
      }),
    );
  });
});

describe('an edit is refused', () => {
  const refused: readonly (readonly [string, Edit, string])[] = [
    ['an item the form does not have', setEdit('I.99', undefined, 'a'), 'unknownPath'],
    ['an entry that is not there', setEdit(`${entrusted}[nobody].name`, undefined, 'a'), 'unknownPath'],
    ['a repeated item without its entry', setEdit('II.1', undefined, 'a'), 'unknownPath'],
    ['a heading', setEdit('I.1', undefined, 'a'), 'unknownPath'],
    ['another state of the item', setEdit('I.1.m1', '昨年の名称', 'a'), 'stale'],
    ['a number for a text', setEdit('I.1.m1', undefined, 3), 'wrongValue'],
    ['an option the item does not have', setEdit('I.1.m3', undefined, '100人未満'), 'wrongValue'],
    ['a negative count', setEdit(`II[${file}].4.count`, undefined, -1), 'wrongValue'],
    [
      'text behind an option without brackets',
      setEdit(`II[${file}].5.has`, undefined, { selected: [], texts: { 行っていない: 'a' } }),
      'wrongValue',
    ],
    [
      'a picture without bytes',
      setEdit('annex1.diagram', undefined, {
        images: [{ hash: 'x', mime: 'image/png', name: '', width: 1, height: 1, alt: '' }],
      }),
      'wrongValue',
    ],
    ['an id that is taken', insertInto(entrusted, 0, { id: file }), 'wrongEntry'],
    ['an id that would break a path', insertInto(entrusted, 0, { id: 'a]b' }), 'wrongEntry'],
    ['a position behind the end', insertInto(entrusted, 9, other), 'stale'],
    ['an unknown list', insertInto('I.2', 0, other), 'unknownPath'],
    [
      'content of another entry',
      insertInto(entrusted, 0, other, { values: { 'I.1.m1': 'a' }, lists: {} }),
      'wrongValue',
    ],
    [
      'a removal that forgets content',
      {
        ...removeAt(
          applyEdit(
            plain,
            setEdit(`${entrusted}[${plain.lists[entrusted]?.[0]?.id ?? ''}].name`, undefined, 'a'),
          ),
          entrusted,
          0,
        ),
        content: { values: { a: 'b' }, lists: {} },
      } as Edit,
      'stale',
    ],
    ['a move from behind the end', { kind: 'move', list: entrusted, from: 4, to: 0 }, 'stale'],
    [
      'a form nobody knows',
      {
        kind: 'header',
        before: { form: 'form4', edition: plain.edition, slots: {} },
        after: { form: 'form4', edition: '昭和64年1月', slots: {} },
      },
      'unknownForm',
    ],
    [
      'one wrong edit among several',
      { kind: 'batch', edits: [setEdit('I.1.m1', undefined, 'a'), setEdit('I.1.m1', undefined, 'b')] },
      'stale',
    ],
  ];

  it.each(refused)('for %s', (_, edit, kind) => {
    expect(faultOf(plain, edit)?.kind).toBe(kind);
  });
});
