import { describe, expect, test } from 'vitest';
import { ruleCases } from '../../../../shared/checks/cases/index';
import { checkDocument } from '../../../../shared/checks/check';
import { rules } from '../../../../shared/checks/rules';
import type { CheckInput } from '../../../../shared/checks/types';
import { inputsOf } from './caseInput';

const idsFound = (input: CheckInput) => checkDocument(input).findings.map(({ rule }) => rule);

test('every rule has its two cases, and every case its rule', () => {
  expect(Object.keys(ruleCases).sort()).toEqual(rules.map(({ id }) => id).sort());
});

describe.each(Object.entries(ruleCases))('%s', (id, one) => {
  const { found, clean } = inputsOf(one);

  test('is found where it must be', () => {
    expect(idsFound(found)).toContain(id);
  });

  test('is silent where it must not be found', () => {
    expect(idsFound(clean)).not.toContain(id);
  });
});
