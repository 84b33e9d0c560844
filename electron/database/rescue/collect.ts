import type { TableName, Row } from '../tables';
import { tables } from '../tables';
import type { FoundRow, Scan } from './scan';

/** Whole rows of each table in the order of its key, each key once. */
export interface Collected {
  readonly rows: Readonly<Record<TableName, readonly Row[]>>;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

export function collectRows({ rows }: Scan): Collected {
  const byTable = (name: TableName) => rows.filter(({ table }) => table === name);
  const sorted = (name: TableName) => inOrder(name, once(name, byTable(name)));
  const files = byTable('attachment');
  return {
    rows: {
      meta: sorted('meta'),
      value: sorted('value'),
      entry: sorted('entry'),
      author: sorted('author'),
      edit: sorted('edit'),
      attachment: sorted('attachment'),
      revision: sorted('revision'),
      comment: sorted('comment'),
      leftover: sorted('leftover'),
      review: sorted('review'),
      round: sorted('round'),
      acceptance: sorted('acceptance'),
      threshold: sorted('threshold'),
      override: sorted('override'),
      progress: sorted('progress'),
    },
    bytes: new Map(files.flatMap(({ row, bytes }) => (bytes ? [[String(row[1]), bytes] as const] : []))),
  };
}

/** A page may be there twice. */
function once(name: TableName, found: readonly FoundRow[]): readonly Row[] {
  return [...new Map(found.map(({ row }) => [keyOf(name, row), row])).values()];
}

function keyOf(name: TableName, row: Row): string {
  return JSON.stringify(row.slice(0, tables[name].keys));
}

function inOrder(name: TableName, rows: readonly Row[]): readonly Row[] {
  const { keys } = tables[name];
  const compare = (a: Row, b: Row) => {
    for (let at = 0; at < keys; at++) {
      const [left, right] = [a[at] ?? 0, b[at] ?? 0];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
  return [...rows].sort(compare);
}
