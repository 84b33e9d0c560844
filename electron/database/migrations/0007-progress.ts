import type { Migration } from './migration';

/** The steps through the office with their days: the state of an assessment in the 台帳. */
export const progressTable: Migration = {
  version: 7,
  up: `
    CREATE TABLE progress (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
  `,
};
