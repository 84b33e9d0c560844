import type { Database, SqlJsStatic } from 'sql.js';
import type { HyokaDocument } from '../../shared/assessment/document';
import type { Author, EditRecord, History } from '../../shared/assessment/history';
import type { Assessment } from '../../shared/assessment/types';
import { APPLICATION_ID } from './header';
import { migrate } from './migrations/index';
import { inTransaction, insertAll, withDatabase, type Cell } from './sql';

/** Marks one writing of a file, so that a journal can tell which of its changes the file already holds. */
export interface Stamp {
  /** Random; another one at each writing. */
  readonly save: string;
  /** Version of the program that wrote it. */
  readonly program: string;
}

/** The bytes of a `.hyoka` file that holds the whole document. `decodeDocument` gives the same document again. */
export function encodeDocument(sql: SqlJsStatic, document: HyokaDocument, stamp: Stamp): Uint8Array {
  return withDatabase(sql, null, (database) => {
    database.run(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
    migrate(database);
    inTransaction(database, () => writeAll(database, document, stamp));
    return database.export();
  });
}

function writeAll(database: Database, document: HyokaDocument, stamp: Stamp): void {
  writeMeta(database, document, stamp);
  writeAssessment(database, document.assessment);
  writeHistory(database, document.history);
  writeKeyed(database, 'revision (id, json)', document.revisions, 'id');
  writeKeyed(database, 'comment (id, json)', document.comments, 'id');
  writeKeyed(database, 'leftover (id, json)', document.leftover, 'id');
  writeKeyed(database, 'review (path, json)', document.review, 'path');
  writeKeyed(database, 'round (id, json)', document.rounds, 'id');
  const files = document.attachments.map(({ hash, mime, name, bytes }) => [
    hash,
    mime,
    JSON.stringify(name),
    bytes,
  ]);
  insertAll(database, 'INSERT INTO attachment (hash, mime, name, bytes) VALUES (?, ?, ?, ?)', files);
}

function writeMeta(
  database: Database,
  { id, createdAt, assessment, source }: HyokaDocument,
  stamp: Stamp,
): void {
  const { form, edition, slots } = assessment;
  const meta = { id, createdAt, form, edition, slots, stamp, ...(source ? { source } : {}) };
  const rows = Object.entries(meta).map(([key, value]) => [key, JSON.stringify(value)]);
  insertAll(database, 'INSERT INTO meta (key, json) VALUES (?, ?)', rows);
}

function writeAssessment(database: Database, { values, lists }: Assessment): void {
  const rows = Object.entries(values).map(([path, value]) => [path, JSON.stringify(value)]);
  insertAll(database, 'INSERT INTO value (path, json) VALUES (?, ?)', rows);
  const entries = Object.entries(lists).flatMap(([list, all]) =>
    all.map(({ id, number }, at): Cell[] => [list, at, id, number ?? null]),
  );
  insertAll(database, 'INSERT INTO entry (list, position, id, number) VALUES (?, ?, ?, ?)', entries);
}

function writeHistory(database: Database, history: History): void {
  const authors = new Map<string, number>();
  const rows = history.map((record) => recordRow(record, authorId(authors, record.author)));
  const people = [...authors].map(([json, id]): Cell[] => [id, json]);
  insertAll(database, 'INSERT INTO author (id, json) VALUES (?, ?)', people);
  insertAll(
    database,
    'INSERT INTO edit (seq, at, since, author, act, label, json) VALUES (?, ?, ?, ?, ?, ?, ?)',
    rows,
  );
}

function recordRow({ seq, at, from, act, label, edit }: EditRecord, author: number): Cell[] {
  return [seq, at, from ?? null, author, act ?? null, label ?? null, JSON.stringify(edit)];
}

function authorId(authors: Map<string, number>, author: Author): number {
  const json = JSON.stringify(author);
  const id = authors.get(json) ?? authors.size + 1;
  authors.set(json, id);
  return id;
}

function writeKeyed<T>(database: Database, columns: string, things: readonly T[], key: keyof T): void {
  const rows = things.map((thing) => [String(thing[key]), JSON.stringify(thing)]);
  insertAll(database, `INSERT INTO ${columns} VALUES (?, ?)`, rows);
}
