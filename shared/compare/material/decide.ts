import type { Decision, Decisions } from '../../assessment/round';
import type { Form } from '../../forms/types';
import type { Comparison, Difference, DifferenceKey } from '../types';
import { isListed, type Submission } from '../rows/generate';
import { criterionOf, reasonSentence } from './criteria';
import { proposedReason, assessMateriality } from './assessMateriality';
import { timingLabel } from '../../forms/changeTable';

/** A decision about a ※ item, with the sentence of a ground; without one the reason is blank until a person gives it. */
export function decide(material: boolean, ground?: string): Decision {
  const reason = ground === undefined ? '' : reasonSentence(criterionOf(ground), material);
  return { material, reason, ...(ground === undefined ? {} : { ground }) };
}

/** Whether a decision says why: by a ground, or in the person's own words. */
export function hasReason({ ground, reason }: Decision): boolean {
  return ground !== undefined || reason.trim() !== '';
}

/**
 * 提出時期 and 説明 of the rows of a change: as decided; else as proposed for items without ※, and for ※ items where
 * `proposed` asks for a first draft; blank while a person must decide.
 */
export function submissionOf(
  form: Form,
  decisions: Decisions,
  { proposed = false } = {},
): (difference: Difference) => Submission {
  return (difference) => {
    const decided = decisions[difference.key];
    if (decided) return { timing: timingText(form, decided.material), reason: decided.reason };
    const materiality = assessMateriality(form, difference);
    const isCertain = materiality.proposal === 'unmarked' || (proposed && materiality.proposal === 'formal');
    if (!isCertain) return { timing: '', reason: '' };
    return { timing: timingText(form, false), reason: proposedReason(materiality) };
  };
}

/** A 重要な変更 is submitted before it is made. */
function timingText(form: Form, material: boolean): string {
  return timingLabel(form, material ? 'before' : 'after');
}

/** What all decisions together mean. */
export interface DecisionSummary {
  /** `reassess`: 再実施. `amend`: 修正のみ. `undecided`: a person must decide first. `nothing`: no change is listed. */
  readonly verdict: 'reassess' | 'amend' | 'undecided' | 'nothing';
  readonly material: readonly DifferenceKey[];
  /** Changes of ※ items that nobody has decided yet. */
  readonly undecided: readonly DifferenceKey[];
}

export function summariseDecisions(
  form: Form,
  { differences }: Comparison,
  decisions: Decisions,
): DecisionSummary {
  const listed = differences.filter((difference) => isListed(form, difference));
  const material = listed.filter(({ key }) => decisions[key]?.material).map(({ key }) => key);
  const undecided = listed
    .filter(
      (difference) => decisions[difference.key] === undefined && assessMateriality(form, difference).marked,
    )
    .map(({ key }) => key);
  return { material, undecided, verdict: verdictOf(listed.length, material.length, undecided.length) };
}

function verdictOf(listed: number, material: number, undecided: number): DecisionSummary['verdict'] {
  if (material > 0) return 'reassess';
  if (undecided > 0) return 'undecided';
  return listed > 0 ? 'amend' : 'nothing';
}

/** The decisions that the program proposes for ※ items that nobody has decided: all of them "not a 重要な変更". */
export function proposedDecisions(form: Form, { differences }: Comparison, decided: Decisions): Decisions {
  return Object.fromEntries(
    differences.flatMap((difference) => {
      const materiality = assessMateriality(form, difference);
      if (decided[difference.key] || materiality.proposal !== 'formal' || !isListed(form, difference))
        return [];
      const ground = materiality.criteria.find((indicated) => indicated.criterion.indicates === 'formal')
        ?.criterion.id;
      return [[difference.key, decide(false, ground)] as const];
    }),
  );
}
