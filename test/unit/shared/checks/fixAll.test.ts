import { expect, test } from 'vitest';
import { applyEdit, invert } from '../../../../shared/assessment/edit';
import { checkDocument } from '../../../../shared/checks/check';
import { fixAllOf } from '../../../../shared/checks/fixAll';
import { documentOf, TODAY } from './caseInput';

const RULE = 'halfkana';
const assessment = documentOf('form4', {
  'I.1.m2': 'ｻｰﾊﾞに記録し、ｼｽﾃﾑで管理する。',
  'I.7': 'ﾃﾞｰﾀを保管する。',
});
const report = checkDocument({ assessment, referenceDate: TODAY });
const own = (of: typeof report) => of.findings.filter(({ rule }) => rule === RULE);

test('all findings of a rule are corrected in one step, which can be taken back to the character', () => {
  expect(own(report).length).toBeGreaterThan(1);
  const fixed = fixAllOf(report, RULE, () => true) ?? expect.fail();
  const after = applyEdit(assessment, fixed.edit);
  expect(own(checkDocument({ assessment: after, referenceDate: TODAY }))).toEqual([]);
  expect(after.values['I.1.m2']).toBe('サーバに記録し、システムで管理する。');
  expect(applyEdit(after, invert(fixed.edit))).toEqual(assessment);
});

test('what was accepted stays as it is', () => {
  const fixed = fixAllOf(report, RULE, ({ path }) => path !== 'I.7') ?? expect.fail();
  expect(applyEdit(assessment, fixed.edit).values['I.7']).toBe('ﾃﾞｰﾀを保管する。');
  expect(fixAllOf(report, RULE, () => false)).toBeUndefined();
});
