import type { Migration } from './migration';

const table = (name: string) =>
  `CREATE TABLE ${name} (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL, digest TEXT NOT NULL) STRICT;`;

/** What people decided about findings, each しきい値判断 with its counted numbers, and what was handed out all the same. */
export const judgementTables: Migration = {
  version: 6,
  up: ['acceptance', 'threshold', 'override'].map(table).join('\n    '),
};
