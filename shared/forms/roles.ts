import { indexOf } from './lookup';
import type { Role } from './roleNames';
import type { Form, FormItem, FormOption, ItemId, OptionMeaning } from './types';

/** The id of the item or section that has the role; undefined where this form or edition has none. */
export function idWithRole(form: Form, role: Role): ItemId | undefined {
  return indexOf(form).byRole.get(role);
}

/** The same, for what every form has. Throws where the data of a form does not name it. */
export function requiredId(form: Form, role: Role): ItemId {
  const id = idWithRole(form, role);
  if (id === undefined) throw new Error(`no item of ${form.id} ${form.edition} has the role ${role}`);
  return id;
}

/** The item with the role; undefined where this form or edition has none, or where a section has it. */
export function itemWithRole(form: Form, role: Role): FormItem | undefined {
  return indexOf(form).byId.get(idWithRole(form, role) ?? '')?.item;
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
