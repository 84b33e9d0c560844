import type { Migration } from './migration';

/** What was decided about changes and does not stand in the table of 変更箇所 yet. */
export const roundTable: Migration = {
  version: 4,
  up: `
    CREATE TABLE round (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;
  `,
};
