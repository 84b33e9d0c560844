import { setValue, type Edit } from '../assessment/edit';
import { replaceAt, textLocationsIn } from '../assessment/search';
import { ruleOf } from './rules';
import type { Finding, Subject } from './types';

/** The edit that corrects a finding; undefined where only a person can. */
export function fixOf(subject: Subject, finding: Finding): Edit | undefined {
  const fix = ruleOf(finding.rule)?.fix;
  return fix ? fix(subject, finding) : replacementEdit(subject, finding);
}

function replacementEdit({ assessment }: Subject, finding: Finding): Edit | undefined {
  const { path, span, replacement } = finding;
  if (!span || replacement === undefined) return undefined;
  const spot = textLocationsIn(path, assessment.values[path]).find(({ within }) => within === span.within);
  if (!spot) return undefined;
  const { from, to } = span;
  const whole = spot.text.slice(0, from) + replacement + spot.text.slice(to);
  if (whole === '' && span.within === undefined) return setValue(assessment, path, undefined);
  return replaceAt(assessment, [{ ...spot, from, to }], replacement);
}
