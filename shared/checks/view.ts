import type { ListPath, Path } from '../assessment/path';
import type { Assessment, Checks, Entry, Value } from '../assessment/types';
import { leavesOf, outline, type EntryNode, type Node } from '../assessment/walk';
import { formOf } from '../forms/catalog';
import type { Form, FormItem, ItemId } from '../forms/types';
import { idWithRole } from '../forms/roles';
import type { Role } from '../forms/roleNames';
import type { Leaf, ListNode, Subject, View } from './types';

type Structure = Omit<View, 'assessment'>;

/** Typing changes values only, so the tree of a document is built once for each arrangement of its entries. */
const structures = new WeakMap<Readonly<Record<ListPath, readonly Entry[]>>, Structure>();

export function viewOf(assessment: Assessment): View {
  const form = formOf(assessment.form, assessment.edition);
  const known = structures.get(assessment.lists);
  const structure = known?.form === form ? known : structureOf(form, assessment);
  structures.set(assessment.lists, structure);
  return { ...structure, assessment };
}

function structureOf(form: Form, assessment: Assessment): Structure {
  const nodes = outline(form, assessment);
  const leaves = leavesOf(nodes);
  return {
    form,
    nodes,
    leaves,
    byItem: grouped(leaves),
    lists: grouped(listsIn(nodes)),
    leafAt: new Map(leaves.map((leaf) => [leaf.path, leaf])),
    order: orderOf(nodes),
  };
}

/** Leaves are counted in the order of the paper; a list and an entry are placed at their first leaf. */
function orderOf(nodes: readonly Node[]): ReadonlyMap<Path, number> {
  const order = new Map<Path, number>();
  let next = 0;
  const visit = (node: Node): void => {
    if (node.kind === 'leaf') order.set(node.path, next++);
    if (node.kind !== 'list') return node.children.forEach(visit);
    order.set(node.key, next);
    for (const entry of node.entries) {
      order.set(entry.key, next);
      entry.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return order;
}

function grouped<Placed extends { readonly item: FormItem }>(
  all: readonly Placed[],
): ReadonlyMap<ItemId, readonly Placed[]> {
  const groups = new Map<ItemId, Placed[]>();
  for (const placed of all) {
    const group = groups.get(placed.item.id);
    if (group) group.push(placed);
    else groups.set(placed.item.id, [placed]);
  }
  return groups;
}

function listsIn(nodes: readonly Node[]): readonly ListNode[] {
  return nodes.flatMap((node): readonly ListNode[] =>
    node.kind === 'list'
      ? [node, ...node.entries.flatMap(({ children }) => listsIn(children))]
      : listsIn(node.children),
  );
}

/** The places of a role in the document: one, one a file, or one an entry. */
export function placesOf(view: View, role: Role): readonly Leaf[] {
  const id = idWithRole(view.form, role);
  return id === undefined ? [] : (view.byItem.get(id) ?? []);
}

/** The lists of a role (委託事項 of each file). */
export function listsOf(view: View, role: Role): readonly ListNode[] {
  const id = idWithRole(view.form, role);
  return id === undefined ? [] : (view.lists.get(id) ?? []);
}

export function valueAt({ assessment }: View, path: Path): Value | undefined {
  return assessment.values[path];
}

/** The text at a path; '' where it is blank or no text. */
export function textAt({ assessment }: View, path: Path): string {
  const value = assessment.values[path];
  return typeof value === 'string' ? value : '';
}

/** A text, choice or number as it is shown; '' for anything else. */
export function shownAt(view: View, path: Path): string {
  const value = view.assessment.values[path];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The text of the first place of a role. */
export function textOf(view: View, role: Role): string {
  const [first] = placesOf(view, role);
  return first ? textAt(view, first.path) : '';
}

export function pathOf(view: View, role: Role): Path | undefined {
  return placesOf(view, role)[0]?.path;
}

const NOTHING_SELECTED: Checks = { selected: [], texts: {} };

export function checksAt({ assessment }: View, path: Path): Checks {
  const value = assessment.values[path];
  return typeof value === 'object' && 'selected' in value ? value : NOTHING_SELECTED;
}

/** Nothing but white space. */
export function isBlank(text: string): boolean {
  return !/[^\s　]/.test(text);
}

/** What offices write where there is nothing to write. */
const NONE = /^[\s　]*(?:[-－‐―—ー−]+|なし|無し|無|該当なし|特になし|該当無し)?[。．\s　]*$/;

/** Blank, or a mark that nothing is to be written. */
export function isBlankWording(text: string): boolean {
  return NONE.test(text);
}

/** Whether anything is written in an entry. */
export function hasContent(view: View, entry: EntryNode): boolean {
  return leavesOf(entry.children).some(({ path }) => !isBlankValue(view.assessment.values[path]));
}

export function isBlankValue(value: Value | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return isBlank(value);
  return typeof value === 'object' && 'selected' in value
    ? value.selected.length === 0 && Object.keys(value.texts).length === 0
    : false;
}

/** Whether an item is of the section or group that has the role. */
export function isBelowRole({ form }: Pick<View, 'form'>, role: Role, id: ItemId): boolean {
  const above = idWithRole(form, role);
  return above !== undefined && id.startsWith(`${above}.`);
}

/** Whether the section with the role is written far enough to be asked for what is blank. */
export function isBegun({ form, begun }: Pick<Subject, 'form' | 'begun'>, role: Role): boolean {
  return begun.has(idWithRole(form, role) ?? '');
}

/** `II[k3f9]`, `cover`: the section of a path with the file it is printed for. */
export function sectionKeyOf(path: Path): string {
  return /^[^.[]+(?:\[[^\]]*\])?/.exec(path)?.[0] ?? path;
}
