import { formOf } from '../forms/catalog';
import { dateOfDay, isoOf, type Day } from '../japanese/days';
import { toWareki } from '../japanese/wareki';
import { type DueState, dueState, SOON } from './deadlines';
import { type AssessmentFacts, comparableNumber, type FindingCounts } from './facts';

/** A file of the workspace: what is known of it, or the sentence that says why nothing is. */
export type LedgerRow = LedgerDocument | LedgerFault;

export interface LedgerDocument {
  readonly kind: 'document';
  /** As seen from the folder that was listed. */
  readonly file: string;
  readonly facts: AssessmentFacts;
  /** Absent: 未点検. */
  readonly findings?: FindingCounts;
  /** Who has it open, in words; absent where nobody does. */
  readonly openBy?: string;
}

export interface LedgerFault {
  readonly kind: 'fault';
  readonly file: string;
  readonly fault: string;
}

export interface RowDues {
  readonly review: DueState;
  readonly reassess: DueState;
}

export function duesOf({ deadlines }: AssessmentFacts, today: Day): RowDues {
  return {
    review: dueState(deadlines.reviewDue, today, SOON.review),
    reassess: dueState(deadlines.reassessDue, today, SOON.reassess),
  };
}

/** The earlier of the two deadlines; undefined where none is known. */
export function nextDue({ deadlines: { reviewDue, reassessDue } }: AssessmentFacts): Day | undefined {
  const days = [reviewDue, reassessDue].filter((day) => day !== undefined);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** Other files with the same 評価書番号 in the same form, by file; a 基礎項目評価書 and the 重点・全項目 one of its 事務 share theirs. */
export function sameNumbers(rows: readonly LedgerRow[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    if (row.kind === 'fault' || row.facts.number === '') continue;
    const key = `${row.facts.form} ${comparableNumber(row.facts.number)}`;
    groups.set(key, [...(groups.get(key) ?? []), row.file]);
  }
  const shared = [...groups.values()].filter((files) => files.length > 1);
  return new Map(
    shared.flatMap((files) => files.map((file) => [file, files.filter((other) => other !== file)] as const)),
  );
}

/** Columns of the 台帳, in order. */
export const LEDGER_COLUMNS = [
  'number',
  'name',
  'form',
  'edition',
  'department',
  'state',
  'stateDay',
  'stateBy',
  'published',
  'revised',
  'revision',
  'reviewDue',
  'reviewState',
  'reassessDue',
  'reassessState',
  'ended',
  'keepUntil',
  'errors',
  'warnings',
  'notices',
  'toReview',
  'blank',
  'openBy',
  'file',
  'remarks',
] as const;

export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

export type LedgerCells = Readonly<Partial<Record<LedgerColumn, string>>>;

/** Words of one language. */
export interface LedgerWords {
  readonly state: (state: AssessmentFacts['state']) => string;
  /** How near a deadline is: `超過（30日）`; '' where nothing is due. */
  readonly due: (due: DueState) => string;
  readonly notice: (notice: AssessmentFacts['dateNotices'][number]) => string;
  readonly sameNumber: (files: readonly string[]) => string;
  readonly unchecked: string;
  readonly separator: string;
}

export interface CellContext {
  readonly today: Day;
  readonly words: LedgerWords;
  readonly same: ReturnType<typeof sameNumbers>;
}

/** A row in words; dates in 和暦. */
export function ledgerCells(row: LedgerRow, { today, words, same }: CellContext): LedgerCells {
  if (row.kind === 'fault') return { file: row.file, remarks: row.fault };
  const { facts, findings, file } = row;
  const { deadlines } = facts;
  const dues = duesOf(facts, today);
  const form = formOf(facts.form, facts.edition);
  const others = same.get(file);
  const remarks = [...facts.dateNotices.map(words.notice), ...(others ? [words.sameNumber(others)] : [])];
  const count = (severity: keyof FindingCounts) => (findings ? String(findings[severity]) : words.unchecked);
  return {
    number: facts.number,
    name: facts.name,
    form: `${form.number} ${form.name}`,
    edition: facts.edition,
    department: facts.department,
    state: words.state(facts.state),
    stateDay: facts.stateSince ? warekiOf(Date.parse(facts.stateSince.day) / 86_400_000) : '',
    stateBy: facts.stateSince?.by ?? '',
    published: warekiOf(deadlines.assessed),
    revised: warekiOf(deadlines.amended),
    revision: String(deadlines.revision),
    reviewDue: warekiOf(deadlines.reviewDue),
    reviewState: words.due(dues.review),
    reassessDue: warekiOf(deadlines.reassessDue),
    reassessState: words.due(dues.reassess),
    ended: warekiOf(deadlines.ended),
    keepUntil: warekiOf(deadlines.keepUntil),
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    toReview: String(facts.toReview),
    blank: String(facts.blank),
    openBy: row.openBy ?? '',
    file,
    remarks: remarks.join(words.separator),
  };
}

/** 令和9年3月1日; '' where there is no day. */
export function warekiOf(day: Day | undefined): string {
  return day === undefined ? '' : toWareki(dateOfDay(day));
}

/** Headings and cells as rows of text. */
export function ledgerTable(
  columns: readonly LedgerColumn[],
  headings: Readonly<Record<LedgerColumn, string>>,
  cells: readonly LedgerCells[],
): readonly (readonly string[])[] {
  return [
    columns.map((column) => headings[column]),
    ...cells.map((row) => columns.map((column) => row[column] ?? '')),
  ];
}

/** What `ledger --json` prints of a row; dates are ISO, null where none is known. */
export function ledgerReport(row: LedgerRow, same: ReturnType<typeof sameNumbers>, today: Day) {
  if (row.kind === 'fault') return { ...BLANK_REPORT, file: row.file, fault: row.fault };
  const { facts, findings, openBy, file } = row;
  const { deadlines } = facts;
  const dues = duesOf(facts, today);
  return {
    file,
    number: facts.number,
    name: facts.name,
    form: facts.form,
    edition: facts.edition,
    department: facts.department,
    state: facts.state,
    stateSince: facts.stateSince?.day ?? null,
    stateBy: facts.stateSince?.by ?? null,
    published: isoDay(deadlines.assessed),
    revised: isoDay(deadlines.amended),
    revision: deadlines.revision,
    reviewDue: isoDay(deadlines.reviewDue),
    reviewState: dues.review.kind,
    reassessDue: isoDay(deadlines.reassessDue),
    reassessState: dues.reassess.kind,
    reassessBasis: deadlines.reassessBasis ?? null,
    ended: isoDay(deadlines.ended),
    keepUntil: isoDay(deadlines.keepUntil),
    findings: findings ?? null,
    toReview: facts.toReview,
    blank: facts.blank,
    notices: [
      ...facts.dateNotices,
      ...(same.get(file) ?? []).map((text) => ({ code: 'sameNumber', item: 'number', text })),
    ],
    ...(openBy === undefined ? {} : { openBy }),
  };
}

/** A file that cannot be read has every key that the others have. */
const BLANK_REPORT = {
  number: '',
  name: '',
  form: null,
  edition: null,
  department: '',
  state: null,
  stateSince: null,
  stateBy: null,
  published: null,
  revised: null,
  revision: 0,
  reviewDue: null,
  reviewState: 'none',
  reassessDue: null,
  reassessState: 'none',
  reassessBasis: null,
  ended: null,
  keepUntil: null,
  findings: null,
  toReview: 0,
  blank: 0,
  notices: [],
};

function isoDay(day: Day | undefined): string | null {
  return day === undefined ? null : isoOf(day);
}
