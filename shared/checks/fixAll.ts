import { applyEdit, type Edit } from '../assessment/edit';
import { changedValues } from './changedValues';
import { recheck, type CheckReport } from './check';
import { fixOf } from './fix';
import type { Finding } from './types';

export interface FixedFindings {
  /** One edit, so that one step takes all of it back. */
  readonly edit: Edit;
  readonly count: number;
}

/**
 * Corrects every finding of one rule that `wanted` lets through (those that nobody accepted): one after the other, each on what the
 * ones before have left, as one correction can move the place of the next. Undefined where nothing can be corrected.
 */
export function fixAllOf(
  report: CheckReport,
  rule: string,
  wanted: (finding: Finding) => boolean,
): FixedFindings | undefined {
  const edits: Edit[] = [];
  let current = report;
  for (let left = report.findings.length; left > 0; left--) {
    const edit = nextFix(current, rule, wanted);
    if (!edit) break;
    edits.push(edit);
    const { input } = current.subject;
    const assessment = applyEdit(input.assessment, edit);
    current = recheck(current, { ...input, assessment }, changedValues(input.assessment, assessment));
  }
  return edits.length === 0 ? undefined : { edit: { kind: 'batch', edits }, count: edits.length };
}

function nextFix(
  { subject, findings }: CheckReport,
  rule: string,
  wanted: (finding: Finding) => boolean,
): Edit | undefined {
  for (const finding of findings) {
    const edit = finding.rule === rule && wanted(finding) ? fixOf(subject, finding) : undefined;
    if (edit) return edit;
  }
  return undefined;
}
