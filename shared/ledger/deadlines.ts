import { dateOfDay, endOfYears, type Day } from '../japanese/days';

/**
 * What happened to an assessment, as far as its deadlines depend on it. `assessed`: 公表 of a 実施 or 再実施; `amended`: 公表
 * of a 修正; `reviewed`: 見直し without a 公表; `ended`: 終了 of the 事務.
 */
export interface LedgerEvent {
  readonly kind: 'assessed' | 'amended' | 'reviewed' | 'ended';
  readonly day: Day;
}

export interface Deadlines {
  /** The last 公表 of a 実施 or 再実施. */
  readonly assessed?: Day;
  /** The last 公表 of a 修正. */
  readonly amended?: Day;
  /** How many times it was published anew since the first 公表; several on one day are one. */
  readonly revision: number;
  /** The last day of the year in which the next 見直し is due (規則第14条). */
  readonly reviewDue?: Day;
  /** The last day of the five years (規則第15条); the 公表 of a 修正 does not restart them. */
  readonly reassessDue?: Day;
  /** `performed`: no 公表 of a 実施 is known, and the five years are counted from 基礎項目評価 ①実施日, which is never later. */
  readonly reassessBasis?: 'published' | 'performed';
  readonly ended?: Day;
  /** Until when an assessment whose 事務 has ended stays published (規則第16条). */
  readonly keepUntil?: Day;
}

const REVIEW_YEARS = 1;
const REASSESS_YEARS = 5;
const KEEP_YEARS = 3;

/** The two clocks. `events` in any order; `performed`: 基礎項目評価 ①実施日, where it is written. */
export function deadlinesOf(events: readonly LedgerEvent[], performed?: Day): Deadlines {
  const last = (...kinds: readonly LedgerEvent['kind'][]) =>
    greatest(events.filter(({ kind }) => kinds.includes(kind)).map(({ day }) => day));
  const ended = last('ended');
  return withoutBlanks({
    assessed: last('assessed'),
    amended: last('amended'),
    revision: revisionsIn(events),
    ...(ended === undefined
      ? clocks(last('assessed', 'amended', 'reviewed'), last('assessed'), performed)
      : { ended, keepUntil: endOfYears(ended, KEEP_YEARS) }),
  });
}

function clocks(
  reviewed: Day | undefined,
  assessed: Day | undefined,
  performed: Day | undefined,
): Loose<Pick<Deadlines, 'reviewDue' | 'reassessDue' | 'reassessBasis'>> {
  const start = assessed ?? performed;
  return {
    reviewDue: reviewed === undefined ? undefined : endOfYears(reviewed, REVIEW_YEARS),
    reassessDue: start === undefined ? undefined : endOfYears(start, REASSESS_YEARS),
    reassessBasis: assessed !== undefined ? 'published' : performed !== undefined ? 'performed' : undefined,
  };
}

/** The first 公表 is no revision, where it is known. */
function revisionsIn(events: readonly LedgerEvent[]): number {
  const published = events.filter(({ kind }) => kind === 'assessed' || kind === 'amended');
  const days = new Set(published.map(({ day }) => day));
  const first = Math.min(...days);
  const knowsFirst = published.some(({ kind, day }) => kind === 'assessed' && day === first);
  return days.size - (knowsFirst ? 1 : 0);
}

/** How near a deadline is. `days` and `months` are left, or past where it is overdue; months are whole ones. */
export type DueState =
  | { readonly kind: 'none' }
  | { readonly kind: 'overdue' | 'soon' | 'later'; readonly days: number; readonly months: number };

/** A deadline is kept on its day itself. `soon`: how many days before it needs attention. */
export function dueState(due: Day | undefined, today: Day, soon: number): DueState {
  if (due === undefined) return { kind: 'none' };
  const [from, to] = due < today ? [due, today] : [today, due];
  const span = { days: to - from, months: wholeMonths(from, to) };
  return { kind: due < today ? 'overdue' : span.days <= soon ? 'soon' : 'later', ...span };
}

/** When the ledger points at a deadline, in days: 見直し takes weeks, 再実施 with 意見聴取 and 第三者点検 most of a year. */
export const SOON = { review: 60, reassess: 365 } as const;

function wholeMonths(from: Day, to: Day): number {
  const [start, end] = [dateOfDay(from), dateOfDay(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? months - 1 : months;
}

function greatest(days: readonly Day[]): Day | undefined {
  return days.length === 0 ? undefined : Math.max(...days);
}

type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

function withoutBlanks(deadlines: Loose<Deadlines> & { readonly revision: number }): Deadlines {
  return Object.fromEntries(
    Object.entries(deadlines).filter(([, value]) => value !== undefined),
  ) as unknown as Deadlines;
}
