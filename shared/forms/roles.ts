import { indexOf } from './lookup';
import type { Form, FormItem, FormOption, ItemRole, OptionMeaning } from './types';

/** The item of a form that has a role; undefined where this form or edition has none. A role is given once in a form. */
export function itemWithRole(form: Form, role: ItemRole): FormItem | undefined {
  return indexOf(form).all.find(({ item }) => item.role === role)?.item;
}

/** The first option whose meaning `fits`. */
export function optionThatMeans(
  item: FormItem,
  fits: (meaning: OptionMeaning) => boolean,
): FormOption | undefined {
  return item.options?.find(({ meaning }) => meaning !== undefined && fits(meaning));
}

/** What the chosen option says; undefined where nothing, or nothing of this form, is chosen. */
export function meaningOf(item: FormItem | undefined, label: unknown): OptionMeaning | undefined {
  return item?.options?.find((option) => option.label === label)?.meaning;
}
