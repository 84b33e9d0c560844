import type { Migration } from './migration';

/** What an import leaves to do. The source itself is the entry `source` of `meta`. */
export const intakeTables: Migration = {
  version: 3,
  up: `
    CREATE TABLE leftover (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;
    CREATE TABLE review (position INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;
  `,
};
