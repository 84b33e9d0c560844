import fc from 'fast-check';
import type { SqlJsStatic } from 'sql.js';
import { sqlCodec } from '../../electron/database/format';
import { DigestedTables, emptyDigests } from '../../electron/database/digestedTables';
import { APPLICATION_ID } from '../../electron/database/header';
import { marked } from '../../electron/database/mark';
import { FORMAT_VERSION, migrateTo } from '../../electron/database/migrations/index';
import { rowsOfDocument } from '../../electron/database/rowsOfDocument';
import { insertAll, inTransaction, withDatabase } from '../../electron/database/sql';
import { TABLE_NAMES, tables, tablesOf, type TableName } from '../../electron/database/tables';
import {
  applyChange,
  type DocumentChange,
  type HyokaDocument,
  type StoredDocument,
} from '../../shared/assessment/document';
import { setEdit } from '../../shared/assessment/edit';
import { anyDocument } from '../unit/shared/assessment/arbitraryDocument';

/** A file that is to be damaged, and what it was before its last writing. */
export interface Subject {
  readonly format: number;
  readonly document: HyokaDocument;
  readonly bytes: Uint8Array;
  readonly older: Uint8Array;
  readonly olderDocument: HyokaDocument;
}

/** Random documents, each as a file of every format that can hold it. */
export function subjects(sql: SqlJsStatic, count: number, seed: number): readonly Subject[] {
  const documents = fc.sample(anyDocument, { numRuns: count, seed });
  return documents.flatMap((document, at) => [
    currentFile(sql, long(document, at)),
    formatFive(sql, document),
    ...[1, 2, 3, 4].map((format) => oldFile(sql, document, format)),
  ]);
}

const author = { name: '田中', department: '税務課', pc: 'PC-09' };

/** More text than one page holds, so that rows lie in several pages and some go over their page. */
function long(document: HyokaDocument, at: number): HyokaDocument {
  const changes = Array.from({ length: 10 + (at % 40) }, (_, step): DocumentChange => {
    const text = '庁内連携システムにより取得する。'.repeat(1 + ((step * 7) % 90));
    const before = document.assessment.values['I.7'];
    return {
      kind: 'edit',
      record: {
        seq: 1_000 + step,
        at: 1_900_000_000_000 + step * 60_000,
        author,
        edit: setEdit('I.7', before, text),
      },
    };
  });
  return changes.reduce(applyChange, document);
}

function currentFile(sql: SqlJsStatic, document: HyokaDocument): Subject {
  const database = sqlCodec(sql).create(document);
  const older = database.export({ save: 'older', program: '0.1.0' });
  const change: DocumentChange = {
    kind: 'edit',
    record: {
      seq: 9_000,
      at: 1_950_000_000_000,
      author,
      edit: setEdit('I.1.m1', undefined, '住民基本台帳に関する事務'),
    },
  };
  database.apply([change]);
  const bytes = database.export({ save: 'newer', program: '0.1.0' });
  database.close();
  return {
    format: FORMAT_VERSION,
    document: applyChange(document, change),
    bytes,
    older,
    olderDocument: document,
  };
}

const OLDER_STAMP = { save: 'old', program: '0.1.0' };

/** As format 5 wrote it: with digests, without the tables that came later. */
function formatFive(sql: SqlJsStatic, document: HyokaDocument): Subject {
  const held = withoutNewer(document, 5);
  const later = TABLE_NAMES.filter((name) => !tablesOf(5).includes(name));
  const bytes = withDatabase(sql, null, (database) => {
    database.run(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
    migrateTo(database, 5);
    const written = new DigestedTables(database, { digests: emptyDigests(), names: later });
    const rows = rowsOfDocument(stored(held), OLDER_STAMP);
    written.transaction(() => {
      for (const name of tablesOf(5))
        rows[name].forEach((row, at) =>
          written.insert(name, row, name === 'attachment' ? held.attachments[at]?.bytes : undefined),
        );
      written.writeDigests();
    });
    return marked(database.export(), OLDER_STAMP);
  });
  return { format: 5, document: held, bytes, older: bytes, olderDocument: held };
}

function stored(document: HyokaDocument): StoredDocument {
  const attachments = document.attachments.map(({ bytes, ...info }) => ({ ...info, size: bytes.length }));
  return { ...document, attachments };
}

/** As the program wrote it before there were digests; tables that the format does not have stay empty. */
function oldFile(sql: SqlJsStatic, document: HyokaDocument, format: number): Subject {
  const held = withoutNewer(document, format);
  const bytes = withDatabase(sql, null, (database) => {
    database.run(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
    migrateTo(database, format);
    const rows = rowsOfDocument(stored(held), OLDER_STAMP);
    inTransaction(database, () => {
      for (const name of tablesOf(5).filter((table) => table !== 'attachment'))
        if (rows[name].length > 0) insertAll(database, insertion(name, tables[name].columns), rows[name]);
      const files = rows.attachment.map((row, at) => [
        ...row,
        held.attachments[at]?.bytes ?? new Uint8Array(),
      ]);
      insertAll(database, insertion('attachment', [...tables.attachment.columns, 'bytes']), files);
    });
    return database.export();
  });
  return { format, document: held, bytes, older: bytes, olderDocument: held };
}

function insertion(name: TableName, columns: readonly string[]): string {
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

function withoutNewer(document: HyokaDocument, format: number): HyokaDocument {
  return {
    ...document,
    ...(format < 2 ? { revisions: [], comments: [] } : {}),
    ...(format < 3 ? { leftover: [], review: [] } : {}),
    ...(format < 4 ? { rounds: [] } : {}),
    ...(format < 6 ? { acceptances: [], thresholds: [], overrides: [] } : {}),
    ...(format < 7 ? { progress: [] } : {}),
  };
}
