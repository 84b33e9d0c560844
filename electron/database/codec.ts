import type { Database, SqlJsStatic } from 'sql.js';
import type {
  AttachedFile,
  DocumentChange,
  HyokaDocument,
  StoredDocument,
} from '../../shared/assessment/document';
import type { EditRecord, History } from '../../shared/assessment/history';
import { RECENT_RECORDS, recentStart } from '../../shared/assessment/recentHistory';
import type { Codec, OpenDatabase, OpenResult, Stamp } from './contract';
import { assertHash, LatestState, writeChange } from './changes';
import { DamagedFile, faultOf } from './damage';
import { DigestedTables } from './digestedTables';
import {
  assertPositions,
  documentOfRows,
  documentWith,
  historyOf,
  peopleOf,
  type ReadDocument,
} from './documentOfRows';
import { APPLICATION_ID, HEADER_BYTES, headerFault, versionOf } from './header';
import { DIGEST_VERSION, FORMAT_VERSION, migrate } from './migrations/index';
import { hasUsualSettings, isMarkedBy, marked } from './mark';
import { pageFile } from './pages/pageFile';
import { readPlainRows, readVerifiedRows, verifyAttachments, type VerifiedEdits } from './readRows';
import { parseRecord } from './record';
import { metaRow, rowsOfDocument, type People } from './rowsOfDocument';
import { assertRootKinds, readKnownSchema } from './schema';
import { rowsOf } from './sql';
import { TABLE_NAMES, tables, tablesOf, type Row } from './tables';

/**
 * The `.hyoka` format. The database keeps the bytes it was opened from and writes into them: who needs them unchanged (a journal
 * that is based on them, a file that is to be kept) hands over a copy. Of the history `recent` records or a few more are read at opening.
 */
export function sqlCodec(sql: SqlJsStatic, recent = RECENT_RECORDS): Codec {
  return {
    open: (bytes) => openBytes(sql, bytes, recent),
    create: (document) => createDatabase(sql, document, UNSAVED, FORMAT_VERSION, true),
  };
}

/** Of a document that was never written. */
const UNSAVED: Stamp = { save: '', program: '' };

function openBytes(sql: SqlJsStatic, bytes: Uint8Array, recent: number): OpenResult {
  const fault = headerFault(bytes.subarray(0, HEADER_BYTES), bytes.length);
  if (fault) return { ok: false, fault };
  try {
    return { ok: true, database: openChecked(sql, bytes, recent) };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** What is not to the word as our own program writes it is refused before SQLite is given the bytes. */
function openChecked(sql: SqlJsStatic, bytes: Uint8Array, recent: number): OpenDatabase {
  const file = pageFile(bytes);
  const version = versionOf(bytes);
  const roots = readKnownSchema(file, version);
  if (version < DIGEST_VERSION)
    return withSqlite(sql, bytes, (database) => openOlder(sql, database, version));
  assertRootKinds(file, roots);
  const { rows, edits, digests, sizes } = readVerifiedRows(file, roots, version);
  assertPositions(rows);
  const people = peopleOf(rows.author);
  const { history, earlier } = recentHistory(edits, people, recent);
  const { document, stamp } = documentWith(rows, sizes, history);
  if (!isMarkedBy(bytes, stamp) || !hasUsualSettings(bytes)) throw new DamagedFile();
  const opened = { document, earlier, stamp, version, hasDigests: true };
  return withSqlite(sql, bytes, (database) => {
    migrate(database);
    const written = new DigestedTables(database, { digests, names: tablesOf(version) });
    return new SqlDocument(database, written, opened, people);
  });
}

/** Older records were verified and stay as they are in the database: reading all of them takes longer than everything else. */
function recentHistory(
  { length, rowAt }: VerifiedEdits,
  people: People,
  wanted: number,
): { readonly history: History; readonly earlier: number } {
  const known = new Map<number, EditRecord>();
  const recordAt = (position: number): EditRecord => {
    const present = known.get(position);
    if (present) return present;
    const row = rowAt(position);
    const record = parseRecord(row, people.get(Number(row[3])));
    known.set(position, record);
    return record;
  };
  const earlier = recentStart({ length, recordAt }, wanted);
  const history = Array.from({ length: length - earlier }, (_, at) => recordAt(earlier + at));
  return { history, earlier };
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
    const opened = { document: withoutBytes(document), earlier: 0, stamp, version, hasDigests };
    return new SqlDocument(database, tables, opened, peopleIn(database));
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
    people: People,
  ) {
    this.#state = new LatestState(opened.document, people);
  }

  apply(changes: readonly DocumentChange[]): void {
    try {
      this.tables.transaction(() => {
        for (const change of changes) writeChange(this.tables, this.#state, change);
      });
    } catch (error) {
      const { document, people } = this.stored();
      this.#state = new LatestState(document, people);
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

  history(after: number, count: number): History {
    const statement = this.database.prepare(HISTORY, [after, count]);
    const rows: Row[] = [];
    try {
      while (statement.step()) rows.push(statement.get());
    } finally {
      statement.free();
    }
    return historyOf(rows, peopleIn(this.database));
  }

  whole(): HyokaDocument {
    const { document } = this.stored();
    return {
      ...document,
      attachments: document.attachments.map((info) => attachedFile(this.database, info)),
    };
  }

  close(): void {
    this.database.close();
  }

  private stored(): ReadDocument {
    return documentOfRows(readPlainRows(this.database), attachmentSizes(this.database));
  }
}

const HISTORY = `SELECT ${tables.edit.columns.join(', ')} FROM edit WHERE seq > ? ORDER BY seq LIMIT ?`;

function peopleIn(database: Database): People {
  return peopleOf(rowsOf(database, 'SELECT id, json FROM author'));
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
