import { readFile } from 'node:fs/promises';
import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';
import { resourcePath } from '../resources';

let loading: Promise<SqlJsStatic> | undefined;

/** SQLite in WebAssembly, loaded once. The same file serves the shell, the command line and the tests. */
export function sqlite(): Promise<SqlJsStatic> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SqlJsStatic> {
  const wasm = await readFile(resourcePath('vendor', 'sql-wasm.wasm'));
  return initSqlJs({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });
}

/** Runs `work` with a database in memory and frees it, whatever happens. */
export function withDatabase<T>(
  sql: SqlJsStatic,
  bytes: Uint8Array | null,
  work: (database: Database) => T,
): T {
  const database = new sql.Database(bytes);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** All statements or none. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.run('BEGIN');
  try {
    const result = work();
    database.run('COMMIT');
    return result;
  } catch (error) {
    database.run('ROLLBACK');
    throw error;
  }
}

export type Cell = number | string | Uint8Array | null;

export function insertAll(database: Database, statement: string, rows: readonly (readonly Cell[])[]): void {
  if (rows.length === 0) return;
  const prepared = database.prepare(statement);
  try {
    for (const row of rows) prepared.run([...row]);
  } finally {
    prepared.free();
  }
}

/** All rows of a query, each an array of cells in the order of its columns. */
export function rowsOf(database: Database, query: string): readonly (readonly Cell[])[] {
  return database.exec(query)[0]?.values ?? [];
}

export function numberOf(database: Database, pragma: string): number {
  return Number(rowsOf(database, `PRAGMA ${pragma}`)[0]?.[0] ?? 0);
}
