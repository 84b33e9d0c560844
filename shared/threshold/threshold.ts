import table from '../../resources/rules/threshold.json';
import type { Duty, FormId } from '../forms/types';

export type { Duty } from '../forms/types';

/** What a しきい値判断 asks for. */
export interface ThresholdFacts {
  /** 対象人数: the total over all 特定個人情報ファイル of the duty. */
  readonly people: number;
  /** 取扱者数, 委託先 included. */
  readonly handlers: number;
  /** A 重大事故 happened, or became known, within the past year anywhere in the agency. */
  readonly incident: boolean;
}

/** A row of the table: what is asked with many handlers, else after an accident, else without one. */
export interface ThresholdRow {
  /** The least number of people of the row. */
  readonly peopleFrom: number;
  /** Undefined: no upper limit. */
  readonly peopleBelow: number | undefined;
  readonly many: Duty;
  readonly incident: Duty;
  readonly otherwise: Duty;
}

type RowData = Omit<ThresholdRow, 'peopleFrom' | 'peopleBelow'> & { readonly peopleBelow: number | null };

/** The table; its source is in `resources/rules/threshold.json`. */
export const THRESHOLD_ROWS: readonly ThresholdRow[] = (table.rows as readonly RowData[]).map(
  (row, at, rows) => ({
    ...row,
    peopleFrom: rows[at - 1]?.peopleBelow ?? 0,
    peopleBelow: row.peopleBelow ?? undefined,
  }),
);

/** The number of handlers from which on they are many. */
export const MANY_HANDLERS = table.manyHandlers;

/** The row of the table for a number of people, which is never negative. */
export function rowFor(people: number): ThresholdRow {
  const row = THRESHOLD_ROWS.find(({ peopleBelow }) => peopleBelow === undefined || people < peopleBelow);
  if (!row) throw new Error('the table of the threshold has no last row');
  return row;
}

/** 義務の結果: the assessment the law asks for. An agency may always do more. */
export function dutyOf({ people, handlers, incident }: ThresholdFacts): Duty {
  const row = rowFor(people);
  if (handlers >= MANY_HANDLERS) return row.many;
  return incident ? row.incident : row.otherwise;
}

/** From nothing to the most. */
export const DUTIES: readonly Duty[] = ['none', 'basic', 'focused', 'full'];

/** The greater of two. */
export function atLeast(duty: Duty, other: Duty): Duty {
  return DUTIES.indexOf(other) > DUTIES.indexOf(duty) ? other : duty;
}

/** An agency's own rule, such as "重点 → 全項目": what is done where the law asks for less. */
export type OwnRule = Readonly<Partial<Record<Duty, Duty>>>;

/** 実施する評価: by the agency's own rule; never less than the duty, whatever the rule says. */
export function performedFor(duty: Duty, rule: OwnRule = {}): Duty {
  return atLeast(duty, rule[duty] ?? duty);
}

/** The forms to be filled in for an assessment. */
export const formsOf: Readonly<Record<Duty, readonly FormId[]>> = {
  none: [],
  basic: ['form2'],
  focused: ['form2', 'form3'],
  full: ['form2', 'form4'],
};
