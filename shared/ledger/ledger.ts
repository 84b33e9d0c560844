import { blanksOf, filledOf } from '../assessment/completion';
import type { Assessment } from '../assessment/types';
import { check } from '../checks/check';
import { textWithRole } from '../assessment/roles';
import { parseDate, toWareki } from '../japanese/wareki';

/** What 評価書台帳 tells of an assessment besides its cover. */
export interface LedgerFacts {
  /** 部署 under 評価実施機関における担当部署, as written; '' where blank. */
  readonly department: string;
  /** Findings of the 点検. */
  readonly errors: number;
  readonly warnings: number;
  /** Items that apply and hold nothing. */
  readonly blank: number;
}

/** `today`: the day of the 点検, as 20241001. */
export function ledgerFacts(assessment: Assessment, today: number): LedgerFacts {
  const findings = check(assessment, today);
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return {
    department: departmentOf(assessment),
    errors: count('error'),
    warnings: count('warning'),
    blank: blanksOf(filledOf(assessment)).length,
  };
}

/** 部署, on one line. */
function departmentOf(assessment: Assessment): string {
  return textWithRole(assessment, 'department').replace(/\s+/g, ' ').trim();
}

/** 見直し is due a year, 再実施 five years after the latest 公表; both are what an agency is asked to strive for. */
export interface DueDates {
  readonly review: string;
  readonly renewal: string;
}

/** In 和暦; '' where 公表日 is blank or no date. A day that the year does not have (2月29日) is the day before. */
export function dueDates(published: string): DueDates {
  return { review: yearsAfter(published, 1), renewal: yearsAfter(published, 5) };
}

function yearsAfter(published: string, years: number): string {
  const date = parseDate(published);
  if (!date) return '';
  const year = date.year + years;
  const last = new Date(Date.UTC(year, date.month, 0)).getUTCDate();
  return toWareki({
    ...date,
    year,
    ...(date.day === undefined ? {} : { day: Math.min(date.day, last) }),
  });
}

/** Columns of the ledger, in order. */
export const LEDGER_COLUMNS = [
  'number',
  'name',
  'form',
  'edition',
  'department',
  'state',
  'published',
  'review',
  'renewal',
  'errors',
  'warnings',
  'blank',
  'toCheck',
  'changedAt',
  'file',
  'unread',
] as const;

export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** A line of the ledger: what stands in its columns, '' elsewhere. */
export type LedgerLine = Readonly<Partial<Record<LedgerColumn, string>>>;

/** Headings and lines as rows of text. */
export function ledgerRows(
  headings: Readonly<Record<LedgerColumn, string>>,
  lines: readonly LedgerLine[],
): readonly (readonly string[])[] {
  return [
    LEDGER_COLUMNS.map((column) => headings[column]),
    ...lines.map((line) => LEDGER_COLUMNS.map((column) => line[column] ?? '')),
  ];
}
