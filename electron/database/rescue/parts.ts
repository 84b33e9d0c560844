import { z } from 'zod';
import type { AttachedFile } from '../../../shared/assessment/document';
import type { Author, EditRecord } from '../../../shared/assessment/history';
import type { Path } from '../../../shared/assessment/path';
import { authorSchema, entrySchema, valueSchema } from '../../../shared/assessment/schema';
import type { Entry, Value } from '../../../shared/assessment/types';
import { metaSchemas, jsonOf } from '../documentOfRows';
import { parseRecord } from '../record';
import type { Row } from '../tables';
import type { Collected } from './collect';
import { attempt } from './scan';

/* Single parts of a document from rows of which others may be missing: what cannot be read is left out. */

export type Meta = Partial<{ [Key in keyof typeof metaSchemas]: z.output<(typeof metaSchemas)[Key]> }>;

export function readMeta(rows: readonly Row[]): Meta {
  const known = new Map<string, z.ZodType>(Object.entries(metaSchemas));
  const read = rows.flatMap((row) => {
    const value = attempt(() => known.get(String(row[0]))?.parse(jsonOf(row)));
    return value === undefined ? [] : [[String(row[0]), value] as const];
  });
  return Object.fromEntries(read);
}

export function readValues(rows: readonly Row[]): ReadonlyMap<Path, Value> {
  const read = rows.flatMap((row) => {
    const value = attempt(() => valueSchema.parse(jsonOf(row)));
    return value === undefined ? [] : [[String(row[0]), value] as const];
  });
  return new Map(read);
}

export function readLists(rows: readonly Row[]): Map<string, Entry[]> {
  const lists = new Map<string, Entry[]>();
  const ids = new Set<string>();
  for (const [list, , id, number] of rows) {
    const entry = attempt(() => entrySchema.parse({ id, ...(number === null ? {} : { number }) }));
    if (!entry || ids.has(entry.id)) continue;
    ids.add(entry.id);
    lists.set(String(list), [...(lists.get(String(list)) ?? []), entry]);
  }
  return lists;
}

/** Somebody whose name was lost. */
const UNKNOWN: Author = { name: '', department: '', pc: '' };

export function readHistory({ rows }: Collected): readonly EditRecord[] {
  const people = new Map(rows.author.map((row) => [row[0], attempt(() => authorSchema.parse(jsonOf(row)))]));
  return rows.edit.flatMap((row) => attempt(() => parseRecord(row, people.get(row[3]) ?? UNKNOWN)) ?? []);
}

export function readKeyed<T>(rows: readonly Row[], schema: z.ZodType<T>): readonly T[] {
  const read = rows.flatMap((row) => {
    const thing = attempt(() => schema.parse(jsonOf(row)));
    return thing === undefined ? [] : [[String(row[1]), thing] as const];
  });
  return [...new Map(read).values()];
}

export function readAttachments({ rows, bytes }: Collected): readonly AttachedFile[] {
  const read = rows.attachment.flatMap(([, hash, mime, name]) => {
    const content = bytes.get(String(hash));
    const text = attempt(() => z.string().parse(JSON.parse(String(name))));
    if (!content) return [];
    return [
      [String(hash), { hash: String(hash), mime: String(mime), name: text ?? '', bytes: content }] as const,
    ];
  });
  return [...new Map(read).values()];
}
