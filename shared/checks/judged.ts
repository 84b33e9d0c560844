import type { Acceptance } from '../assessment/acceptance';
import { textLocationsIn } from '../assessment/search';
import { acceptanceOf, identityOf } from './acceptance';
import type { CheckReport } from './check';
import type { Finding, View } from './types';

/** A finding with the acceptance that holds for it; absent where nobody has accepted it as it is now. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly acceptance?: Acceptance;
}

/** Every finding of a report, in its order. */
export function judgedFindings(
  { subject, findings }: CheckReport,
  acceptances: readonly Acceptance[],
): readonly JudgedFinding[] {
  return findings.map((finding) => {
    const acceptance = acceptanceOf(subject, finding, acceptances);
    return acceptance ? { finding, acceptance } : { finding };
  });
}

/** What is kept of a finding when a person accepts it, without who and when. */
export function acceptanceFor(
  view: View,
  finding: Finding,
  reason: string,
): Omit<Acceptance, 'id' | 'author' | 'at'> {
  return { ...identityOf(view, finding), words: wordsOf(view, finding), reason };
}

/** The words that a finding is about: those at its span, else the texts of its item. */
export function wordsOf({ assessment }: View, { path, span }: Finding): string {
  const spots = textLocationsIn(path, assessment.values[path]);
  if (!span) return spots.map(({ text }) => text).join('\n');
  const spot = spots.find(({ within }) => within === span.within);
  return spot?.text.slice(span.from, span.to) ?? '';
}
