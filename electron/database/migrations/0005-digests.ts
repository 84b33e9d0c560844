import type { Migration } from './migration';

const digestColumn = (table: string) => `ALTER TABLE ${table} ADD COLUMN digest TEXT NOT NULL DEFAULT '';`;

/** Damage can be recognised: each row carries a digest, and each table has one over all of its rows (see `digest.ts`). */
export const digests: Migration = {
  version: 5,
  up: `
    ${[
      'meta',
      'value',
      'entry',
      'author',
      'edit',
      'attachment',
      'revision',
      'comment',
      'leftover',
      'review',
      'round',
    ]
      .map(digestColumn)
      .join('\n    ')}
    CREATE TABLE digest (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
};
