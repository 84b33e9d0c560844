import type { Database } from 'sql.js';
import { DamagedFile } from './damage';
import { hashOf, rawDigest, TableDigest } from './digest';
import { rawRow, type RawRow } from './layout';
import type { PageFile } from './pages/pageFile';
import { recordCells, textOf, type RawCell } from './pages/record';
import { cellsBelow } from './pages/tree';
import type { Roots } from './schema';
import { rowsOf, type Cell } from './sql';
import { TABLE_NAMES, tables, type Row, type Rows, type Table, type TableName } from './tables';

export type TableDigests = Readonly<Record<TableName, TableDigest>>;

/** Bytes of each attachment by its hash. */
export type Sizes = ReadonlyMap<string, number>;

export interface VerifiedRows {
  /** Of all tables but the history. */
  readonly rows: Omit<Rows, 'edit'>;
  readonly edits: VerifiedEdits;
  readonly digests: TableDigests;
  readonly sizes: Sizes;
}

/** The rows of the history. They are most of the text of a document that is old, so each is decoded when it is needed. */
export interface VerifiedEdits {
  readonly length: number;
  readonly rowAt: (position: number) => Row;
}

/**
 * All rows, read from the bytes of the file without the help of SQLite (which takes three times as long): each compared with its
 * digest, each table with its own, attachments with their hashes. Throws `DamagedFile` where one does not fit.
 */
export function readVerifiedRows(file: PageFile, roots: Roots): VerifiedRows {
  const sizes = new Map<string, number>();
  const read = <T>(name: TableName, keep: (row: RawRow) => T) =>
    readVerified(file, roots.get(name) ?? 0, tables[name], keep);
  const edit = read('edit', ({ cells }) => cells);
  const others = TABLE_NAMES.filter((name) => name !== 'edit').map(
    (name) => [name, read(name, (row) => decoded(name, row, sizes))] as const,
  );
  const rows = Object.fromEntries(others.map(([name, table]) => [name, table.kept])) as Record<
    Exclude<TableName, 'edit'>,
    Row[]
  >;
  const digests = Object.fromEntries(
    [['edit', edit] as const, ...others].map(([name, { digest }]) => [name, digest]),
  ) as Record<TableName, TableDigest>;
  assertTableDigests(writtenDigests(file, roots.get('digest') ?? 0), digests);
  const rowAt = (position: number) => (edit.kept[position] ?? []).map(plainCell);
  return { rows, edits: { length: edit.kept.length, rowAt }, digests, sizes };
}

function readVerified<T>(file: PageFile, root: number, table: Table, keep: (row: RawRow) => T) {
  const digest = new TableDigest();
  const kept: T[] = [];
  for (const cell of cellsBelow(file, root)) {
    const row = rawRow(table, cell, true);
    if (row.digest === undefined || rawDigest(table.name, row.cells) !== row.digest) throw new DamagedFile();
    digest.add(row.digest);
    kept.push(keep(row));
  }
  return { digest, kept };
}

function decoded(name: TableName, row: RawRow, sizes: Map<string, number>): Row {
  const cells = row.cells.map(plainCell);
  if (name === 'attachment') sizes.set(String(cells[1]), verifiedSize(row, cells));
  return cells;
}

function verifiedSize({ bytes }: RawRow, [, hash]: Row): number {
  if (!bytes || hashOf(bytes) !== hash) throw new DamagedFile();
  return bytes.length;
}

export function plainCell(cell: RawCell): Cell {
  if (cell === null || typeof cell === 'number') return cell;
  return cell.kind === 'text' ? textOf(cell.bytes) : cell.bytes;
}

/** What the table `digest` says of each table: rows and sum. */
export function writtenDigests(file: PageFile, root: number): ReadonlyMap<Cell, string> {
  const rows = [...cellsBelow(file, root)].map(({ payload }) => recordCells(payload).map(plainCell));
  return new Map(rows.map(([name = null, ...digest]) => [name, JSON.stringify(digest)]));
}

function assertTableDigests(written: ReadonlyMap<Cell, string>, digests: TableDigests): void {
  const fits = (name: TableName) =>
    written.get(name) === JSON.stringify([digests[name].rows, digests[name].sum]);
  if (written.size !== TABLE_NAMES.length || !TABLE_NAMES.every(fits)) throw new DamagedFile();
}

/** All rows as SQLite gives them, without a look at digests. */
export function readPlainRows(database: Database): Rows {
  const read = TABLE_NAMES.map((name) => [name, rowsOf(database, select(tables[name]))]);
  return Object.fromEntries(read) as Record<TableName, readonly Row[]>;
}

function select({ name, columns, keys }: Table): string {
  return `SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${columns.slice(0, keys).join(', ')}`;
}

/** Bytes of each attachment. Throws `DamagedFile` where a hash is not that of the bytes. */
export function verifyAttachments(database: Database): Sizes {
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
