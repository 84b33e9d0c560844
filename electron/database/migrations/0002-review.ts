import type { Migration } from './migration';

/** What people work with around the text: kept states and comments. */
export const reviewTables: Migration = {
  version: 2,
  up: `
    CREATE TABLE revision (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;
    CREATE TABLE comment (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;
  `,
};
