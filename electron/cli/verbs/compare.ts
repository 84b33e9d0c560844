import { compareReport } from '../../../shared/compare/report';
import { documentFrom, readAny } from '../source';
import type { Verb } from '../verb';

/** What differs between two files, and the rows of 変更箇所 that follow from it. */
export const compareVerb: Verb = {
  name: 'compare',
  files: 2,
  options: ['json'],
  required: [],
  async run({ files: [older = '', newer = ''], json }, tools) {
    const { print, say, now } = tools;
    const before = documentFrom(await readAny(older, tools), now());
    const after = documentFrom(await readAny(newer, tools), now());
    const report = compareReport(before.assessment, after.assessment);
    if (json) print(JSON.stringify(report));
    else say('compared', { differences: report.differences.length, rows: report.rows.length });
  },
};
