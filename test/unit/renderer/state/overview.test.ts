import { describe, expect, test } from 'vitest';
import { countBelow, isBelow, overviewOf, progressBelow } from '../../../../renderer/state/overview';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';

const items = [
  { path: 'cover.name', value: '国民健康保険に関する事務' },
  { path: 'II[1].4.has', value: '委託する' },
  { path: 'II[1].4.count', value: 1 },
  { path: 'II[1].4.items[1].re.m4', value: '再委託する' },
];
const assessment = assessmentFrom(formOf('form3'), items, counter());
const overview = overviewOf(assessment, 20261121);

test('a path lies below its own beginnings only', () => {
  expect(isBelow('II[a].4.items[b].m1', 'II[a].4')).toBe(true);
  expect(isBelow('II[a].4.items[b].m1', 'II[a].4.items[b]')).toBe(true);
  expect(isBelow('II[a].40', 'II[a].4')).toBe(false);
  expect(isBelow('II[a].4', 'II[a].4')).toBe(true);
});

describe('overviewOf', () => {
  test('counts what is asked and what is filled, without the parts that do not apply', () => {
    expect(progressBelow(overview, 'cover')).toEqual({ filled: 1, asked: 6 });
    const not = overviewOf(
      { ...assessment, values: { ...assessment.values, [hasPath()]: '委託しない' } },
      20261121,
    );
    expect(not.filled.size).toBeLessThan(overview.filled.size);
  });

  test('counts findings where they stand', () => {
    expect(countBelow(overview, 'cover', 'error')).toBe(0);
    expect(overview.findings.map(({ rule }) => rule)).toEqual(['required', 'required']);
    const [finding] = overview.findings;
    expect(overview.byPath.get(finding?.path ?? '')).toHaveLength(1);
  });

  test('names what changed since last year', () => {
    const prior = { ...assessment, values: { ...assessment.values, 'cover.name': '国保に関する事務' } };
    expect(overviewOf(assessment, 20261121, prior).changed).toEqual(['cover.name']);
    expect(overviewOf(assessment, 20261121, assessment).changed).toEqual([]);
  });
});

function hasPath(): string {
  return Object.keys(assessment.values).find((path) => path.endsWith('.4.has')) ?? '';
}
