import type { Migration } from './migration';

/** The assessment, its history and the bytes it carries. Free text stands in JSON, where no character is lost. */
export const documentTables: Migration = {
  version: 1,
  up: `
    CREATE TABLE meta (key TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE value (path TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE entry (
      list TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, number INTEGER,
      PRIMARY KEY (list, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE author (id INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE edit (
      seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, since INTEGER, author INTEGER NOT NULL REFERENCES author (id),
      act TEXT CHECK (act IN ('undo', 'redo')), label TEXT, json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE attachment (
      position INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, mime TEXT NOT NULL, name TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
  `,
};
