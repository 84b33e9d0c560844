import { expect, test } from 'vitest';
import { marksOf } from '../../../../renderer/fields/marks';
import type { Finding } from '../../../../shared/checks/types';

const finding = (from: number, to: number, more: Partial<Finding['span']> = {}): Finding => ({
  rule: 'halfkana',
  severity: 'warning',
  path: 'I.7',
  params: {},
  span: { from, to, ...more },
});

test('words are marked in their order, and those that overlap once', () => {
  const marks = marksOf([finding(8, 10), finding(0, 4), finding(2, 6)], 20);
  expect(marks.map(({ from, to }) => [from, to])).toEqual([
    [0, 4],
    [8, 10],
  ]);
});

test('what lies outside the text or in a part of another value is not marked', () => {
  expect(marksOf([finding(18, 25), finding(3, 3), finding(0, 2, { within: 'その他' })], 20)).toEqual([]);
});
