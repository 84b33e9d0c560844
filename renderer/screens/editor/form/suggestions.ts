import { entriesOf } from '../../../../shared/assessment/edit';
import type { Assessment } from '../../../../shared/assessment/types';
import type { FormItem } from '../../../../shared/forms/types';
import { changeColumnOf, type ChangeColumn } from '../../../../shared/forms/changeTable';
import { formOf } from '../../../../shared/forms/catalog';
import { textWithRole } from '../../../../shared/assessment/roles';

/** How many of the words used before are offered. */
const MAX_SUGGESTIONS = 3;

/**
 * What may be put into a cell of 変更箇所 with one press: the options of the form; for a day the planned 公表日 and the
 * days written last in this column, for other short columns what was written last. Nothing is ever put in by itself.
 */
export function suggestionsFor(assessment: Assessment, column: FormItem, written: string): readonly string[] {
  const place = COLUMN.exec(column.id);
  if (!place) return [];
  const [, list = '', name = ''] = place;
  if (column.options) return column.options.map(({ label }) => label).filter((label) => label !== written);
  const role = changeColumnOf(formOf(assessment.form, assessment.edition), column.id);
  if (written !== '' || role === undefined || !REPEATING.has(role)) return [];
  const planned = role === 'date' ? [textWithRole(assessment, 'publishDate')] : [];
  const used = entriesOf(assessment, list).map(({ id }) =>
    textOf(assessment.values[`${list}[${id}].${name}`]),
  );
  return [...new Set([...planned, ...used.reverse()])]
    .filter((text) => text !== '')
    .slice(0, MAX_SUGGESTIONS);
}

const COLUMN = /^(.*)\.([^.]+)$/;

/** Columns in which the same words come again and again. */
const REPEATING: ReadonlySet<ChangeColumn> = new Set(['date', 'reason']);

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
