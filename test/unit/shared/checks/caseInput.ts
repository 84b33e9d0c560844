import { assessmentFrom, type OrdinalItem } from '../../../../shared/assessment/fromItems';
import type { Assessment } from '../../../../shared/assessment/types';
import type { CaseValues, RuleCase } from '../../../../shared/checks/cases/types';
import type { CheckInput } from '../../../../shared/checks/types';
import { formOf } from '../../../../shared/forms/catalog';
import type { FormId } from '../../../../shared/forms/types';
import { counter } from '../assessment/arbitrary';

export const TODAY = 20261121;

/** An assessment of values under ordinal paths; `undefined` leaves an item blank. */
export function documentOf(form: FormId, values: CaseValues, edition?: string): Assessment {
  const items = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({ path, value }) as OrdinalItem);
  return assessmentFrom(formOf(form, edition), items, counter());
}

/** Both inputs of a case: what must be found, and what must not. */
export function inputsOf(one: RuleCase): { readonly found: CheckInput; readonly clean: CheckInput } {
  return {
    found: inputOf(one, one.found, one.partner?.values),
    clean: inputOf(
      one,
      merged(one.found, one.clean),
      one.partner && { ...one.partner.values, ...one.partner.clean },
    ),
  };
}

/** A cell of a row replaces that cell of the row given as a whole. */
function merged(found: CaseValues, clean: CaseValues): CaseValues {
  const result: Record<string, unknown> = { ...found };
  for (const [path, value] of Object.entries(clean)) {
    const cell = /^(.*\.rows\[\d+\])\.(\w+)$/.exec(path);
    const [, row = '', column = ''] = cell ?? [];
    if (cell) result[row] = { ...(result[row] as object), [column]: value };
    else result[path] = value;
  }
  return result;
}

function inputOf(one: RuleCase, values: CaseValues, partnerValues: CaseValues | undefined): CheckInput {
  const form = one.form ?? 'form4';
  const partner = one.partner && documentOf(one.partner.form, partnerValues ?? {});
  const previous = one.previous && documentOf(form, one.previous, one.previousEdition);
  return {
    assessment: documentOf(form, values, one.edition),
    referenceDate: one.on ?? TODAY,
    wholeDocument: true,
    ...(partner ? { partner, others: [{ title: '別の評価書', assessment: partner }] } : {}),
    ...(previous ? { previous: { assessment: previous } } : {}),
    ...(one.agency ? { agency: one.agency } : {}),
    ...(one.headings
      ? { readHeading: (_, heading) => one.headings?.[heading] ?? { items: [], isSure: true, mistakes: [] } }
      : {}),
  };
}
