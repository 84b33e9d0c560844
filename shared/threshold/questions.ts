import table from '../../resources/rules/threshold.json';
import type { ThresholdFacts } from './threshold';

/** A question of しきい値判断; its words are in the locale files under `questions` and `counting`. */
export interface ThresholdQuestion {
  readonly id: keyof ThresholdFacts;
  readonly answer: 'count' | 'yesNo';
  /** The form asks for the day of the count. */
  readonly dated: boolean;
  /** How to count, as keys of words. */
  readonly counting: readonly string[];
}

export const QUESTIONS = table.questions as readonly ThresholdQuestion[];

/** Duties that are not covered at all, as keys of words (`notCovered`). */
export const NOT_COVERED: readonly string[] = table.notCovered;
