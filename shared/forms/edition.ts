import { dateNumber, parseDate } from '../japanese/wareki';
import type { Edition, EditionChange, EditionFile, Form, FormItem, FormSection } from './types';

/**
 * The form of another edition: the base form with the changes of one edition file.
 * Throws where a change names an item that the form does not have, so that a typing mistake in a
 * data file is found by the first test that loads it.
 */
export function applyEdition(base: Form, file: EditionFile): Form {
  const form = { ...base, edition: file.edition, stamp: file.stamp, slots: { ...base.slots, ...file.slots } };
  return {
    ...form,
    sections: file.changes.reduce(applyChange, restamp(base.sections, base.stamp, file.stamp)),
  };
}

function restamp(sections: readonly FormSection[], from: string, to: string): readonly FormSection[] {
  return mapItems(sections, (item) =>
    item.roles?.includes('stamp') === true && item.default === from ? [{ ...item, default: to }] : [item],
  );
}

function applyChange(sections: readonly FormSection[], change: EditionChange): readonly FormSection[] {
  const target = 'insert' in change ? change.after : change.item;
  if (!hasId(sections, target)) throw new Error(`edition file names an unknown item: ${target}`);
  if ('remove' in change)
    return mapItems(withoutSection(sections, target), (i) => (i.id === target ? [] : [i]));
  if ('set' in change) return mapItems(sections, (i) => (i.id === target ? [{ ...i, ...change.set }] : [i]));
  return mapItems(sections, (i) => (i.id === target ? [i, change.insert] : [i]));
}

function withoutSection(sections: readonly FormSection[], id: string): readonly FormSection[] {
  return sections.filter((section) => section.id !== id);
}

function hasId(sections: readonly FormSection[], id: string): boolean {
  const inItem = (item: FormItem): boolean => item.id === id || (item.children ?? []).some(inItem);
  return sections.some((section) => section.id === id || section.items.some(inItem));
}

function mapItems(
  sections: readonly FormSection[],
  change: (item: FormItem) => readonly FormItem[],
): readonly FormSection[] {
  const inItem = (item: FormItem): readonly FormItem[] =>
    change(item.children ? { ...item, children: item.children.flatMap(inItem) } : item);
  return sections.map((section) => ({ ...section, items: section.items.flatMap(inItem) }));
}

/** 令和6年10月 → 202410, so that editions can be put in order; 0 for an edition that is named otherwise. */
export function editionMonth(edition: Edition): number {
  const date = parseDate(edition);
  return date === undefined || date.day !== undefined ? 0 : Math.floor(dateNumber(date) / 100);
}
