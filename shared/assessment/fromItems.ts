import { indexOf, isList } from '../forms/lookup';
import type { Form, ItemId } from '../forms/types';
import { emptyAssessment, type NewId } from './create';
import { listOf } from './ordinals';
import { ATTACHMENTS, FILES, type ListPath } from './path';
import type { Assessment, Entry, Value } from './types';
import { CHANGE_COLUMNS, changeCell, changeTableOf } from '../forms/changeTable';

/** One value under a path with ordinals. A table row carries all its columns, 別紙 a title and rows. */
export interface OrdinalItem {
  readonly path: string;
  readonly value:
    | Value
    | Readonly<Record<string, string>>
    | { readonly title: string; readonly rows: readonly (readonly string[])[] };
}

/**
 * An assessment from values under ordinal paths (`II[2].4.items[3].m1`, `annex2.rows[12]`, `attachments[1]`).
 * Entries are in the order of their ordinals and keep a number that is not simply the next one.
 * A list that no path names gets the first, empty entry of the official sheet.
 */
export function assessmentFrom(form: Form, items: readonly OrdinalItem[], newId: NewId): Assessment {
  const flat = items.flatMap((item) => flatten(form, item));
  const lists = new Lists(newId);
  for (const ordinals of flat.map(({ path }) => path)) lists.note(ordinals);
  const values = Object.fromEntries(flat.map(({ path, value }) => [lists.resolve(path), value]));
  return {
    form: form.id,
    edition: form.edition,
    slots: {},
    values,
    lists: withFirstEntries(form, lists.all(), newId),
  };
}

interface FlatItem {
  readonly path: string;
  readonly value: Value;
}

function flatten(form: Form, { path, value }: OrdinalItem): readonly FlatItem[] {
  if (path.startsWith(`${ATTACHMENTS}[`))
    return attachmentItems(path, value as { title: string; rows: string[][] });
  const placed = indexOf(form).byId.get(path.replace(/\[[^\]]*\]/g, ''));
  if (!placed || !isList(placed.item)) return [{ path, value: value as Value }];
  return Object.entries(value as Record<string, string>)
    .filter(([, text]) => text !== '')
    .map(([column, text]) => ({ path: cellPath(form, placed.item.id, path, column), value: text }));
}

/** Columns of 変更箇所 are named by what they are for; those of any other table by the end of their id. */
function cellPath(form: Form, table: ItemId, row: string, column: string): string {
  const known = CHANGE_COLUMNS.find((name) => name === column);
  return known && table === changeTableOf(form) ? changeCell(form, row, known) : `${row}.${column}`;
}

function attachmentItems(
  path: string,
  value: { title: string; rows: readonly (readonly string[])[] },
): readonly FlatItem[] {
  return [
    { path: `${path}.title`, value: value.title },
    { path: `${path}.rows`, value: { rows: value.rows } },
  ];
}

/** Collects which ordinals each list needs, then gives every one an entry with a stable id. */
class Lists {
  private readonly ids = new Map<ListPath, Map<number, string>>();

  constructor(private readonly newId: NewId) {}

  note(path: string): void {
    this.resolve(path);
  }

  resolve(path: string): string {
    let done = '';
    let rest = path;
    for (let match = BRACKET.exec(rest); match; match = BRACKET.exec(rest)) {
      done += rest.slice(0, match.index);
      const id = this.idOf(listOf(done), Number(match[1]));
      done += `[${id}]`;
      rest = rest.slice(match.index + match[0].length);
    }
    return done + rest;
  }

  all(): Record<ListPath, readonly Entry[]> {
    return Object.fromEntries([...this.ids].map(([list, ids]) => [list, entriesFrom(ids)]));
  }

  private idOf(list: ListPath, ordinal: number): string {
    const ids = this.ids.get(list) ?? new Map<number, string>();
    this.ids.set(list, ids);
    const id = ids.get(ordinal) ?? this.newId();
    ids.set(ordinal, id);
    return id;
  }
}

const BRACKET = /\[(\d+)\]/;

function entriesFrom(ids: ReadonlyMap<number, string>): readonly Entry[] {
  let last = 0;
  return [...ids]
    .sort(([a], [b]) => a - b)
    .map(([number, id]) => {
      const next = last + 1;
      last = number;
      return number === next ? { id } : { id, number };
    });
}

function withFirstEntries(
  form: Form,
  lists: Record<ListPath, readonly Entry[]>,
  newId: NewId,
): Record<ListPath, readonly Entry[]> {
  const empty = emptyAssessment(form, newId).lists;
  const files = lists[FILES] ?? empty[FILES] ?? [];
  const repeats = Object.keys(empty).filter((list) => list !== FILES);
  const wanted = repeats.flatMap((list) =>
    list.includes('[') ? files.map((file) => list.replace(/\[[^\]]*\]/, `[${file.id}]`)) : [list],
  );
  const first = Object.fromEntries(wanted.map((list) => [list, [{ id: newId() }]]));
  return { ...(files.length ? { [FILES]: files } : {}), ...first, ...lists };
}
