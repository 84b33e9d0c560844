import type { Database } from 'sql.js';
import { inTransaction, numberOf } from '../sql';
import { documentTables } from './0001-document';
import { reviewTables } from './0002-review';
import { intakeTables } from './0003-intake';
import { roundTable } from './0004-rounds';
import { digests } from './0005-digests';
import { judgementTables } from './0006-judgements';
import { progressTable } from './0007-progress';
import type { Migration } from './migration';

/** All steps of the format, oldest first, without gaps. */
export const migrations: readonly Migration[] = [
  documentTables,
  reviewTables,
  intakeTables,
  roundTable,
  digests,
  judgementTables,
  progressTable,
];

/** The newest format this program can read, and the one it writes. */
export const FORMAT_VERSION = migrations.length;

/** The first format whose files carry digests. */
export const DIGEST_VERSION = digests.version;

/** Brings the database to the newest format, each step in one transaction; answers the version it came from. */
export function migrate(database: Database): number {
  return migrateTo(database, FORMAT_VERSION);
}

/** Brings the database to a format that is not older than its own. */
export function migrateTo(database: Database, version: number): number {
  const from = numberOf(database, 'user_version');
  for (const migration of migrations.slice(from, version)) {
    inTransaction(database, () => {
      database.run(migration.up);
      database.run(`PRAGMA user_version = ${String(migration.version)}`);
    });
  }
  return from;
}
