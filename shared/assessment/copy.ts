import { contentOf, entriesOf, insertInto, type Content, type Edit } from './edit';
import type { NewId } from './create';
import type { ListPath } from './path';
import type { Assessment } from './types';

/** Adds a copy of an entry behind it, with all that is below; every copied entry gets an id of its own. Throws where there is none. */
export function duplicateAt(assessment: Assessment, list: ListPath, at: number, newId: NewId): Edit {
  const entry = entriesOf(assessment, list)[at];
  if (!entry) throw new Error(`no entry ${String(at)} in ${list}`);
  const content = contentOf(assessment, entry.id);
  const ids = new Map([entry.id, ...innerIds(content)].map((id) => [id, newId()]));
  const renamed = (path: string) =>
    path.replace(/\[([^\]]*)\]/g, (_, id: string) => `[${ids.get(id) ?? id}]`);
  return insertInto(
    list,
    at + 1,
    { id: ids.get(entry.id) ?? newId() },
    {
      values: mapKeys(content.values, renamed),
      lists: Object.fromEntries(
        Object.entries(content.lists).map(([path, entries]) => [
          renamed(path),
          entries.map((inner) => ({ ...inner, id: ids.get(inner.id) ?? inner.id })),
        ]),
      ),
    },
  );
}

function innerIds(content: Content): readonly string[] {
  return Object.values(content.lists).flatMap((entries) => entries.map((entry) => entry.id));
}

function mapKeys<T>(record: Readonly<Record<string, T>>, change: (key: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [change(key), value]));
}
