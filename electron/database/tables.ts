import type { Cell } from './sql';

/** A table of the file as the current format has it, without the column `digest` that stands last in each. */
export interface Table {
  readonly name: TableName;
  /** In the order in which a row digest covers them. `attachment.bytes` is covered by `attachment.hash`. */
  readonly columns: readonly string[];
  /** How many of the first columns identify a row. */
  readonly keys: 1 | 2;
  /** The first format with digests that has the table; absent: all of them have it. */
  readonly since?: number;
}

export type TableName =
  | 'meta'
  | 'value'
  | 'entry'
  | 'author'
  | 'edit'
  | 'attachment'
  | 'revision'
  | 'comment'
  | 'leftover'
  | 'review'
  | 'round'
  | 'acceptance'
  | 'threshold'
  | 'override'
  | 'progress';

/** Tables whose rows are one JSON each, in the order of their positions, found by a text in the second column. */
export type KeyedTableName =
  | 'revision'
  | 'comment'
  | 'leftover'
  | 'review'
  | 'round'
  | 'acceptance'
  | 'threshold'
  | 'override'
  | 'progress';

/** Cells of one row in the order of `Table.columns`. */
export type Row = readonly Cell[];

export const tables: Readonly<Record<TableName, Table>> = {
  meta: { name: 'meta', columns: ['key', 'json'], keys: 1 },
  value: { name: 'value', columns: ['path', 'json'], keys: 1 },
  entry: { name: 'entry', columns: ['list', 'position', 'id', 'number'], keys: 2 },
  author: { name: 'author', columns: ['id', 'json'], keys: 1 },
  edit: { name: 'edit', columns: ['seq', 'at', 'since', 'author', 'act', 'label', 'json'], keys: 1 },
  attachment: { name: 'attachment', columns: ['position', 'hash', 'mime', 'name'], keys: 1 },
  revision: { name: 'revision', columns: ['position', 'id', 'json'], keys: 1 },
  comment: { name: 'comment', columns: ['position', 'id', 'json'], keys: 1 },
  leftover: { name: 'leftover', columns: ['position', 'id', 'json'], keys: 1 },
  review: { name: 'review', columns: ['position', 'path', 'json'], keys: 1 },
  round: { name: 'round', columns: ['position', 'id', 'json'], keys: 1 },
  acceptance: { name: 'acceptance', columns: ['position', 'id', 'json'], keys: 1, since: 6 },
  threshold: { name: 'threshold', columns: ['position', 'id', 'json'], keys: 1, since: 6 },
  override: { name: 'override', columns: ['position', 'id', 'json'], keys: 1, since: 6 },
  progress: { name: 'progress', columns: ['position', 'id', 'json'], keys: 1, since: 7 },
};

export const TABLE_NAMES = Object.keys(tables) as readonly TableName[];

/** The tables of a format that has digests. */
export function tablesOf(version: number): readonly TableName[] {
  return TABLE_NAMES.filter((name) => (tables[name].since ?? 0) <= version);
}

/** Rows of all tables, each in the order of its key. */
export type Rows = Readonly<Record<TableName, readonly Row[]>>;
