import { type Day, dayFrom } from '../../shared/japanese/days';
import type { DueState } from '../../shared/ledger/deadlines';
import {
  LEDGER_COLUMNS,
  type LedgerColumn,
  ledgerCells,
  type LedgerRow,
  ledgerTable,
  type LedgerWords,
  sameNumbers,
} from '../../shared/ledger/rows';
import { type Language, ledgerText } from '../locale';

/** The sentences of the 台帳 in one language. */
export function ledgerWords(language: Language): LedgerWords {
  const text = (key: string, values = {}) => ledgerText(language, key, values);
  return {
    state: (state) => text(`state.${state}`),
    due: (due) => dueText(due, text),
    notice: ({ code, item, text: written }) =>
      text(`notice.${code}`, { item: text(`item.${item}`), text: written }),
    sameNumber: (files) => text('notice.sameNumber', { files: files.join(text('comma')) }),
    unchecked: text('unchecked'),
    separator: text('separator'),
  };
}

/** From this many days on, months say more. */
const LONG = 92;

function dueText(due: DueState, text: (key: string, values: object) => string): string {
  if (due.kind === 'none' || due.kind === 'later') return '';
  const { kind, days, months } = due;
  return days > LONG ? text(`due.${kind}Months`, { months }) : text(`due.${kind}`, { days });
}

/** The day of this PC. */
export function todayAt(at: number): Day {
  const date = new Date(at);
  return dayFrom(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** Rows as text in one language, with headings. */
export function ledgerTexts(
  rows: readonly LedgerRow[],
  {
    language,
    now,
    columns = LEDGER_COLUMNS,
  }: { language: Language; now: number; columns?: readonly LedgerColumn[] },
): readonly (readonly string[])[] {
  const context = { today: todayAt(now), words: ledgerWords(language), same: sameNumbers(rows) };
  const heads = LEDGER_COLUMNS.map((column) => [column, ledgerText(language, `columns.${column}`)]);
  const headings = Object.fromEntries(heads) as Record<LedgerColumn, string>;
  return ledgerTable(
    columns,
    headings,
    rows.map((row) => ledgerCells(row, context)),
  );
}
