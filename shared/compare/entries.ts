import { formOf } from '../forms/catalog';
import { findItem } from '../forms/lookup';
import type { Form } from '../forms/types';
import { entriesOf } from '../assessment/edit';
import { ATTACHMENTS, FILES, itemIdOf, type ListPath } from '../assessment/path';
import type { Assessment, Entry } from '../assessment/types';
import { plainText } from '../assessment/values';

/** What is compared when the same entry is searched in another document. */
export interface EntryFingerprint {
  readonly entry: Entry;
  readonly at: number;
  /** What the entry is called: 委託事項, システムの名称, 提供先; empty where it has no name. */
  readonly name: string;
  /** Everything written in it, under paths inside the entry. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Fingerprints of the entries of one list. */
export function fingerprintsOf(
  assessment: Assessment,
  list: ListPath,
  contents: EntryTexts,
): readonly EntryFingerprint[] {
  const named = namePathInEntry(formOf(assessment.form, assessment.edition), list);
  return entriesOf(assessment, list).map((entry, at) => {
    const texts = contents.get(entry.id) ?? NO_TEXTS;
    return { entry, at, texts, name: (named && texts.get(named)) ?? '' };
  });
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

/** What is written in each entry: entry id → path inside the entry (without ids) → text. */
export type EntryTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function entryTextsOf(assessment: Assessment): EntryTexts {
  const contents = new Map<string, Map<string, string>>();
  const positions = entryPositions(assessment);
  for (const [path, value] of Object.entries(assessment.values)) {
    const text = plainText(value);
    if (text === '') continue;
    for (const { id, pathInEntry } of entryPathsIn(path, positions)) {
      const texts = contents.get(id) ?? new Map<string, string>();
      contents.set(id, texts.set(pathInEntry, text));
    }
  }
  return contents;
}

function entryPositions(assessment: Assessment): ReadonlyMap<string, number> {
  return new Map(
    Object.values(assessment.lists).flatMap((entries) => entries.map(({ id }, at) => [id, at] as const)),
  );
}

/** `II[k].4.items[x].m3` → k with `II.4.items[0].m3`, x with `.m3`: inner entries by position, for files the section too. */
function entryPathsIn(
  path: string,
  positions: ReadonlyMap<string, number>,
): readonly { readonly id: string; readonly pathInEntry: string }[] {
  return [...path.matchAll(/\[([^\]]*)\]/g)].map((match) => {
    const rest = path
      .slice(match.index + match[0].length)
      .replace(/\[([^\]]*)\]/g, (_, id: string) => `[${positions.get(id) ?? 0}]`);
    const list = path.slice(0, match.index);
    return {
      id: match[1] ?? '',
      pathInEntry: list.includes('.') || list === ATTACHMENTS ? rest : list + rest,
    };
  });
}

/** Where inside an entry of this list its name is; undefined where entries have no name (rows of a table). */
export function namePathInEntry(form: Form, list: ListPath): string | undefined {
  if (list === ATTACHMENTS) return '.title';
  if (list === FILES) return nameOfFile(form);
  const item = findItem(form, itemIdOf(list))?.item;
  const first = item?.type === 'repeat' ? item.children?.[0] : undefined;
  return first ? first.id.slice(item?.id.length) : undefined;
}

function nameOfFile(form: Form): string | undefined {
  return form.sections.find((section) => section.repeat === 'file')?.items[0]?.id;
}

/** Whether the item is the name of an entry of its list. */
export function isEntryName(form: Form, itemId: string): boolean {
  const placed = findItem(form, itemId);
  if (!placed) return itemId === `${ATTACHMENTS}.title`;
  const list = placed.parents.at(-1);
  if (list?.type === 'repeat') return namePathInEntry(form, list.id) === itemId.slice(list.id.length);
  return itemId === nameOfFile(form);
}
