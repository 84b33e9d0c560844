import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, invert } from '../../../../shared/assessment/edit';
import { transition } from '../../../../shared/assessment/transition';
import type { Assessment } from '../../../../shared/assessment/types';
import { faultOf } from '../../../../shared/assessment/validate';
import { editionsOf } from '../../../../shared/forms/catalog';
import { anyAssessment, anyEdit, counter } from './arbitrary';

function later(start: Assessment, gen: fc.GeneratorValue, steps: number): Assessment {
  const newId = counter('t');
  let state = start;
  for (let step = 0; step < steps; step++) state = applyEdit(state, gen(anyEdit, state, newId));
  return state;
}

describe('the way from one state to another', () => {
  it('leads there, can be made, and leads back', () => {
    fc.assert(
      fc.property(anyAssessment, fc.gen(), fc.nat({ max: 20 }), (from, gen, steps) => {
        const to = later(from, gen, steps);
        for (const [start, end] of [
          [from, to],
          [to, from],
        ] as const) {
          const edit = transition(start, end);
          if (!edit) {
            expect(start).toEqual(end);
            continue;
          }
          expect(faultOf(start, edit)).toBeUndefined();
          expect(applyEdit(start, edit)).toEqual(end);
          expect(applyEdit(end, invert(edit))).toEqual(start);
        }
      }),
    );
  });

  it('is none between a state and itself', () => {
    fc.assert(
      fc.property(anyAssessment, (state) => {
        expect(transition(state, state)).toBeUndefined();
      }),
    );
  });

  it('changes the edition as well', () => {
    fc.assert(
      fc.property(anyAssessment, (from) => {
        const to = { ...from, edition: editionsOf(from.form).at(-1) ?? from.edition, values: {} };
        const edit = transition(from, to);
        expect(edit && applyEdit(from, edit)).toEqual(to);
      }),
    );
  });
});
