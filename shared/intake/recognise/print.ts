import { editionsOf, formOf } from '../../forms/catalog';
import { indexOf, type PlacedItem } from '../../forms/lookup';
import type { Form, FormId, FormItem, FormSection, ItemId } from '../../forms/types';
import { keyOf } from './fold';
import { groupBy } from './group';
import { nearestOf } from './nearest';
import { type Found, longestAt, trieOf, wordsAt } from './trie';

/**
 * What a form prints itself, in all its editions: the vocabulary by which a source is read. Everything here is
 * derived from the form data.
 */
export type PrintKind =
  /** 特定個人情報保護評価書（重点項目評価書） */
  | 'title'
  /** `Ⅱ 特定個人情報ファイルの概要`; `ids` holds the section's id. */
  | 'section'
  /** A heading of an item, group or table. */
  | 'heading'
  /** A heading of a table's column. */
  | 'column'
  /** `[令和6年10月　様式３]` */
  | 'stamp'
  /** Text that the form prints where others have a value: `別添１を参照。` */
  | 'fixed'
  /** `（備考）`, `※（７．②を除く。）` and the like. */
  | 'note'
  /** ＜選択肢＞ */
  | 'optionsMark';

export interface PrintEntry {
  readonly kind: PrintKind;
  /** The wording as printed. */
  readonly text: string;
  readonly key: string;
  /** Items (of a `section` entry: sections) that print it; several where a heading occurs more than once. */
  readonly ids: readonly ItemId[];
  /** The key carries the printed number; a match by wording alone says less. */
  readonly numbered: boolean;
}

/** An option of a choice or of checks, wherever it is printed. */
export interface PrintOption {
  /** The official wording; a value is always this. */
  readonly label: string;
  readonly key: string;
  readonly ids: readonly ItemId[];
}

/** `委託事項3` or an empty group `委託事項6～10`. */
export interface EntryHeading {
  readonly id: ItemId;
  readonly ordinal: number;
  /** Last ordinal of a group. */
  readonly through?: number;
  /** Length in the key. */
  readonly length: number;
}

export interface Print {
  readonly formId: FormId;
  readonly entries: readonly PrintEntry[];
  readonly options: readonly PrintOption[];
  /** Items of every edition by id; the current edition wins. */
  readonly byId: ReadonlyMap<ItemId, PlacedItem>;
  readonly sections: ReadonlyMap<string, FormSection>;
  /** Entries whose key equals that of `text`. */
  exact(text: string): readonly PrintEntry[];
  /** Entries at least `least` alike (0..1), most alike first; for headings damaged by text recognition. */
  near(text: string, least?: number): readonly { readonly entry: PrintEntry; readonly alike: number }[];
  /** All entries that begin at `from` of a folded key, shortest first. */
  at(key: string, from: number): readonly Found<PrintEntry>[];
  /** The longest option that begins at `from` of a folded key. */
  optionAt(key: string, from: number): Found<PrintOption> | undefined;
  /** Options whose key equals that of `text`. */
  optionsOf(text: string): readonly PrintOption[];
  /** `委託事項3`, `委託事項6～10` at `from` of a folded key. */
  entryAt(key: string, from: number): EntryHeading | undefined;
}

const prints = new Map<FormId, Print>();

/** The vocabulary of a form in all its editions; built once. */
export function printOf(id: FormId): Print {
  const known = prints.get(id) ?? buildPrint(id);
  prints.set(id, known);
  return known;
}

export const OPTIONS_MARK = '＜選択肢＞';

function buildPrint(formId: FormId): Print {
  const forms = editionsOf(formId).map((edition) => formOf(formId, edition));
  const entries = gather(forms.flatMap(entriesOf));
  const options = gatherOptions(forms);
  const byKey = groupBy(entries, (entry) => entry.key);
  const optionsByKey = groupBy(options, (option) => option.key);
  const entryTrie = trieOf(entries.map((entry) => [entry.key, entry] as const));
  const optionTrie = trieOf(options.map((option) => [option.key, option] as const));
  const repeats = repeatsOf(forms);
  return {
    formId,
    entries,
    options,
    byId: mergeById(forms),
    sections: new Map(
      [...forms].reverse().flatMap((form) => form.sections.map((section) => [section.id, section] as const)),
    ),
    exact: (text) => byKey.get(keyOf(text)) ?? [],
    near: nearestOf(entries),
    at: (key, from) => wordsAt(entryTrie, key, from),
    optionAt: (key, from) => longestAt(optionTrie, key, from),
    optionsOf: (text) => optionsByKey.get(keyOf(text)) ?? [],
    entryAt: (key, from) =>
      (from === 0 ? misreadEntry(repeats, key) : undefined) ?? entryHeadingAt(repeats, key, from),
  };
}

/** Editions come newest first; the newest that has an item describes it. */
function mergeById(forms: readonly Form[]): ReadonlyMap<ItemId, PlacedItem> {
  return new Map([...forms].reverse().flatMap((form) => [...indexOf(form).byId]));
}

type Draft = Omit<PrintEntry, 'ids' | 'key'> & { readonly id: ItemId };

function entriesOf(form: Form): readonly Draft[] {
  return [
    { kind: 'title', text: `特定個人情報保護評価書（${form.name}）`, id: 'cover', numbered: false },
    { kind: 'stamp', text: form.stamp, id: 'cover', numbered: false },
    { kind: 'optionsMark', text: OPTIONS_MARK, id: '', numbered: false },
    { kind: 'optionsMark', text: '選択肢', id: '', numbered: false },
    ...form.sections.flatMap(sectionEntries),
    ...indexOf(form).all.flatMap(itemEntries),
  ];
}

