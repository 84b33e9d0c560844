import { formOf } from '../forms/catalog';
import type { Assessment } from '../assessment/types';
import { leavesOf, outline } from '../assessment/walk';
import { rules } from './rules';
import type { Finding, Severity, Subject } from './types';

/** The 点検: all findings, errors first within each item, items in the order of the paper. `today` as 20241001. */
export function check(assessment: Assessment, today: number): readonly Finding[] {
  const subject = subjectOf(assessment, today);
  const order = new Map(subject.leaves.map((leaf, at) => [leaf.path, at]));
  const found = rules.flatMap((rule) => rule.find(subject));
  const place = (finding: Finding) => order.get(finding.path) ?? firstBelow(subject, finding.path);
  return found
    .map((finding) => ({ finding, at: place(finding) }))
    .sort((a, b) => a.at - b.at || WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity])
    .map(({ finding }) => finding);
}

export function subjectOf(assessment: Assessment, today: number): Subject {
  const form = formOf(assessment.form, assessment.edition);
  const nodes = outline(form, assessment);
  return { form, assessment, nodes, leaves: leavesOf(nodes), today };
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** Where a list or an entry stands: at its first leaf, else at the end. */
function firstBelow(subject: Subject, path: string): number {
  const at = subject.leaves.findIndex((leaf) => leaf.path.startsWith(path));
  return at < 0 ? subject.leaves.length : at;
}
