import { indexOf } from '../forms/lookup';
import type { Form } from '../forms/types';
import { FILES, type ListPath } from './path';
import type { Assessment, Entry } from './types';

/** Makes ids of entries: unique, 10 letters and digits. Injected so that the core stays pure. */
export type NewId = () => string;

/** An assessment without a single value: one 特定個人情報ファイル and the first entry of every repeat, as on the official sheet. */
export function emptyAssessment(form: Form, newId: NewId): Assessment {
  const files: readonly Entry[] = hasFiles(form) ? [{ id: newId() }] : [];
  const base = { form: form.id, edition: form.edition, slots: {}, values: {} };
  return {
    ...base,
    lists: { ...(files.length ? { [FILES]: files } : {}), ...firstEntries(form, files, newId) },
  };
}

export function hasFiles(form: Form): boolean {
  return form.sections.some((section) => section.repeat === 'file');
}

/** The lists that are inside one new 特定個人情報ファイル, each with its first entry. */
export function firstEntries(
  form: Form,
  files: readonly Entry[],
  newId: NewId,
): Record<ListPath, readonly Entry[]> {
  const repeats = indexOf(form).all.filter(({ item }) => item.type === 'repeat');
  const lists = repeats.flatMap(({ item, section }) =>
    section.repeat === 'file' ? files.map((file) => listInFile(item.id, section.id, file)) : [item.id],
  );
  return Object.fromEntries(lists.map((list) => [list, [{ id: newId() }]]));
}

function listInFile(itemId: string, sectionId: string, file: Entry): ListPath {
  return `${sectionId}[${file.id}]${itemId.slice(sectionId.length)}`;
}