function sectionEntries(section: FormSection): readonly Draft[] {
  if (section.id === 'cover') return [];
  const notes = section.printedNote ? [entry('note', section.printedNote, section.id)] : [];
  const lines = (section.entries ?? []).map((line) => entry('section', line, section.id));
  const titles = section.number
    ? [
        entry('section', section.number + section.title, section.id, true),
        entry('section', section.title, section.id),
      ]
    : [entry('section', section.title, section.id)];
  return [
    ...titles,
    ...notes,
    ...(section.id === 'toc' ? lines.map((line) => ({ ...line, numbered: true })) : []),
  ];
}

function entry(kind: PrintKind, text: string, id: ItemId, numbered = false): Draft {
  return { kind, text, id, numbered };
}

function itemEntries(placed: PlacedItem): readonly Draft[] {
  const { item, parents } = placed;
  if (item.roles?.includes('stamp')) return [];
  if (item.type === 'count') return [];
  if (parents.at(-1)?.type === 'table') return [entry('column', item.label, item.id)];
  const notes = item.printedNote ? [entry('note', item.printedNote, item.id)] : [];
  const fixed = item.fixed && item.default ? [entry('fixed', item.default, item.id)] : [];
  return [...wordings(item).flatMap((label) => numberedHeadings(item, label)), ...notes, ...fixed];
}

/** `・識別情報` is also printed without its dot, `…の聴取　【任意】` also without the remark. */
function wordings(item: FormItem): readonly string[] {
  const labels = item.labels ?? [item.label];
  const plain = labels.map((label) => label.replace(/^・/, ''));
  const bare = plain.map((label) => label.replace(/[\s　]*【[^】]*】$/, ''));
  return [...new Set([...labels, ...plain, ...bare])].filter((label) => label !== '');
}

/** With the printed number, with the number short of its stop, and by wording alone. */
function numberedHeadings(item: FormItem, label: string): readonly Draft[] {
  const number = item.number ?? '';
  const bareNumber = number.replace(/[.．:：]$/, '');
  const numbered = [...new Set([number, bareNumber])].filter((text) => text !== '');
  return [
    ...numbered.map((text) => entry('heading', text + label, item.id, true)),
    entry('heading', label, item.id),
  ];
}

function gather(drafts: readonly Draft[]): readonly PrintEntry[] {
  const groups = groupBy(drafts, (draft) => `${draft.kind}\n${String(draft.numbered)}\n${keyOf(draft.text)}`);
  return [...groups.values()].map((same) => {
    const [{ kind, text, numbered }] = same as [Draft];
    return { kind, text, numbered, key: keyOf(text), ids: [...new Set(same.map((draft) => draft.id))] };
  });
}

function gatherOptions(forms: readonly Form[]): readonly PrintOption[] {
  const all = forms.flatMap((form) =>
    indexOf(form).all.flatMap(({ item }) =>
      (item.options ?? [])
        .filter((option) => option.restatedOnly !== true)
        .map((option) => ({ label: option.label, id: item.id })),
    ),
  );
  return [...groupBy(all, ({ label }) => label)].map(([label, same]) => ({
    label,
    key: keyOf(label),
    ids: [...new Set(same.map(({ id }) => id))],
  }));
}

interface RepeatHeading {
  readonly id: ItemId;
  readonly before: string;
}

function repeatsOf(forms: readonly Form[]): readonly RepeatHeading[] {
  const repeats = forms.flatMap((form) => indexOf(form).all.filter(({ item }) => item.itemLabel));
  const byId = new Map(repeats.map(({ item }) => [item.id, item.itemLabel ?? '']));
  return [...byId].map(([id, label]) => ({ id, before: keyOf(label.replace('{n}', '')) }));
}

function entryHeadingAt(
  repeats: readonly RepeatHeading[],
  key: string,
  from: number,
): EntryHeading | undefined {
  for (const { id, before } of repeats) {
    if (!key.startsWith(before, from)) continue;
    const match = /^\(?(\d{1,3})\)?(?:[~ー](\d{1,3}))?/.exec(
      key.slice(from + before.length, from + before.length + 9),
    );
    if (match) return entryHeading(id, before, match);
  }
  return undefined;
}

/** `委ฯ事項2～5`, `委託事項2ฯ5`: a character misread, and nothing else there. */
function misreadEntry(repeats: readonly RepeatHeading[], key: string): EntryHeading | undefined {
  if (key.length > LONGEST_ENTRY) return undefined;
  const match = /^(\D{3,6})(\d{1,3})(?:\D(\d{1,3}))?$/.exec(key);
  const word = match?.[1] ?? '';
  const known = repeats.find(({ before }) => before.length === word.length && differing(before, word) <= 1);
  if (!match || !known) return undefined;
  const heading = { id: known.id, ordinal: Number(match[2]), length: key.length };
  return match[3] === undefined ? heading : { ...heading, through: Number(match[3]) };
}

const LONGEST_ENTRY = 14;

function differing(a: string, b: string): number {
  return Array.from(a).filter((character, at) => character !== b[at]).length;
}

function entryHeading(id: ItemId, before: string, match: RegExpExecArray): EntryHeading {
  const length = before.length + match[0].length;
  const heading = { id, ordinal: Number(match[1]), length };
  return match[2] === undefined ? heading : { ...heading, through: Number(match[2]) };
}
