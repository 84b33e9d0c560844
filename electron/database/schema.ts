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
export function readKnownSchema(sql: SqlJsStatic, file: PageFile, version: number): Roots {
  const objects = [...cellsBelow(file, SCHEMA_ROOT)].map(({ payload }) => schemaObject(payload));
  const texts = objects.map(({ text }) => text).sort();
  if (texts.join('\n') !== knownSchema(sql, version)) throw new DamagedFile();
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

const known = new Map<number, string>();

function knownSchema(sql: SqlJsStatic, version: number): string {
  const cached = known.get(version);
  if (cached !== undefined) return cached;
  const schema = withDatabase(sql, null, (database) => {
    migrateTo(database, version);
    return rowsOf(database, 'SELECT type, name, tbl_name, sql FROM sqlite_master');
  });
  const texts = schema.map((cells) => describe(cells.map((cell) => (typeof cell === 'string' ? cell : ''))));
  known.set(version, texts.sort().join('\n'));
  return knownSchema(sql, version);
}

/** White space is no difference. */
function describe(cells: readonly string[]): string {
  const plain = (cell: string) => cell.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');
  return JSON.stringify(cells.map(plain));
}
