import type { Role } from './roleNames';
import type { Form, FormItem, FormSection, ItemId } from './types';

/** An item with its surroundings: the section and the headings above it, outermost first. */
export interface PlacedItem {
  readonly item: FormItem;
  readonly section: FormSection;
  readonly parents: readonly FormItem[];
  /** Position in the order of the form, from 0. */
  readonly order: number;
}

/** Look-ups of one form; built once and kept. */
export interface FormIndex {
  readonly form: Form;
  readonly byId: ReadonlyMap<ItemId, PlacedItem>;
  /** All items in the order of the form, parents before children. */
  readonly all: readonly PlacedItem[];
  readonly sections: ReadonlyMap<string, FormSection>;
  /** Ids of items and sections by what they are for. */
  readonly byRole: ReadonlyMap<Role, ItemId>;
}

const indexes = new WeakMap<Form, FormIndex>();

export function indexOf(form: Form): FormIndex {
  const known = indexes.get(form);
  if (known) return known;
  const index = buildIndex(form);
  indexes.set(form, index);
  return index;
}

function buildIndex(form: Form): FormIndex {
  const all = form.sections.flatMap((section) =>
    section.items.flatMap((item) => placeItem(item, section, [])),
  );
  const ordered = all.map((placed, order) => ({ ...placed, order }));
  return {
    form,
    all: ordered,
    byId: new Map(ordered.map((placed) => [placed.item.id, placed])),
    sections: new Map(form.sections.map((section) => [section.id, section])),
    byRole: new Map([...form.sections, ...ordered.map(({ item }) => item)].flatMap(idsByRole)),
  };
}

function idsByRole({ id, roles = [] }: FormItem | FormSection): readonly (readonly [Role, ItemId])[] {
  return roles.map((role) => [role, id]);
}

type Unordered = Omit<PlacedItem, 'order'>;

function placeItem(item: FormItem, section: FormSection, parents: readonly FormItem[]): Unordered[] {
  const below = (item.children ?? []).flatMap((child) => placeItem(child, section, [...parents, item]));
  return [{ item, section, parents }, ...below];
}

/** The item, or undefined where this edition of the form does not have it. */
export function findItem(form: Form, id: ItemId): PlacedItem | undefined {
  return indexOf(form).byId.get(id);
}

/** Items that hold a value. A repeat, a group and a table hold none themselves. */
export function isLeaf(item: FormItem): boolean {
  return item.type !== 'group' && item.type !== 'repeat' && item.type !== 'table';
}

/** A repeat or table around the item, nearest first; the item itself when it is one. */
export function listsAround(placed: PlacedItem): readonly FormItem[] {
  return [placed.item, ...[...placed.parents].reverse()].filter(isList);
}

export function isList(item: FormItem): boolean {
  return item.type === 'repeat' || item.type === 'table';
}
