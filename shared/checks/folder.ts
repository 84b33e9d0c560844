import type { Assessment } from '../assessment/types';
import { normaliseForComparison } from '../japanese/normalise';
import type { CheckInput, OtherAssessment } from './types';
import { textOf, viewOf } from './view';

/** An assessment of a folder, with what people call it (its file). */
export interface FolderDocument extends OtherAssessment {
  readonly path: string;
}

/** The other assessments of the same agency, and among them the other form of the duty (same 評価書番号). */
export function bothOf(
  own: FolderDocument,
  all: readonly FolderDocument[],
): Pick<CheckInput, 'others' | 'partner'> {
  const others = all.filter(
    (other) => other !== own && agencyOf(other.assessment) === agencyOf(own.assessment),
  );
  const partner = others.find(({ assessment }) => isPair(own.assessment, assessment));
  return { others, ...(partner ? { partner: partner.assessment } : {}) };
}

/** 様式２ and 様式３・４ of one duty have one number. */
export function isPair(one: Assessment, other: Assessment): boolean {
  const [a, b] = [numberOf(one), numberOf(other)];
  return a !== '' && a === b && (one.form === 'form2') !== (other.form === 'form2');
}

function numberOf(assessment: Assessment): string {
  return normaliseForComparison(textOf(viewOf(assessment), 'number'));
}

function agencyOf(assessment: Assessment): string {
  return normaliseForComparison(textOf(viewOf(assessment), 'agency'));
}
