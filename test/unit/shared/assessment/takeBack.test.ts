import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyEdit, insertInto, invert, removeAt, setValue } from '../../../../shared/assessment/edit';
import { canRevert, sameContent } from '../../../../shared/assessment/canRevert';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, anyEdit, counter, edited } from './arbitrary';

const newId = counter('x');

describe('an edit that is taken back alone', () => {
  it('can be right after it was made, unless it moves an entry, and not any more once it was', () => {
    const cases = anyAssessment.chain((before) => anyEdit(before, newId).map((edit) => ({ before, edit })));
    fc.assert(
      fc.property(cases, ({ before, edit }) => {
        const after = applyEdit(before, edit);
        const changed = !sameContent(before, after) && edit.kind !== 'move';
        expect(canRevert(after, edit)).toBe(changed);
        if (changed) expect(canRevert(applyEdit(after, invert(edit)), edit)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves what was written since as it is', () => {
    const cases = fc.tuple(anyAssessment, fc.integer(), fc.nat({ max: 6 })).chain(([before, seed, steps]) =>
      anyEdit(before, newId).map((edit) => ({
        before,
        edit,
        later: edited(applyEdit(before, edit), seed, steps, counter('y')),
      })),
    );
    fc.assert(
      fc.property(cases, ({ edit, later }) => {
        if (!canRevert(later, edit)) return;
        const without = applyEdit(later, invert(edit));
        expect(sameContent(applyEdit(without, edit), later)).toBe(true);
        for (const path of Object.keys(later.values))
          if (edit.kind === 'set' && path !== edit.path)
            expect(without.values[path]).toEqual(later.values[path]);
      }),
      { numRuns: 100 },
    );
  });

  const empty = emptyAssessment(formOf('form3'), counter());
  const systems = 'I.2.systems';

  it('cannot be once something else stands in its place', () => {
    const edit = setValue(empty, 'I.7', '一つめ');
    const over = applyEdit(applyEdit(empty, edit), setValue(applyEdit(empty, edit), 'I.7', '二つめ'));
    expect(canRevert(over, edit)).toBe(false);
  });

  it('cannot be where its entry is gone', () => {
    const added = applyEdit(empty, insertInto(systems, 1, { id: 's' }));
    const edit = setValue(added, `${systems}[s].m1`, '');
    const named = applyEdit(added, setValue(added, `${systems}[s].m1`, '宛名システム'));
    const cleared = { ...setValue(named, `${systems}[s].m1`, undefined) };
    const after = applyEdit(named, cleared);
    expect(canRevert(after, cleared)).toBe(true);
    expect(canRevert(applyEdit(after, removeAt(after, systems, 1)), cleared)).toBe(false);
    expect(canRevert(added, edit)).toBe(false);
  });

  it('cannot be where it would take away what was written into its entry since', () => {
    const edit = insertInto(systems, 1, { id: 's' });
    const added = applyEdit(empty, edit);
    const named = applyEdit(added, setValue(added, `${systems}[s].m1`, '宛名システム'));
    expect(canRevert(added, edit)).toBe(true);
    expect(canRevert(named, edit)).toBe(false);
  });
});
