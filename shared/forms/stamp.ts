import { FORM_IDS, formOf } from './catalog';
import type { FormId } from './types';

/*
 * The stamp on the cover, ［令和6年10月　様式３］, names edition and form. A reader of paper meets it in many spellings;
 * what all of them have is the digit of the form.
 */

const digitOf = (id: FormId): string => formOf(id).number.normalize('NFKC').replace(/\D/g, '');

/** The digits of all forms, half-width, as the inside of a character class. */
export const FORM_DIGITS = FORM_IDS.map(digitOf).join('');

/** The form that a stamp with this digit names, in half or full width. Throws for a digit that no form has. */
export function formWithDigit(digit: string): FormId {
  const id = FORM_IDS.find((one) => digitOf(one) === digit.normalize('NFKC'));
  if (id === undefined) throw new Error(`no form has the number ${digit}`);
  return id;
}
