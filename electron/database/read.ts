import type { Database, SqlJsStatic } from 'sql.js';
import { z } from 'zod';
import type { HyokaDocument } from '../../shared/assessment/document';
import {
  commentSchema,
  leftoverSchema,
  recordSchema,
  reviewSchema,
  revisionSchema,
  roundSchema,
  sourceSchema,
} from '../../shared/assessment/documentSchema';
import type { History } from '../../shared/assessment/history';
import { assessmentSchema, authorSchema } from '../../shared/assessment/schema';
import type { Assessment, Entry } from '../../shared/assessment/types';
import { hasEdition } from '../../shared/forms/catalog';
import { HEADER_BYTES, headerFault, type FormatFault } from './header';
import { migrate } from './migrations/index';
import { rowsOf, withDatabase, type Cell } from './sql';
import type { Stamp } from './write';

export interface Decoded {
  readonly document: HyokaDocument;
  readonly stamp: Stamp;
  /** Format of the bytes; lower than `FORMAT_VERSION` where they were migrated (in memory only). */
  readonly version: number;
}

export type DecodeResult =
  { readonly ok: true; readonly value: Decoded } | { readonly ok: false; readonly fault: FormatFault };

/**
 * The document in the bytes of a `.hyoka` file. Never throws and never gives a part of a document: one page that
 * SQLite calls damaged, or one value of an unknown shape, makes the whole file `corrupt`.
 */
export function decodeDocument(sql: SqlJsStatic, bytes: Uint8Array): DecodeResult {
  const fault = headerFault(bytes.subarray(0, HEADER_BYTES), bytes.length);
  if (fault) return { ok: false, fault };
  try {
    return { ok: true, value: withDatabase(sql, bytes, readAll) };
  } catch (error) {
    return { ok: false, fault: error instanceof UnknownEdition ? error.fault : { kind: 'corrupt' } };
  }
}

class DamagedFile extends Error {}

class UnknownEdition extends Error {
  constructor(readonly fault: FormatFault) {
    super(fault.kind);
  }
}

function readAll(database: Database): Decoded {
  database.run('PRAGMA trusted_schema = OFF');
  assertPlain(database);
  if (rowsOf(database, 'PRAGMA integrity_check')[0]?.[0] !== 'ok') throw new DamagedFile();
  const version = migrate(database);
  const meta = readMeta(database);
  const document: HyokaDocument = {
    id: meta.id,
    createdAt: meta.createdAt,
    assessment: readAssessment(database, meta),
    history: readHistory(database),
    revisions: readKeyed(database, 'revision', revisionSchema),
    comments: readKeyed(database, 'comment', commentSchema),
    attachments: rowsOf(database, 'SELECT hash, mime, name, bytes FROM attachment ORDER BY position').map(
      attachedFile,
    ),
    ...(meta.source ? { source: meta.source } : {}),
    leftover: readKeyed(database, 'leftover', leftoverSchema),
    review: readKeyed(database, 'review', reviewSchema),
    rounds: readKeyed(database, 'round', roundSchema),
  };
  return { document, stamp: meta.stamp, version };
}

/** Our files hold tables and indexes. A view, a trigger or a computed column would run what somebody else wrote. */
function assertPlain(database: Database): void {
  const schema = rowsOf(database, 'SELECT type, sql FROM sqlite_master');
  const isPlain = schema.every(
    ([type, sql]) =>
      (type === 'table' || type === 'index') && !/\bvirtual\b|\bas\s*\(/i.test(String(sql ?? '')),
  );
  if (!isPlain) throw new DamagedFile();
}

const metaSchema = z.object({
  id: z.string().min(1),
  createdAt: z.number().int(),
  form: z.enum(['form2', 'form3', 'form4']),
  edition: z.string(),
  slots: z.record(z.string(), z.string()),
  stamp: z.object({ save: z.string(), program: z.string() }),
  source: sourceSchema.optional(),
});

type Meta = z.output<typeof metaSchema>;

function readMeta(database: Database): Meta {
  const rows = rowsOf(database, 'SELECT key, json FROM meta');
  const meta = metaSchema.parse(Object.fromEntries(rows.map(([key, json]) => [String(key), parsed(json)])));
  if (!hasEdition(meta.form, meta.edition))
    throw new UnknownEdition({ kind: 'unknownEdition', edition: meta.edition });
  return meta;
}

function readAssessment(database: Database, { form, edition, slots }: Meta): Assessment {
  const values = rowsOf(database, 'SELECT path, json FROM value').map(([path, json]): [string, unknown] => [
    String(path),
    parsed(json),
  ]);
  return assessmentSchema.parse({
    form,
    edition,
    slots,
    values: Object.fromEntries(values),
    lists: readLists(database),
  });
}

function readLists(database: Database): Record<string, Entry[]> {
  const lists: Record<string, Entry[]> = {};
  for (const [list, id, number] of rowsOf(
    database,
    'SELECT list, id, number FROM entry ORDER BY list, position',
  ))
    (lists[String(list)] ??= []).push({
      id: String(id),
      ...(number === null ? {} : { number: Number(number) }),
    });
  return lists;
}

function readHistory(database: Database): History {
  const authors = rowsOf(database, 'SELECT id, json FROM author');
  const people = new Map(authors.map(([id, json]) => [id, authorSchema.parse(parsed(json))]));
  const rows = rowsOf(database, 'SELECT seq, at, since, author, act, label, json FROM edit ORDER BY seq');
  return rows.map(([seq, at, from, author, act, label, json]) =>
    recordSchema.parse({
      ...withoutNull({ seq, at, from, act, label }),
      author: people.get(author ?? null),
      edit: parsed(json),
    }),
  );
}

function readKeyed<T>(
  database: Database,
  table: 'revision' | 'comment' | 'leftover' | 'review' | 'round',
  schema: z.ZodType<T>,
): T[] {
  return rowsOf(database, `SELECT json FROM ${table} ORDER BY position`).map(([json]) =>
    schema.parse(parsed(json)),
  );
}

function attachedFile([hash, mime, name, bytes]: readonly Cell[]) {
  if (!(bytes instanceof Uint8Array)) throw new DamagedFile();
  return { hash: String(hash), mime: String(mime), name: z.string().parse(parsed(name)), bytes };
}

function parsed(json: Cell | undefined): unknown {
  return JSON.parse(String(json)) as unknown;
}

function withoutNull(cells: Readonly<Record<string, Cell | undefined>>): Record<string, unknown> {
  return Object.fromEntries<unknown>(Object.entries(cells).filter(([, cell]) => cell !== null));
}
