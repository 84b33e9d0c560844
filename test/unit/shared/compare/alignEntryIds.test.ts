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
    fc.property(anyAssessment, (newer) => {
      const older = assessmentFrom(formOf(newer.form, newer.edition), itemsOf(newer), counter('o'));
      const adopted = alignEntryIds(older, newer);
      expect(itemsOf(adopted)).toEqual(itemsOf(older));
      const keys = (found: readonly { readonly kind: string; readonly key: string }[]) =>
        found.flatMap(({ kind, key }) => (kind === 'changed' ? [key] : []));
      expect(keys(compare(adopted, newer).differences)).toEqual(keys(compare(older, newer).differences));
    }),
  );
});
