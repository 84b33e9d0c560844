import { formOf } from '../forms/catalog';
import type { Role } from '../forms/roleNames';
import { idWithRole } from '../forms/roles';
import type { Form } from '../forms/types';
import type { Path } from './path';
import type { Assessment, Value } from './types';

export function formOfAssessment({ form, edition }: Pick<Assessment, 'form' | 'edition'>): Form {
  return formOf(form, edition);
}

/** The path of an item outside of lists and files, which is its id; undefined where the form has none with the role. */
export function pathWithRole(assessment: Pick<Assessment, 'form' | 'edition'>, role: Role): Path | undefined {
  return idWithRole(formOfAssessment(assessment), role);
}

/** The value of such an item. */
export function valueWithRole(assessment: Assessment, role: Role): Value | undefined {
  return assessment.values[pathWithRole(assessment, role) ?? ''];
}

/** The text of such an item as written; '' where it is blank or no text. */
export function textWithRole(assessment: Assessment, role: Role): string {
  const value = valueWithRole(assessment, role);
  return typeof value === 'string' ? value : '';
}
