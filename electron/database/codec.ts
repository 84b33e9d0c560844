import type { Database, SqlJsStatic } from 'sql.js';
import type { AttachedFile, DocumentChange, HyokaDocument } from '../../shared/assessment/document';
import type { Codec, OpenDatabase, OpenResult } from '../store/codec';
import type { Stamp, StoredDocument } from '../store/contract';
import { assertHash, LatestState, writeChange } from './changes';
import { DamagedFile, faultOf } from './damage';
import { DigestedTables } from './digestedTables';
import { documentOfRows } from './documentOfRows';
import { APPLICATION_ID, HEADER_BYTES, headerFault } from './header';
import { DIGEST_VERSION, FORMAT_VERSION, migrate } from './migrations/index';
import { marked } from './mark';
import { readPlainRows, readVerifiedRows, verifyAttachments } from './readRows';
import { metaRow, rowsOfDocument } from './rowsOfDocument';
import { assertKnownSchema } from './schema';
import { numberOf, rowsOf } from './sql';
import { TABLE_NAMES, type Row } from './tables';

/**
 * The `.hyoka` format. The database keeps the bytes it was opened from and writes into them: who needs them unchanged (a journal
 * that is based on them, a file that is to be kept) hands over a copy.
 */
export function sqlCodec(sql: SqlJsStatic): Codec {
  return {
    open: (bytes) => openBytes(sql, bytes),
    create: (document) => createDatabase(sql, document, UNSAVED, FORMAT_VERSION, true),
  };
}

/** Of a document that was never written. */
const UNSAVED: Stamp = { save: '', program: '' };

function openBytes(sql: SqlJsStatic, bytes: Uint8Array): OpenResult {
  const fault = headerFault(bytes.subarray(0, HEADER_BYTES), bytes.length);
  if (fault) return { ok: false, fault };
  let database: Database | undefined;
  try {
    database = new sql.Database(bytes);
    return { ok: true, database: openDatabase(sql, database) };
  } catch (error) {
    database?.close();
    return { ok: false, fault: faultOf(error) };
  }
}

function openDatabase(sql: SqlJsStatic, database: Database): OpenDatabase {
  prepare(database);
  const version = numberOf(database, 'user_version');
  assertKnownSchema(sql, database, version);
  // Also what no digest covers: an index in which a page is damaged would refuse a later change.
  if (rowsOf(database, 'PRAGMA integrity_check')[0]?.[0] !== 'ok') throw new DamagedFile();
  return version < DIGEST_VERSION ? openOlder(sql, database, version) : openVerified(database);
}

/** Nothing of what is removed stays in the file. */
function prepare(database: Database): void {
  database.run('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON');
}

function openVerified(database: Database): OpenDatabase {
  const { rows, digests } = readVerifiedRows(database);
  const { document, stamp } = documentOfRows(rows, verifyAttachments(database));
  const opened = { document, stamp, version: FORMAT_VERSION, hasDigests: true };
  return new SqlDocument(database, new DigestedTables(database, digests), opened);
}

/** A file without digests is checked by SQLite and by the shapes of its parts, and written anew with digests, in memory. */
function openOlder(sql: SqlJsStatic, database: Database, version: number): OpenDatabase {
  migrate(database);
  const { document, stamp } = documentOfRows(readPlainRows(database), verifyAttachments(database));
  const whole = {
    ...document,
    attachments: document.attachments.map((info) => attachedFile(database, info)),
  };
  database.close();
  return createDatabase(sql, whole, stamp, version, false);
}

function createDatabase(
  sql: SqlJsStatic,
  document: HyokaDocument,
  stamp: Stamp,
  version: number,
  hasDigests: boolean,
): OpenDatabase {
  const database = new sql.Database();
  try {
    prepare(database);
    database.run(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
    migrate(database);
    const tables = new DigestedTables(database);
    tables.transaction(() => writeDocument(tables, document, stamp));
    return new SqlDocument(database, tables, {
      document: withoutBytes(document),
      stamp,
      version,
      hasDigests,
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function writeDocument(tables: DigestedTables, document: HyokaDocument, stamp: Stamp): void {
  const rows = rowsOfDocument(withoutBytes(document), stamp);
  for (const table of TABLE_NAMES)
    rows[table].forEach((row: Row, at) => {
      const file = table === 'attachment' ? document.attachments[at] : undefined;
      if (file) assertHash(file);
      tables.insert(table, row, file?.bytes);
    });
}

class SqlDocument implements OpenDatabase {
  #state: LatestState;

  constructor(
    private readonly database: Database,
    private readonly tables: DigestedTables,
    readonly opened: OpenDatabase['opened'],
  ) {
    this.#state = new LatestState(opened.document);
  }

  apply(changes: readonly DocumentChange[]): void {
    try {
      this.tables.transaction(() => {
        for (const change of changes) writeChange(this.tables, this.#state, change);
      });
    } catch (error) {
      this.#state = new LatestState(this.stored());
      throw error;
    }
  }

  export(stamp: Stamp): Uint8Array {
    this.tables.transaction(() => {
      this.tables.replace('meta', metaRow('stamp', stamp));
      this.tables.writeDigests();
    });
    return marked(this.database.export(), stamp);
  }

  attachment(hash: string): Uint8Array | undefined {
    return bytesOf(this.database, hash);
  }

  whole(): HyokaDocument {
    const document = this.stored();
    return {
      ...document,
      attachments: document.attachments.map((info) => attachedFile(this.database, info)),
    };
  }

  close(): void {
    this.database.close();
  }

  private stored(): StoredDocument {
    return documentOfRows(readPlainRows(this.database), attachmentSizes(this.database)).document;
  }
}

function withoutBytes(document: HyokaDocument): StoredDocument {
  const attachments = document.attachments.map(({ bytes, ...info }) => ({ ...info, size: bytes.length }));
  return { ...document, attachments };
}

function attachmentSizes(database: Database): ReadonlyMap<string, number> {
  const rows = rowsOf(database, 'SELECT hash, length(bytes) FROM attachment');
  return new Map(rows.map(([hash, size]) => [String(hash), Number(size)]));
}

function attachedFile(
  database: Database,
  { hash, mime, name }: StoredDocument['attachments'][number],
): AttachedFile {
  return { hash, mime, name, bytes: bytesOf(database, hash) ?? new Uint8Array() };
}

function bytesOf(database: Database, hash: string): Uint8Array | undefined {
  const statement = database.prepare('SELECT bytes FROM attachment WHERE hash = ?', [hash]);
  try {
    const bytes = statement.step() ? statement.get()[0] : undefined;
    return bytes instanceof Uint8Array ? bytes : undefined;
  } finally {
    statement.free();
  }
}
