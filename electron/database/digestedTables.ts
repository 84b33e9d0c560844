import type { Database, Statement } from 'sql.js';
import { rowDigest, TableDigest } from './digest';
import type { TableDigests } from './readRows';
import { inTransaction, type Cell } from './sql';
import { TABLE_NAMES, tables, type Row, type Table, type TableName } from './tables';

/** The tables of an open database. Whatever is written, the digests of rows and tables fit afterwards. */
export class DigestedTables {
  readonly #statements = new Map<string, Statement>();
  #digests: Record<TableName, TableDigest>;
  readonly #unwritten: Set<TableName>;

  /** `written`: the digests that the file holds, and for which tables; without them the tables are empty. */
  constructor(
    private readonly database: Database,
    written?: { readonly digests: TableDigests; readonly names: readonly TableName[] },
  ) {
    this.#digests = { ...(written?.digests ?? emptyDigests()) };
    this.#unwritten = new Set(TABLE_NAMES.filter((name) => !written?.names.includes(name)));
  }

  /** All of the changes or none. */
  transaction(work: () => void): void {
    const before = copyOf(this.#digests);
    try {
      inTransaction(this.database, work);
    } catch (error) {
      this.#digests = before;
      for (const table of TABLE_NAMES) this.#unwritten.add(table);
      throw error;
    }
  }

  /** `bytes` are those of an attachment. Throws where there is a row of this key already. */
  insert(table: TableName, row: Row, bytes?: Uint8Array): void {
    const digest = rowDigest(table, row);
    const cells: Cell[] = bytes ? [...row, digest, bytes] : [...row, digest];
    this.statement(insertion(tables[table], bytes !== undefined)).run(cells);
    this.changed(table).add(digest);
  }

  /** Removes the row of this key, where there is one. */
  remove(table: TableName, ...key: readonly Cell[]): void {
    const statement = this.statement(deletion(tables[table]));
    statement.bind([...key]);
    if (statement.step()) this.changed(table).remove(String(statement.get()[0]));
    statement.reset();
  }

  replace(table: TableName, row: Row): void {
    this.remove(table, ...row.slice(0, tables[table].keys));
    this.insert(table, row);
  }

  /** Moves the rows behind a position one forward. */
  closeGap(table: TableName, position: number): void {
    const { columns } = tables[table];
    const query = `SELECT ${columns.join(', ')} FROM ${table} WHERE position > ? ORDER BY position`;
    for (const [at, ...cells] of this.rows(query, [position])) this.move(table, Number(at), cells);
  }

  /** Writes the digests of tables that changed since they were last written. */
  writeDigests(): void {
    for (const table of this.#unwritten) {
      const { rows, sum } = this.#digests[table];
      this.statement('INSERT OR REPLACE INTO digest (name, rows, sum) VALUES (?, ?, ?)').run([
        table,
        rows,
        sum,
      ]);
    }
    this.#unwritten.clear();
  }

  private move(table: TableName, from: number, cells: readonly Cell[]): void {
    const old = this.rows(`SELECT digest FROM ${table} WHERE position = ?`, [from])[0]?.[0];
    const digest = rowDigest(table, [from - 1, ...cells]);
    const update = `UPDATE ${table} SET position = ?, digest = ? WHERE position = ?`;
    this.statement(update).run([from - 1, digest, from]);
    this.changed(table).remove(String(old));
    this.changed(table).add(digest);
  }

  private rows(query: string, parameters: readonly Cell[]): readonly Row[] {
    const statement = this.statement(query);
    statement.bind([...parameters]);
    const rows: Row[] = [];
    while (statement.step()) rows.push(statement.get());
    statement.reset();
    return rows;
  }

  private changed(table: TableName): TableDigest {
    this.#unwritten.add(table);
    return this.#digests[table];
  }

  private statement(text: string): Statement {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}

function insertion({ name, columns }: Table, withBytes: boolean): string {
  const all = [...columns, 'digest', ...(withBytes ? ['bytes'] : [])];
  return `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`;
}

function deletion({ name, columns, keys }: Table): string {
  const key = columns.slice(0, keys).map((column) => `${column} = ?`);
  return `DELETE FROM ${name} WHERE ${key.join(' AND ')} RETURNING digest`;
}

export function emptyDigests(): TableDigests {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, new TableDigest()])) as Record<
    TableName,
    TableDigest
  >;
}

function copyOf(digests: TableDigests): Record<TableName, TableDigest> {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, digests[name].copy()])) as Record<
    TableName,
    TableDigest
  >;
}
