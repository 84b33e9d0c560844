import data from '../../resources/checks/roles.json';
import { findItem } from '../forms/lookup';
import type { Form, FormId, ItemId } from '../forms/types';

/** What an item means, whatever its number is in a form. Adding a role is adding a line to the data file. */
export type Role = keyof typeof data;

type Assignment = ItemId | Partial<Record<FormId, ItemId>>;

const assignments: Readonly<Record<Role, Assignment>> = data;

export const ROLES = Object.keys(data) as readonly Role[];

/** The item that has this role in a form; undefined where the form or its edition has none. */
export function itemOf(form: Form, role: Role): ItemId | undefined {
  const assigned = assignments[role];
  const id = typeof assigned === 'string' ? assigned : assigned[form.id];
  const exists =
    id !== undefined && (findItem(form, id) ?? form.sections.some((section) => section.id === id));
  return exists ? id : undefined;
}
