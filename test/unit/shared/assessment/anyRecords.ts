import fc from 'fast-check';
import { setEdit } from '../../../../shared/assessment/edit';
import type { EditRecord } from '../../../../shared/assessment/history';

const writer = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };

/** Typing, rests, and steps back and forth, in every order. */
export const anyRecords = fc
  .array(
    fc.record({
      act: fc.constantFrom(undefined, undefined, undefined, 'undo' as const, 'redo' as const),
      text: fc.constantFrom('国', '国民', undefined),
      rest: fc.constantFrom(100, 2_000),
      item: fc.constantFrom('I.1.m1', 'I.1.m2'),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ act, text, rest, item }, step): EditRecord => {
      at += rest;
      const edit = setEdit(item, undefined, text);
      return { seq: step + 1, at, author: writer, edit, ...(act ? { act } : {}) };
    });
  });
