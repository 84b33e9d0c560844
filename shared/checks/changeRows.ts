import type { ItemId } from '../forms/types';
import { dateNumber, parseDate } from '../japanese/wareki';
import { CHANGE_COLUMNS, changeCell, type ChangeColumn } from '../forms/changeTable';
import { idWithRole } from '../forms/roles';
import type { ChangeRow, View } from './types';
import { hasContent, textAt } from './view';

/**
 * The rows of 変更箇所 that this round has added: those that the edition published last does not have. Without that
 * edition they are the rows of the latest 変更日. Rows of earlier rounds are published and never judged.
 */
export function roundRows(
  view: View,
  table: ItemId | undefined,
  published: ReadonlySet<string> | undefined,
): readonly ChangeRow[] {
  const rows = table === undefined ? [] : rowsOf(view, table);
  if (published) return rows.filter((row) => !published.has(keyOf(row)));
  const latest = Math.max(...rows.map(({ date }) => dayOf(date)));
  return rows.filter(({ date }) => dayOf(date) === latest);
}

/** What tells a row of another edition to be the same. */
export function previousRowKeys(previous: View): ReadonlySet<string> {
  const table = idWithRole(previous.form, 'changes');
  return new Set((table === undefined ? [] : rowsOf(previous, table)).map(keyOf));
}

export function rowsOf(view: View, table: ItemId): readonly ChangeRow[] {
  const entries = (view.lists.get(table) ?? []).flatMap((list) => list.entries);
  let date = '';
  return entries
    .filter((node) => hasContent(view, node))
    .map((node) => {
      const paths = byColumn((column) => changeCell(view.form, node.key, column));
      const cells = byColumn((column) => textAt(view, paths[column]));
      if (/\d|元/.test(cells.date)) date = cells.date;
      return { node, path: node.key, date: date === '' ? cells.date : date, cells, paths };
    });
}

function byColumn(textOf: (column: ChangeColumn) => string): Readonly<Record<ChangeColumn, string>> {
  return Object.fromEntries(CHANGE_COLUMNS.map((column) => [column, textOf(column)])) as Record<
    ChangeColumn,
    string
  >;
}

function keyOf({ date, cells }: ChangeRow): string {
  return [date, cells.item, cells.before, cells.after].map((cell) => cell.replace(/\s/g, '')).join('\n');
}

function dayOf(date: string): number {
  const read = parseDate(date);
  return read ? dateNumber(read) : 0;
}
