import type { Database } from 'sql.js';
import { DamagedFile } from './damage';
import { hashOf, rowDigest, TableDigest } from './digest';
import { rowsOf, type Cell } from './sql';
import { TABLE_NAMES, tables, type Row, type Rows, type Table, type TableName } from './tables';

export type TableDigests = Readonly<Record<TableName, TableDigest>>;

/** All rows, each compared with its digest and each table with its own. Throws `DamagedFile` where one does not fit. */
export function readVerifiedRows(database: Database): {
  readonly rows: Rows;
  readonly digests: TableDigests;
} {
  const read = TABLE_NAMES.map((name) => readVerified(database, tables[name]));
  const digests = Object.fromEntries(read.map(({ name, digest }) => [name, digest])) as Record<
    TableName,
    TableDigest
  >;
  assertTableDigests(database, digests);
  const rows = Object.fromEntries(read.map(({ name, rows: all }) => [name, all])) as Record<TableName, Row[]>;
  return { rows, digests };
}

/** All rows of a database that has no digests or whose digests are empty. */
export function readPlainRows(database: Database): Rows {
  const read = TABLE_NAMES.map((name) => [name, rowsOf(database, select(tables[name], []))]);
  return Object.fromEntries(read) as Record<TableName, readonly Row[]>;
}

function readVerified(database: Database, table: Table) {
  const digest = new TableDigest();
  const rows: Row[] = [];
  const width = table.columns.length;
  const statement = database.prepare(select(table, ['digest']));
  try {
    while (statement.step()) {
      const row: Cell[] = statement.get();
      const written = row[width];
      row.length = width;
      if (rowDigest(table.name, row) !== written) throw new DamagedFile();
      digest.add(written);
      rows.push(row);
    }
  } finally {
    statement.free();
  }
  return { name: table.name, rows, digest };
}

function select({ name, columns, keys }: Table, more: readonly string[]): string {
  return `SELECT ${[...columns, ...more].join(', ')} FROM ${name} ORDER BY ${columns.slice(0, keys).join(', ')}`;
}

function assertTableDigests(database: Database, digests: TableDigests): void {
  const written = rowsOf(database, 'SELECT name, rows, sum FROM digest ORDER BY name');
  const expected = TABLE_NAMES.map((name): Row => [name, digests[name].rows, digests[name].sum]);
  const sorted = [...expected].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  if (JSON.stringify(written) !== JSON.stringify(sorted)) throw new DamagedFile();
}

/** Bytes of each attachment by its hash. Throws `DamagedFile` where a hash is not that of the bytes. */
export function verifyAttachments(database: Database): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const statement = database.prepare('SELECT hash, bytes FROM attachment');
  try {
    while (statement.step()) {
      const [hash, bytes] = statement.get();
      if (!(bytes instanceof Uint8Array) || hashOf(bytes) !== hash) throw new DamagedFile();
      sizes.set(hash, bytes.length);
    }
  } finally {
    statement.free();
  }
  return sizes;
}
