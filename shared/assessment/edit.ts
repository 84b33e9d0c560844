import type { ListPath, Path } from './path';
import { isInsideEntry } from './path';
import type { Assessment, Entry, Value } from './types';

/** What is below an entry: its values and the lists inside it. */
export interface Content {
  readonly values: Readonly<Record<Path, Value>>;
  readonly lists: Readonly<Record<ListPath, readonly Entry[]>>;
}

export type Header = Pick<Assessment, 'form' | 'edition' | 'slots'>;

/** A change that knows its inverse. `before`/`after` undefined: the item is blank. */
export type Edit =
  | { readonly kind: 'set'; readonly path: Path; readonly before?: Value; readonly after?: Value }
  | {
      readonly kind: 'insert';
      readonly list: ListPath;
      readonly at: number;
      readonly entry: Entry;
      readonly content: Content;
    }
  | {
      readonly kind: 'remove';
      readonly list: ListPath;
      readonly at: number;
      readonly entry: Entry;
      readonly content: Content;
    }
  | { readonly kind: 'move'; readonly list: ListPath; readonly from: number; readonly to: number }
  | {
      readonly kind: 'renumber';
      readonly list: ListPath;
      readonly before: readonly Entry[];
      readonly after: readonly Entry[];
    }
  | { readonly kind: 'header'; readonly before: Header; readonly after: Header }
  | { readonly kind: 'batch'; readonly edits: readonly Edit[] };

export const NO_CONTENT: Content = { values: {}, lists: {} };

/** The assessment after the edit; the argument stays as it was. Parts that did not change are shared. */
export function applyEdit(assessment: Assessment, edit: Edit): Assessment {
  switch (edit.kind) {
    case 'set':
      return { ...assessment, values: withValue(assessment.values, edit.path, edit.after) };
    case 'insert':
      return insertEntry(assessment, edit.list, edit.at, edit.entry, edit.content);
    case 'remove':
      return removeEntry(assessment, edit.list, edit.entry);
    case 'move':
      return withList(assessment, edit.list, moved(entriesOf(assessment, edit.list), edit.from, edit.to));
    case 'renumber':
      return withList(assessment, edit.list, edit.after);
    case 'header':
      return { ...assessment, ...edit.after };
    case 'batch':
      return edit.edits.reduce(applyEdit, assessment);
  }
}

/** The edit that takes `edit` back: applying both leaves the assessment as it was. */
export function invert(edit: Edit): Edit {
  switch (edit.kind) {
    case 'set':
      return setEdit(edit.path, edit.after, edit.before);
    case 'insert':
      return { ...edit, kind: 'remove' };
    case 'remove':
      return { ...edit, kind: 'insert' };
    case 'move':
      return { ...edit, from: edit.to, to: edit.from };
    case 'renumber':
    case 'header':
      return { ...edit, before: edit.after, after: edit.before } as Edit;
    case 'batch':
      return { kind: 'batch', edits: [...edit.edits].reverse().map(invert) };
  }
}

/** A `set` edit without keys for blanks, so that edits are equal when their JSON is. */
export function setEdit(path: Path, before: Value | undefined, after: Value | undefined): Edit {
  return {
    kind: 'set',
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Sets one value; `undefined` or an empty text makes the item blank. */
export function setValue(assessment: Assessment, path: Path, value: Value | undefined): Edit {
  return setEdit(path, assessment.values[path], value === '' ? undefined : value);
}

/** Adds an empty or filled entry at the position (0 = first). */
export function insertInto(list: ListPath, at: number, entry: Entry, content: Content = NO_CONTENT): Edit {
  return { kind: 'insert', list, at, entry, content };
}

/** Removes the entry at the position, with all that is below it. Throws where there is none. */
export function removeAt(assessment: Assessment, list: ListPath, at: number): Edit {
  const entry = entriesOf(assessment, list)[at];
  if (!entry) throw new Error(`no entry ${String(at)} in ${list}`);
  return { kind: 'remove', list, at, entry, content: contentOf(assessment, entry.id) };
}

export function entriesOf(assessment: Assessment, list: ListPath): readonly Entry[] {
  return assessment.lists[list] ?? [];
}

/** All values and lists that lie in the entry. */
export function contentOf(assessment: Assessment, entryId: string): Content {
  const isInside = ([path]: readonly [string, unknown]) => isInsideEntry(path, entryId);
  return {
    values: Object.fromEntries(Object.entries(assessment.values).filter(isInside)),
    lists: Object.fromEntries(Object.entries(assessment.lists).filter(isInside)),
  };
}

/** The printed number of each entry: its own, else one more than the entry before. */
export function ordinalsOf(entries: readonly Entry[]): readonly number[] {
  let last = 0;
  return entries.map((entry) => (last = entry.number ?? last + 1));
}

function withValue(values: Assessment['values'], path: Path, value: Value | undefined): Assessment['values'] {
  const { [path]: _gone, ...rest } = values;
  return value === undefined ? rest : { ...values, [path]: value };
}

function withList(assessment: Assessment, list: ListPath, entries: readonly Entry[]): Assessment {
  const { [list]: _gone, ...rest } = assessment.lists;
  return { ...assessment, lists: entries.length === 0 ? rest : { ...assessment.lists, [list]: entries } };
}

function insertEntry(
  assessment: Assessment,
  list: ListPath,
  at: number,
  entry: Entry,
  content: Content,
): Assessment {
  const entries = entriesOf(assessment, list);
  const withEntry = withList(assessment, list, [...entries.slice(0, at), entry, ...entries.slice(at)]);
  return {
    ...withEntry,
    values: { ...withEntry.values, ...content.values },
    lists: { ...withEntry.lists, ...content.lists },
  };
}

function removeEntry(assessment: Assessment, list: ListPath, entry: Entry): Assessment {
  const isOutside = ([path]: readonly [string, unknown]) => !isInsideEntry(path, entry.id);
  const remaining: Assessment = {
    ...assessment,
    values: Object.fromEntries(Object.entries(assessment.values).filter(isOutside)),
    lists: Object.fromEntries(Object.entries(assessment.lists).filter(isOutside)),
  };
  return withList(
    remaining,
    list,
    entriesOf(assessment, list).filter((other) => other.id !== entry.id),
  );
}

function moved(entries: readonly Entry[], from: number, to: number): readonly Entry[] {
  const entry = entries[from];
  if (!entry) return entries;
  const rest = entries.filter((_, at) => at !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}
