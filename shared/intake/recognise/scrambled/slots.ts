import { indexOf, isLeaf, type PlacedItem } from '../../../forms/lookup';
import type { Form, FormItem, FormSection, ItemId } from '../../../forms/types';
import type { Atom } from './atom';
import { segmentOf, type Segments } from './segments';

/** What may be written at a place of the form. */
export type Takes = 'text' | 'image' | 'choice' | 'checks' | 'flag' | 'count' | 'nothing';

/** One place of this very document: an item of the form in one of its instances. */
export interface Slot {
  readonly index: number;
  /** With ordinals: `II[1].4.items[3].m1`. */
  readonly path: string;
  /** Of the item; of the section where the slot is the heading of a section. */
  readonly id: ItemId;
  readonly takes: Takes;
  /** The part of the form that it lies in: `II[1]`. */
  readonly segment: string;
  readonly item?: FormItem;
  /** Position among the slots that have a printed heading. */
  readonly rank: number;
  /** The entry whose heading this is: `委託事項3`. */
  readonly entry?: { readonly id: ItemId; readonly ordinal: number };
  /** The section whose title is its heading. */
  readonly section?: string;
  /** Several printed headings lead here. */
  readonly shared: boolean;
}

type Draft = Omit<Slot, 'index' | 'rank' | 'segment'> & { readonly printed: boolean };

/** How often each list occurs: ordinals of `II[1].4.items`. */
export interface Instances {
  readonly files: number;
  readonly ordinals: ReadonlyMap<string, readonly number[]>;
}

/** All places of the document in the order of the form. The table of changes has none: its rows are read apart. */
export function slotsOf(form: Form, instances: Instances): readonly Slot[] {
  const drafts = form.sections.flatMap((section) => sectionSlots(section, instances));
  let rank = -1;
  return drafts.map(({ printed, ...draft }, index) => ({
    ...draft,
    index,
    rank: printed ? ++rank : rank,
    segment: segmentOf(draft.path),
  }));
}

function sectionSlots(section: FormSection, instances: Instances): readonly Draft[] {
  if (section.id === 'toc')
    return (section.entries ?? []).map((_, nth) => heading(`toc[${String(nth + 1)}]`, 'toc'));
  const files = section.repeat === 'file' ? instances.files : 1;
  return Array.from({ length: files }, (_, nth) => {
    const prefix = section.repeat === 'file' ? `${section.id}[${String(nth + 1)}]` : section.id;
    const own = section.id === 'cover' || titleItem(section) ? [] : [heading(prefix, section.id)];
    return [...own, ...section.items.flatMap((item) => itemSlots(item, { section, prefix, instances }))];
  }).flat();
}

/** The first item of an annex has the title of the annex for its heading: one place, printed once. */
function titleItem(section: FormSection): FormItem | undefined {
  const [first] = section.items;
  return first && first.type !== 'table' && first.label === section.title ? first : undefined;
}

function heading(path: string, id: ItemId): Draft {
  return { path, id, takes: 'nothing', shared: false, printed: true };
}

interface Around {
  readonly section: FormSection;
  /** Path of the section with its file and the entries around. */
  readonly prefix: string;
  readonly instances: Instances;
  readonly entry?: { readonly id: ItemId; readonly ordinal: number; readonly path: string };
}

function itemSlots(item: FormItem, around: Around): readonly Draft[] {
  if (item.type === 'table' || item.roles?.includes('stamp')) return [];
  if (item.type === 'repeat') return repeatSlots(item, around);
  const below = (item.children ?? []).flatMap((child) => itemSlots(child, around));
  return [itemSlot(item, around), ...below];
}

function itemSlot(item: FormItem, around: Around): Draft {
  const { entry } = around;
  const isName = entry !== undefined && item.id === `${entry.id}.name`;
  return {
    path: pathOf(item.id, around),
    id: item.id,
    takes: takesOf(item),
    item,
    ...(titleItem(around.section) === item ? { section: around.section.id } : {}),
    shared: item.labels !== undefined,
    printed: item.type !== 'count' && item.type !== 'flag',
    ...(isName ? { entry: { id: entry.id, ordinal: entry.ordinal } } : {}),
  };
}

function pathOf(id: ItemId, { section, prefix, entry }: Around): string {
  if (entry && id.startsWith(`${entry.id}.`)) return entry.path + id.slice(entry.id.length);
  return prefix + id.slice(section.id.length);
}

function takesOf(item: FormItem): Takes {
  if (!isLeaf(item)) return 'nothing';
  const words = item.type === 'text' || item.type === 'longtext' || item.type === 'date';
  return words ? 'text' : (item.type as Takes);
}

function repeatSlots(item: FormItem, around: Around): readonly Draft[] {
  const list = pathOf(item.id, around);
  const children = item.children ?? [];
  const named = children.some((child) => child.id === `${item.id}.name`);
  return (around.instances.ordinals.get(list) ?? []).flatMap((ordinal) => {
    const entry = { id: item.id, ordinal, path: `${list}[${String(ordinal)}]` };
    const own: Draft = { ...heading(entry.path, item.id), entry: { id: item.id, ordinal } };
    const below = children.flatMap((child) => itemSlots(child, { ...around, entry }));
    return named ? below : [own, ...below];
  });
}

/**
 * How many files and entries the headings of the text speak of. An entry belongs to the file whose part of the form
 * its page shows, to the one that begins there where two do.
 */
export function instancesIn(form: Form, pages: readonly (readonly Atom[])[], segments: Segments): Instances {
  const found = new Map<string, Set<number>>();
  pages.forEach((atoms, page) => {
    for (const atom of atoms) {
      if (atom.kind !== 'entry') continue;
      const list = listPath(form, atom.heading.id, segments.onPage[page] ?? []);
      found.set(list, (found.get(list) ?? new Set()).add(atom.heading.ordinal));
    }
  });
  const ordinals = new Map([...found].map(([list, set]) => [list, [...set].sort((a, b) => a - b)] as const));
  return { files: segments.files, ordinals };
}

function listPath(form: Form, id: ItemId, parts: readonly string[]): string {
  const placed: PlacedItem | undefined = indexOf(form).byId.get(id);
  if (placed?.section.repeat !== 'file') return id;
  const own = parts.findLast((part) => part.startsWith(`${placed.section.id}[`));
  return (own ?? `${placed.section.id}[1]`) + id.slice(placed.section.id.length);
}
