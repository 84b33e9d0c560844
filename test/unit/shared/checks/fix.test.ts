import { describe, expect, test } from 'vitest';
import { applyEdit, invert } from '../../../../shared/assessment/edit';
import { ruleCases } from '../../../../shared/checks/cases/index';
import { checkDocument } from '../../../../shared/checks/check';
import { canFix } from '../../../../shared/checks/describe';
import { fixOf } from '../../../../shared/checks/fix';
import { ruleOf } from '../../../../shared/checks/rules';
import type { CheckInput, Finding } from '../../../../shared/checks/types';
import { inputsOf } from './caseInput';

/** Counts in a sentence change when another place of the same kind is corrected. */
const keyOf = ({ rule, path, params: { n: _n, count: _count, ...params } }: Finding) =>
  JSON.stringify([rule, path, params]);

/** Every correction that a document offers, with what it must do. */
function fixesIn(input: CheckInput) {
  const { subject, findings } = checkDocument(input);
  return findings.flatMap((finding) => {
    const edit = fixOf(subject, finding);
    return edit ? [{ finding, edit, before: findings }] : [];
  });
}

describe.each(Object.entries(ruleCases))('%s', (id, one) => {
  const { found: input } = inputsOf(one);
  const fixes = fixesIn(input);

  test('says whether it can correct', () => {
    const own = fixes.filter(({ finding }) => finding.rule === id);
    if (own.length > 0) expect(canFix(ruleOf(id) ?? expect.fail(id))).toBe(true);
  });

  test('a correction removes its finding, adds none, and can be undone to the character', () => {
    for (const { finding, edit, before } of fixes) {
      const fixed = applyEdit(input.assessment, edit);
      const after = checkDocument({ ...input, assessment: fixed }).findings.map(keyOf);
      expect(after.filter((key) => key === keyOf(finding)).length, keyOf(finding)).toBeLessThan(
        before.map(keyOf).filter((key) => key === keyOf(finding)).length,
      );
      expect(
        after.filter((key) => !before.map(keyOf).includes(key)),
        keyOf(finding),
      ).toEqual([]);
      expect(applyEdit(fixed, invert(edit))).toEqual(input.assessment);
    }
  });
});

test('rules that say that they can correct do so in their own case', () => {
  const idle = Object.entries(ruleCases).filter(([id, one]) => {
    const rule = ruleOf(id);
    return rule && canFix(rule) && !fixesIn(inputsOf(one).found).some(({ finding }) => finding.rule === id);
  });
  expect(idle.map(([id]) => id)).toEqual([]);
});
