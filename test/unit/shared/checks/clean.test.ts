import { expect, test } from 'vitest';
import { checkDocument } from '../../../../shared/checks/check';
import { CLEAN_DAY, cleanDocuments } from './cleanDocuments';

test.each(cleanDocuments())('$name without a mistake has neither 誤り nor 注意', ({ assessment }) => {
  for (const wholeDocument of [false, true]) {
    const { findings } = checkDocument({ assessment, referenceDate: CLEAN_DAY, wholeDocument });
    expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  }
});
