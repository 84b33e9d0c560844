import data from '../../../resources/compare/steps.json';
import type { FormId } from '../../forms/types';

/** What has to be done before a 重要な変更 takes effect, in order. */
export interface ReassessmentStep {
  readonly id: ReassessmentStepId;
  /** `may`: 任意. */
  readonly duty: 'must' | 'may';
  readonly days: number;
}

export type ReassessmentStepId = 'hearing' | 'revise' | 'thirdParty' | 'submit' | 'publish';

export interface DatedReassessmentStep extends ReassessmentStep {
  /** The last day on which the step can begin, ISO 8601 (`2027-01-20`). */
  readonly latest: string;
}

export function reassessmentSteps(form: FormId): readonly ReassessmentStep[] {
  return data[form] as readonly ReassessmentStep[];
}

/**
 * The steps of a 再実施 with the last day to begin each, so that it is published before the day on which the change
 * takes effect (ISO 8601). The steps follow one another; those that are 任意 are counted only when `withOptional`.
 */
export function datedReassessmentSteps(
  form: FormId,
  effective: string,
  withOptional = false,
): readonly DatedReassessmentStep[] {
  const steps = reassessmentSteps(form).filter(({ duty }) => duty === 'must' || withOptional);
  let day = Date.parse(`${effective}T00:00:00Z`);
  return steps
    .toReversed()
    .map((step) => {
      day -= step.days * DAY;
      return { ...step, latest: new Date(day).toISOString().slice(0, 10) };
    })
    .toReversed();
}

/** Milliseconds. */
const DAY = 86_400_000;
