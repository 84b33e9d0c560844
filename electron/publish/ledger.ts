import { relative } from 'node:path';
import type { FolderDocument } from '../../shared/commands/publish';
import { formOf } from '../../shared/forms/catalog';
import { toWareki } from '../../shared/japanese/wareki';
import {
  dueDates,
  LEDGER_COLUMNS,
  type LedgerColumn,
  type LedgerLine,
  ledgerRows,
} from '../../shared/ledger/ledger';
import { type Csv, writeCsv } from '../../shared/publish/csv/write';
import type { CsvEncoding } from '../../shared/publish/formats';
import { batchText, errorText, type Language } from '../locale';
import { dayNumber } from '../today';

export interface LedgerRequest {
  /** The folder that was listed; files are named as seen from it. */
  readonly folder: string;
  readonly documents: readonly FolderDocument[];
  readonly language: Language;
  readonly encoding: CsvEncoding | undefined;
}

/** 評価書台帳 as CSV, a line for each document; one that cannot be read says why. */
export function ledgerCsv({ documents, encoding, ...request }: LedgerRequest): Csv {
  const lines = documents.map((document) => lineOf(document, request));
  return writeCsv(ledgerRows(headings(request.language), lines), encoding);
}

function headings(language: Language): Readonly<Record<LedgerColumn, string>> {
  const named = LEDGER_COLUMNS.map((column) => [column, batchText(language, `ledger.columns.${column}`)]);
  return Object.fromEntries(named) as Record<LedgerColumn, string>;
}

function lineOf(
  document: FolderDocument,
  { folder, language }: Pick<LedgerRequest, 'folder' | 'language'>,
): LedgerLine {
  const file = relative(folder, document.path);
  if (document.kind === 'unreadable') return { file, unread: errorText(language, document.error) };
  const { cover, ledger, state, toCheck, changedAt } = document;
  const { number, name } = formOf(cover.form, cover.edition);
  return {
    number: cover.number,
    name: cover.name,
    form: `${number} ${name}`,
    edition: cover.edition,
    department: ledger.department,
    state: batchText(language, `state.${state}`),
    published: cover.published,
    ...dueDates(cover.published),
    errors: String(ledger.errors),
    warnings: String(ledger.warnings),
    blank: String(ledger.blank),
    toCheck: String(toCheck),
    changedAt: dayText(changedAt),
    file,
  };
}

function dayText(at: number): string {
  const date = new Date(at);
  return toWareki({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });
}

/** `評価書台帳_20261121.csv` */
export function ledgerName(language: Language, at: number): string {
  return `${batchText(language, 'ledger.file')}_${String(dayNumber(at))}.csv`;
}
