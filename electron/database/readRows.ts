import type { Database } from 'sql.js';
import { DamagedFile } from './damage';
import { fittingDigest, hashOf, rawDigest, TableDigest } from './digest';
import { rawRow, type RawRow } from './layout';
import type { PageFile, TreeCell } from './pages/pageFile';
import { recordCells, textOf, type RawCell } from './pages/record';
import { cellsBelow, visitCells } from './pages/tree';
import type { Roots } from './schema';
import { rowsOf, type Cell } from './sql';
import { TABLE_NAMES, tables, tablesOf, type Row, type Rows, type Table, type TableName } from './tables';

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
 * digest, each table with its own, attachments with their hashes. Tables that the format (`version`) does not have yet are empty.
 * Throws `DamagedFile` where one does not fit.
 */
export function readVerifiedRows(file: PageFile, roots: Roots, version: number): VerifiedRows {
  const sizes = new Map<string, number>();
  const present = tablesOf(version);
  const rootOf = (name: TableName) => roots.get(name) ?? 0;
  const edit = verifyCells(file, rootOf('edit'), tables.edit);
  const others = TABLE_NAMES.filter((name) => name !== 'edit').map((name) => {
    const isPresent = present.includes(name);
    return [name, isPresent ? readVerified(file, rootOf(name), tables[name], sizes) : emptyTable()] as const;
  });
  const rows = Object.fromEntries(others.map(([name, table]) => [name, table.rows])) as Record<
    Exclude<TableName, 'edit'>,
    Row[]
  >;
  const digests = Object.fromEntries(
    [['edit', edit] as const, ...others].map(([name, { digest }]) => [name, digest]),
  ) as Record<TableName, TableDigest>;
  assertTableDigests(writtenDigests(file, roots.get('digest') ?? 0), digests, present);
  const rowAt = (position: number) => decoded(edit.cells[position]);
  return { rows, edits: { length: edit.cells.length, rowAt }, digests, sizes };
}

/** Rows that are not decoded yet. */
function verifyCells(file: PageFile, root: number, table: Table) {
  const digest = new TableDigest();
  const cells: TreeCell[] = [];
  visitCells(file, root, (cell) => {
    const fitting = fittingDigest(table, cell);
    if (fitting === undefined) throw new DamagedFile();
    digest.add(fitting);
    cells.push(cell);
  });
  return { digest, cells };
}

function decoded(cell: TreeCell | undefined): Row {
  return cell ? rawRow(tables.edit, cell, true).cells.map(plainCell) : [];
}

function readVerified(file: PageFile, root: number, table: Table, sizes: Map<string, number>) {
  const digest = new TableDigest();
  const rows: Row[] = [];
  visitCells(file, root, (cell) => {
    const row = rawRow(table, cell, true);
    if (row.digest === undefined || rawDigest(table.name, row.cells) !== row.digest) throw new DamagedFile();
    const cells = row.cells.map(plainCell);
    if (table.name === 'attachment') sizes.set(String(cells[1]), verifiedSize(row, cells));
    digest.add(row.digest);
    rows.push(cells);
  });
  return { digest, rows };
}

/** A table that the format of the file does not have yet. */
function emptyTable(): { digest: TableDigest; rows: Row[] } {
  return { digest: new TableDigest(), rows: [] };
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

function assertTableDigests(
  written: ReadonlyMap<Cell, string>,
  digests: TableDigests,
  present: readonly TableName[],
): void {
  const fits = (name: TableName) =>
    written.get(name) === JSON.stringify([digests[name].rows, digests[name].sum]);
  if (written.size !== present.length || !present.every(fits)) throw new DamagedFile();
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
