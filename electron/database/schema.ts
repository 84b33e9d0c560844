import type { Database, SqlJsStatic } from 'sql.js';
import { DamagedFile } from './damage';
import { migrateTo } from './migrations/index';
import { rowsOf, withDatabase } from './sql';

/**
 * Throws where the tables of a file are not, to the word, those that our own migrations make. A view, a trigger, a computed
 * column, an index on an expression or a check would run what somebody else wrote, so this happens before anything else is asked
 * of the database.
 */
export function assertKnownSchema(sql: SqlJsStatic, database: Database, version: number): void {
  if (schemaOf(database) !== knownSchema(sql, version)) throw new DamagedFile();
}

const known = new Map<number, string>();

function knownSchema(sql: SqlJsStatic, version: number): string {
  const cached = known.get(version);
  if (cached !== undefined) return cached;
  const schema = withDatabase(sql, null, (database) => {
    migrateTo(database, version);
    return schemaOf(database);
  });
  known.set(version, schema);
  return schema;
}

/** Every object of the database, sorted; white space of its text is no difference. */
function schemaOf(database: Database): string {
  const objects = rowsOf(database, 'SELECT type, name, tbl_name, sql FROM sqlite_master');
  return objects
    .map((cells) => JSON.stringify(cells.map((cell) => normalised(String(cell)))))
    .sort()
    .join('\n');
}

function normalised(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');
}
