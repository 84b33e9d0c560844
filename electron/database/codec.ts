import type { Database, SqlJsStatic } from 'sql.js';
import type { AttachedFile, DocumentChange, HyokaDocument } from '../../shared/assessment/document';
import type { Codec, OpenDatabase, OpenResult } from '../store/codec';
import type { Stamp, StoredDocument } from '../store/contract';
import { assertHash, LatestState, writeChange } from './changes';
import { DamagedFile, faultOf } from './damage';
import { DigestedTables } from './digestedTables';
import { assertPositions, documentOfRows } from './documentOfRows';
import { APPLICATION_ID, HEADER_BYTES, headerFault, versionOf } from './header';
import { DIGEST_VERSION, FORMAT_VERSION, migrate } from './migrations/index';
import { hasUsualSettings, isMarkedBy, marked } from './mark';
import { pageFile } from './pages/pageFile';
import { readPlainRows, readVerifiedRows, verifyAttachments } from './readRows';
import { metaRow, rowsOfDocument } from './rowsOfDocument';
import { assertRootKinds, readKnownSchema } from './schema';
import { rowsOf } from './sql';
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
  try {
    return { ok: true, database: openChecked(sql, bytes) };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** What is not to the word as our own program writes it is refused before SQLite is given the bytes. */
function openChecked(sql: SqlJsStatic, bytes: Uint8Array): OpenDatabase {
  const file = pageFile(bytes);
  const version = versionOf(bytes);
  const roots = readKnownSchema(sql, file, version);
  if (version < DIGEST_VERSION)
    return withSqlite(sql, bytes, (database) => openOlder(sql, database, version));
  assertRootKinds(file, roots);
  const { rows, digests, sizes } = readVerifiedRows(file, roots);
  assertPositions(rows);
  const { document, stamp } = documentOfRows(rows, sizes);
  if (!isMarkedBy(bytes, stamp) || !hasUsualSettings(bytes)) throw new DamagedFile();
  const opened = { document, stamp, version, hasDigests: true };
  return withSqlite(
    sql,
    bytes,
    (database) => new SqlDocument(database, new DigestedTables(database, digests), opened),
  );
}

/** The database is closed where it cannot be used. */
function withSqlite(
  sql: SqlJsStatic,
  bytes: Uint8Array,
  use: (database: Database) => OpenDatabase,
): OpenDatabase {
  const database = new sql.Database(bytes);
  try {
    prepare(database);
    // Also what no digest covers: an index in which a page is damaged would refuse a later change.
    if (rowsOf(database, 'PRAGMA integrity_check')[0]?.[0] !== 'ok') throw new DamagedFile();
    return use(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Nothing of what is removed stays in the file. */
function prepare(database: Database): void {
  database.run('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON');
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
