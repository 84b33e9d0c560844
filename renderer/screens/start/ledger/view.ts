import { type AssessmentFacts, comparableNumber } from '../../../../shared/ledger/facts';
import { duesOf, type LedgerDocument, nextDue } from '../../../../shared/ledger/rows';
import type { OfficeRow } from '../../../../shared/commands/office';
import type { Day } from '../../../../shared/japanese/days';

export const SORTS = ['due', 'number', 'name', 'department', 'state', 'reassess'] as const;
export type Sort = (typeof SORTS)[number];

export const FILTERS = ['all', 'overdue', 'soon', 'working', 'problems'] as const;
export type Filter = (typeof FILTERS)[number];

export const GROUPS = ['none', 'department', 'state', 'form'] as const;
export type Group = (typeof GROUPS)[number];

export interface LedgerView {
  readonly sort: Sort;
  readonly filter: Filter;
  readonly group: Group;
  readonly search: string;
}

export interface RowGroup {
  /** Empty where rows are not grouped. */
  readonly key: string;
  readonly rows: readonly OfficeRow[];
}

/** The rows that are shown, in order: what is due first, files that cannot be read last. */
export function arrange(rows: readonly OfficeRow[], view: LedgerView, today: Day): readonly RowGroup[] {
  const found = rows.filter((row) => passes(row, view.filter, today) && matches(row, view.search));
  const sorted = [...found].sort((a, b) => compareRows(a, b, view.sort));
  if (view.group === 'none') return [{ key: '', rows: sorted }];
  const groups = new Map<string, OfficeRow[]>();
  for (const row of sorted) {
    const key = groupOf(row, view.group);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}

/** How many rows each filter shows. */
export function countsOf(rows: readonly OfficeRow[], today: Day): Readonly<Record<Filter, number>> {
  const counts = FILTERS.map((filter) => [filter, rows.filter((row) => passes(row, filter, today)).length]);
  return Object.fromEntries(counts) as Record<Filter, number>;
}

function passes({ row }: OfficeRow, filter: Filter, today: Day): boolean {
  if (filter === 'all') return true;
  if (row.kind === 'fault') return filter === 'problems';
  const { review, reassess } = duesOf(row.facts, today);
  switch (filter) {
    case 'overdue':
      return review.kind === 'overdue' || reassess.kind === 'overdue';
    case 'soon':
      return review.kind === 'soon' || reassess.kind === 'soon';
    case 'working':
      return row.facts.state !== 'published' && row.facts.state !== 'ended';
    case 'problems':
      return (row.findings?.error ?? 0) > 0 || row.facts.toReview > 0 || row.facts.dateNotices.length > 0;
  }
}

function matches({ row }: OfficeRow, search: string): boolean {
  const wanted = comparableNumber(search).toLowerCase();
  if (wanted === '') return true;
  const { file } = row;
  const texts =
    row.kind === 'fault' ? [file, row.fault] : [file, row.facts.number, row.facts.name, row.facts.department];
  return texts.some((text) => comparableNumber(text).toLowerCase().includes(wanted));
}

const collator = new Intl.Collator('ja', { numeric: true });

function compareRows(a: OfficeRow, b: OfficeRow, sort: Sort): number {
  if (a.row.kind === 'fault' || b.row.kind === 'fault')
    return Number(a.row.kind === 'fault') - Number(b.row.kind === 'fault');
  return COMPARE[sort](a.row, b.row) || byNumber(a.row, b.row) || collator.compare(a.row.file, b.row.file);
}

type Compare = (a: LedgerDocument, b: LedgerDocument) => number;

const byText =
  (of: (facts: AssessmentFacts) => string): Compare =>
  (a, b) =>
    Number(of(a.facts) === '') - Number(of(b.facts) === '') || collator.compare(of(a.facts), of(b.facts));

const byNumber = byText(({ number }) => comparableNumber(number));

const byDay =
  (of: (facts: AssessmentFacts) => Day | undefined): Compare =>
  (a, b) =>
    (of(a.facts) ?? Infinity) === (of(b.facts) ?? Infinity)
      ? 0
      : (of(a.facts) ?? Infinity) - (of(b.facts) ?? Infinity);

const COMPARE: Readonly<Record<Sort, Compare>> = {
  due: byDay(nextDue),
  number: byNumber,
  name: byText(({ name }) => name),
  department: byText(({ department }) => department),
  state: byText(({ state }) => state),
  reassess: byDay(({ deadlines }) => deadlines.reassessDue),
};

function groupOf({ row }: OfficeRow, group: Exclude<Group, 'none'>): string {
  if (row.kind === 'fault') return '';
  return row.facts[group];
}
