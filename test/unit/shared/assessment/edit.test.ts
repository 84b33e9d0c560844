import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, invert } from '../../../../shared/assessment/edit';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { itemsOf } from '../../../../shared/assessment/items';
import { fromOrdinals, toOrdinals } from '../../../../shared/assessment/ordinals';
import { siblingPath } from '../../../../shared/assessment/conditions';
import { formOf } from '../../../../shared/forms/catalog';
import { leavesOf, outline } from '../../../../shared/assessment/walk';
import { anyAssessment, anyEdit, counter } from './arbitrary';

describe('edits', () => {
  it('are undone by their inverse and redone by its inverse', () => {
    fc.assert(
      fc.property(anyAssessment, fc.gen(), (before, gen) => {
        const edit = gen(anyEdit, before, counter('x'));
        const after = applyEdit(before, edit);
        expect(applyEdit(after, invert(edit))).toEqual(before);
        expect(applyEdit(before, invert(invert(edit)))).toEqual(after);
      }),
    );
  });

  it('survive JSON', () => {
    fc.assert(
      fc.property(anyAssessment, fc.gen(), (before, gen) => {
        const edit = gen(anyEdit, before, counter('x'));
        expect(JSON.parse(JSON.stringify(edit))).toEqual(edit);
      }),
    );
  });
});

describe('paths', () => {
  it('go to ordinals and back', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        for (const { path } of leavesOf(outline(formOf(assessment.form, assessment.edition), assessment)))
          expect(fromOrdinals(assessment, toOrdinals(assessment, path))).toBe(path);
      }),
    );
  });

  it('find a sibling in the same entry', () => {
    expect(siblingPath('II[a].4.items[b].re.m5', 'II.4.items.re.m4')).toBe('II[a].4.items[b].re.m4');
    expect(siblingPath('II[a].4.items[b].re.m5', 'II.4.has')).toBe('II[a].4.has');
    expect(siblingPath('I.5.m2', 'I.5.m1')).toBe('I.5.m1');
  });
});

describe('items', () => {
  it('give the same assessment again', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const form = formOf(assessment.form, assessment.edition);
        const items = itemsOf(assessment);
        expect(
          itemsOf(assessmentFrom(form, items, counter('z'))).filter(
            ({ value }) => JSON.stringify(value) !== '{}',
          ),
        ).toEqual(items);
      }),
    );
  });
});
