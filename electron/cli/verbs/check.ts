import { blanksOf, filledOf } from '../../../shared/assessment/completion';
import { toOrdinals } from '../../../shared/assessment/ordinals';
import { check } from '../../../shared/checks/check';
import { dayNumber } from '../../today';
import { documentFrom, readAny } from '../source';
import type { Verb } from '../verb';

/** The 点検: what is missing, contradictory or out of date. */
export const checkVerb: Verb = {
  name: 'check',
  files: 1,
  options: ['json'],
  required: [],
  async run({ files: [path = ''], json }, tools) {
    const { print, say, finding, now } = tools;
    const { assessment } = documentFrom(await readAny(path, tools), now());
    const findings = check(assessment, dayNumber(now())).map((found) => ({
      rule: found.rule,
      severity: found.severity,
      path: toOrdinals(assessment, found.path),
      message: finding(found),
    }));
    if (json) print(JSON.stringify({ findings }));
    else for (const found of findings) say('finding', { path: found.path, message: found.message });
    if (!json) say('checked', { count: findings.length, blank: blanksOf(filledOf(assessment)).length });
  },
};
