import { indexOf, isLeaf, isList, type PlacedItem } from '../forms/lookup';
import type { Form, FormItem, FormSection, ItemId } from '../forms/types';
import { comparable } from '../japanese/headingForm';

/** One heading that may be in a 項目: its number and the wordings it goes by, longest first. */
export interface HeadingPart {
  /** Comparable form of the printed number (`II`, `4.`, `⑥`, `リスク1:`); empty where none is printed. */
  readonly number: string;
  readonly wordings: readonly string[];
  /** The list whose entries this heading counts: 委託事項3. */
  readonly list?: ItemId;
}

/** The headings of one item, outermost first; a 項目 that names the item shows most of them. */
export interface ItemHeadings {
  readonly item: FormItem;
  readonly section: FormSection;
  readonly order: number;
  readonly parts: readonly HeadingPart[];
}

const known = new WeakMap<Form, readonly ItemHeadings[]>();

/** The headings of every item of the form that a 項目 may name, groups and lists too. */
export function headingsOf(form: Form): readonly ItemHeadings[] {
  const headings = known.get(form) ?? indexOf(form).all.map((placed) => itemHeadings(form, placed));
  known.set(form, headings);
  return headings;
}

function itemHeadings(form: Form, placed: PlacedItem): ItemHeadings {
  const parts = [
    sectionPart(placed.section),
    ...[...placed.parents, placed.item].map((item) => itemPart(form, item)),
  ];
  return { item: placed.item, section: placed.section, order: placed.order, parts: withoutRepeats(parts) };
}

function sectionPart({ number, title, shortTitle }: FormSection): HeadingPart {
  const bracketed = /^[（(](.+)[）)]$/.exec(number ?? '')?.[1];
  return {
    number: comparable(bracketed ?? number ?? ''),
    wordings: wordingsOf(shortTitle ?? title),
  };
}

function itemPart(form: Form, item: FormItem): HeadingPart {
  const labels = [item.label.replace(/^・/, ''), ...(item.type === 'count' ? ownersOf(form, item) : [])];
  return {
    number: comparable(item.number ?? '').replace(/[:：]$/, ''),
    wordings: labels.flatMap(wordingsOf),
    ...(isList(item) ? { list: item.id } : {}),
  };
}

/** A count is printed inside the brackets of an option: people name it by the item of the option. */
function ownersOf(form: Form, count: FormItem): readonly string[] {
  return indexOf(form)
    .all.filter(({ item }) => item.options?.some(({ countItem }) => countItem === count.id))
    .map(({ item }) => item.label);
}

/** The wording, and the wording without what is in brackets at its end. */
function wordingsOf(label: string): readonly string[] {
  const full = comparable(label);
  const short = comparable(label.replace(/[\s　]*[（【(].*$/, ''));
  return short === '' || short === full ? [full] : [full, short];
}

/** A heading that only repeats the one above it (the name of an entry, the single item of a part) is named once. */
function withoutRepeats(parts: readonly HeadingPart[]): readonly HeadingPart[] {
  return parts.filter((part, at) => part.number !== '' || part.wordings[0] !== parts[at - 1]?.wordings[0]);
}

/** Whether a value can be under this heading. */
export function holdsValue({ item }: ItemHeadings): boolean {
  return isLeaf(item);
}
