import type { LedgerRow } from '../../shared/ledger/rows';
import { type Csv, writeCsv } from '../../shared/publish/csv/write';
import type { CsvEncoding } from '../../shared/publish/formats';
import { type Language, ledgerText } from '../locale';
import { ledgerTexts } from './words';
import { dayNumber } from '../../shared/japanese/days';

export interface LedgerOptions {
  readonly language: Language;
  readonly now: number;
  readonly encoding: CsvEncoding | undefined;
}

/** 評価書台帳 as CSV, a line for each file; one that cannot be read says why. */
export function ledgerCsv(rows: readonly LedgerRow[], { encoding, ...context }: LedgerOptions): Csv {
  return writeCsv(ledgerTexts(rows, context), encoding);
}

/** `評価書台帳_20261121.csv` */
export function ledgerName(language: Language, at: number): string {
  return `${ledgerText(language, 'file')}_${String(dayNumber(at))}.csv`;
}
