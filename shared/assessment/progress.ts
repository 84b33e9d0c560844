import type { Author } from './history';

/** 下書き → 点検中 → 意見聴取 → 第三者点検 → 決裁 → 提出済 → 公表済, and 終了 of the 事務; in this order. */
export const STATES = [
  'draft',
  'checking',
  'consultation',
  'inspection',
  'approval',
  'submitted',
  'published',
  'ended',
] as const;

export type State = (typeof STATES)[number];

/** `reviewed`: 見直し after which nothing had to be changed; it leaves the state as it is. */
export const STEPS = [...STATES, 'reviewed'] as const;

export type ProgressStep = (typeof STEPS)[number];

/** What a 公表 is of: 実施 or 再実施 restart the period of five years, 修正 does not (規則第15条). */
export const PUBLICATIONS = ['assessment', 'amendment'] as const;

export type Publication = (typeof PUBLICATIONS)[number];

/** One step of an assessment through the office. */
export interface ProgressRecord {
  readonly id: string;
  readonly step: ProgressStep;
  /** The day of the step, `2027-03-01`. */
  readonly day: string;
  /** Of 公表済 only. */
  readonly publication?: Publication;
  readonly note?: string;
  /** Who recorded it, and when: milliseconds since 1970 UTC. */
  readonly author: Author;
  readonly at: number;
}

/** The record that the present state follows from: the last one recorded; undefined in a document that is still 下書き. */
export function currentRecord(progress: readonly ProgressRecord[]): ProgressRecord | undefined {
  return progress.findLast(({ step }) => step !== 'reviewed');
}

export function stateOf(progress: readonly ProgressRecord[]): State {
  const step = currentRecord(progress)?.step;
  return step === undefined || step === 'reviewed' ? 'draft' : step;
}
