import { hash } from 'node:crypto';
import type { SqlJsStatic } from 'sql.js';
import { DamagedFile } from './damage';
import { migrateTo } from './migrations/index';
import { kindOf, type PageFile } from './pages/pageFile';
import { recordCells, textOf, type RawCell } from './pages/record';
import { cellsBelow } from './pages/tree';
import { rowsOf, withDatabase } from './sql';

/** The first page of each table's b-tree. */
export type Roots = ReadonlyMap<string, number>;

/**
 * Throws where the tables of a file are not, to the word, those that our own migrations make. A view, a trigger, a computed
 * column, an index on an expression or a check would run what somebody else wrote, so this is read from the bytes, before SQLite
 * is given the file.
 */
export function readKnownSchema(file: PageFile, version: number): Roots {
  const objects = [...cellsBelow(file, SCHEMA_ROOT)].map(({ payload }) => schemaObject(payload));
  if (digestOf(objects.map(({ text }) => text)) !== SCHEMA_DIGESTS[version]) throw new DamagedFile();
  return new Map(objects.map(({ name, root }) => [name, root]));
}

/** Throws where the first page of a table or index is of the wrong kind: SQLite does not notice while it is empty. */
export function assertRootKinds(file: PageFile, roots: Roots): void {
  for (const [name, root] of roots) {
    const isIndex = name.startsWith('sqlite_autoindex_') || WITHOUT_ROWID.has(name);
    if (kindOf(file, root)?.startsWith(isIndex ? 'index' : 'table') !== true) throw new DamagedFile();
  }
}

/** Tables that SQLite keeps like an index. */
const WITHOUT_ROWID = new Set(['meta', 'value', 'entry', 'digest']);

const SCHEMA_ROOT = 1;

/** Longer ones are none of ours (bytes). */
const LONGEST = 2_000;

function schemaObject(payload: Buffer): { text: string; name: string; root: number } {
  const [type, name, table, root, sql] = payload.length > LONGEST ? [] : recordCells(payload);
  if (typeof root !== 'number') throw new DamagedFile();
  return { text: describe([type, name, table, sql].map(text)), name: text(name), root };
}

function text(cell: RawCell | undefined): string {
  return typeof cell === 'object' && cell?.kind === 'text' ? textOf(cell.bytes) : '';
}

/**
 * Of the tables of each format, so that opening a file need not run the migrations first, which takes a fifth of a second in a new
 * process. A test compares them with what the migrations make.
 */
export const SCHEMA_DIGESTS: Readonly<Record<number, string>> = {
  1: 'f64f6f9627ce1917cb5b00b7fe8c28beea6e26814050ebd9647604fb9474ae50',
  2: '02f8df6ca9a608323bab08b28cfe3190eead55fc36015b84cc47d59b92823fa0',
  3: '3e7bae7c9445a9201850e409eff5942d904c65767296f75b74aac11b1e33b7fb',
  4: 'c6c452cea1055a98f769c5c50fd53825c3a59e21b28e97046a824a6790f8a607',
  5: '25ee5469f446c8f5a8e829922a2f4de4d9bfbcaaaa1eb4836a16d56c37a0d520',
  6: 'c9c7ffd0ebc9d91c40933018c800a59f95ad98da0056c4c64a597747223f700f',
  7: 'f1fe476e230c8c467c4a32f2b75cca7a534a6e952ec3ab09c4735a6014a7484c',
};

/** The digest of the tables that the migrations make. */
export function schemaDigest(sql: SqlJsStatic, version: number): string {
  return withDatabase(sql, null, (database) => {
    migrateTo(database, version);
    const objects = rowsOf(database, 'SELECT type, name, tbl_name, sql FROM sqlite_master');
    return digestOf(
      objects.map((cells) => describe(cells.map((cell) => (typeof cell === 'string' ? cell : '')))),
    );
  });
}

/** SHA-256 of the descriptions, one a line, sorted. */
function digestOf(descriptions: readonly string[]): string {
  return hash('sha256', [...descriptions].sort().join('\n'), 'hex');
}

/** White space is no difference. */
function describe(cells: readonly string[]): string {
  const plain = (cell: string) => cell.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');
  return JSON.stringify(cells.map(plain));
}
