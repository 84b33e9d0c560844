import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { itemsOf } from '../../../../shared/assessment/items';
import { alignEntryIds } from '../../../../shared/compare/alignEntryIds';
import { compare } from '../../../../shared/compare/compare';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, counter } from '../assessment/arbitrary';

it('an older edition from another file takes on the ids of the younger one, and keeps every value', () => {
  fc.assert(
    fc.property(anyAssessment, (younger) => {
      const older = assessmentFrom(formOf(younger.form, younger.edition), itemsOf(younger), counter('o'));
      const adopted = alignEntryIds(older, younger);
      expect(itemsOf(adopted)).toEqual(itemsOf(older));
      const keys = (found: readonly { readonly kind: string; readonly key: string }[]) =>
        found.flatMap(({ kind, key }) => (kind === 'changed' ? [key] : []));
      expect(keys(compare(adopted, younger).differences)).toEqual(keys(compare(older, younger).differences));
    }),
  );
});
