import { describe, expect, test } from 'vitest';
import {
  changesBelow,
  countBelow,
  isBelow,
  overviewOf,
  progressBelow,
} from '../../../../renderer/state/overview';
import { check } from '../../../../shared/checks/check';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import type { Assessment } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';

const items = [
  { path: 'cover.name', value: '国民健康保険に関する事務' },
  { path: 'II[1].4.has', value: '委託する' },
  { path: 'II[1].4.count', value: 1 },
  { path: 'II[1].4.items[1].re.m4', value: '再委託する' },
];
const assessment = assessmentFrom(formOf('form3'), items, counter());
const overviewAt = (now: Assessment, prior?: Assessment) => overviewOf(now, check(now, 20261121), prior);
const overview = overviewAt(assessment);

test('a path lies below its own beginnings only', () => {
  expect(isBelow('II[a].4.items[b].m1', 'II[a].4')).toBe(true);
  expect(isBelow('II[a].4.items[b].m1', 'II[a].4.items[b]')).toBe(true);
  expect(isBelow('II[a].40', 'II[a].4')).toBe(false);
  expect(isBelow('II[a].4', 'II[a].4')).toBe(true);
});

describe('overviewOf', () => {
  test('counts what is asked and what is filled, without the parts that do not apply', () => {
    expect(progressBelow(overview, 'cover')).toEqual({ filled: 1, asked: 6 });
    const not = overviewAt({ ...assessment, values: { ...assessment.values, [hasPath()]: '委託しない' } });
    expect(not.filled.size).toBeLessThan(overview.filled.size);
  });

  test('counts findings where they stand', () => {
    expect(countBelow(overview, 'cover', 'error')).toBe(0);
    const consent = overview.findings.find(({ rule }) => rule === 'resub-need-consent');
    const placed = overview.byPath.get(consent?.path ?? '') ?? [];
    expect(placed).toContain(consent);
  });

  test('tells rows of 変更箇所 and 別紙 by what they say', () => {
    const said = {
      ...rowsWith({ item: 'Ⅰ 基本情報' }),
      ...rowsWith({ item: '表紙', date: '令和8年4月1日' }, 'b'),
    };
    const lists = { [TABLE]: [{ id: 'a' }, { id: 'b' }], attachments: [{ id: 'x' }] };
    const counted = overviewAt({ ...assessment, lists: { ...assessment.lists, ...lists }, values: said });
    expect(progressBelow(counted, 'annex2')).toEqual({ filled: 1, asked: 2 });
    expect(progressBelow(counted, 'attachments')).toEqual({ filled: 0, asked: 1 });
    expect(progressBelow(overview, 'annex2')).toEqual({ filled: 0, asked: 0 });
  });

  test('a row that came counts as one change', () => {
    const lists = { ...assessment.lists, [TABLE]: [{ id: 'a' }] };
    const values = {
      ...assessment.values,
      ...rowsWith({ item: '表紙', date: '令和8年4月1日', after: '新' }),
    };
    const now = overviewAt({ ...assessment, lists, values }, assessment);
    expect(changesBelow(now, 'annex2')).toBe(1);
  });

  test('names what changed since last year', () => {
    const prior = { ...assessment, values: { ...assessment.values, 'cover.name': '国保に関する事務' } };
    expect(overviewAt(assessment, prior).changed).toEqual(['cover.name']);
    expect(overviewAt(assessment, assessment).changed).toEqual([]);
  });
});

const TABLE = 'annex2.rows';

function rowsWith(cells: Record<string, string>, id = 'a'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([column, text]) => [`${TABLE}[${id}].${column}`, text]),
  );
}

function hasPath(): string {
  return Object.keys(assessment.values).find((path) => path.endsWith('.4.has')) ?? '';
}
