import table from '../../resources/rules/threshold.json';
import type { FormId } from '../forms/types';

/** What a しきい値判断 asks for. */
export interface ThresholdFacts {
  /** 対象人数 */
  readonly people: number;
  /** 取扱者数, 委託先 included. */
  readonly handlers: number;
  /** A 重大事故 within the past year. */
  readonly incident: boolean;
}

/** The duty: none, 基礎項目評価, that and 重点項目評価, or that and 全項目評価. An agency may always do more. */
export type Duty = 'none' | 'basic' | 'focused' | 'full';

interface Row {
  readonly peopleBelow: number | null;
  readonly many: Duty;
  readonly incident: Duty;
  readonly otherwise: Duty;
}

const rows = table.rows as readonly Row[];

/** The assessment the law asks for. The table and its source stand in `resources/rules/threshold.json`. */
export function dutyOf({ people, handlers, incident }: ThresholdFacts): Duty {
  const row = rows.find(({ peopleBelow }) => peopleBelow === null || people < peopleBelow);
  if (!row) throw new Error('the table of the threshold has no last row');
  if (handlers >= table.manyHandlers) return row.many;
  return incident ? row.incident : row.otherwise;
}

/** The forms to be filled in for a duty. */
export const formsOf: Readonly<Record<Duty, readonly FormId[]>> = {
  none: [],
  basic: ['form2'],
  focused: ['form2', 'form3'],
  full: ['form2', 'form4'],
};
