import type { Recognition } from './result';

/** So few items are found by chance in any text of an office: a date, a name, a heading of two characters. */
const FEWEST_ITEMS = 3;

/** The title of the official forms, with or without that of the form, alone in its place. */
const TITLE = /^特定個人情報保護評価書(?:[（(][^（()）]{2,12}評価書[）)])?$/;

/** How many items of its form a source shows, blank ones included. */
export function itemsShown({ items }: Recognition): number {
  return items.filter(({ status }) => status !== 'missing').length;
}

/**
 * Whether a source is an assessment, or part of one: its form is printed on it, it has the title of one and any item, or
 * it shows some items of a form.
 */
export function looksLikeAssessment(recognition: Recognition): boolean {
  const { formUncertain, blocks } = recognition;
  if (formUncertain === undefined || formUncertain.code === 'editionUnknown') return true;
  const shown = itemsShown(recognition);
  if (shown >= FEWEST_ITEMS) return true;
  return shown > 0 && blocks.some(({ text }) => TITLE.test(text.replace(/\s/g, '')));
}
