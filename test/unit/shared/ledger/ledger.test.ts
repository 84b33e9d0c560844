import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { indexOf } from '../../../../shared/forms/lookup';
import { dueDates, ledgerFacts, LEDGER_COLUMNS, ledgerRows } from '../../../../shared/ledger/ledger';
import { counter } from '../assessment/arbitrary';

describe('dueDates', () => {
  test('見直し is due a year and 再実施 five years after 公表', () => {
    expect(dueDates('令和7年12月1日')).toEqual({ review: '令和8年12月1日', renewal: '令和12年12月1日' });
    expect(dueDates('H30.5.10')).toEqual({ review: '令和元年5月10日', renewal: '令和5年5月10日' });
  });

  test('a month stays a month, and 2月29日 is the last day of February', () => {
    expect(dueDates('令和6年2月')).toEqual({ review: '令和7年2月', renewal: '令和11年2月' });
    expect(dueDates('令和6年2月29日')).toEqual({ review: '令和7年2月28日', renewal: '令和11年2月28日' });
  });

  test.each(['', '未定', '令和6年13月1日'])('nothing is guessed from %j', (published) => {
    expect(dueDates(published)).toEqual({ review: '', renewal: '' });
  });
});

describe('ledgerFacts', () => {
  test.each(FORM_IDS)('%s: 担当部署 is found by its words, blank items are counted', (id) => {
    const form = formOf(id);
    const empty = emptyAssessment(form, counter());
    const department = [...indexOf(form).byId.values()].find(({ item }) => item.label === '部署')?.item.id;
    expect(department).toMatch(/^I\./);
    const written = { ...empty, values: { ...empty.values, [department ?? '']: '市民部\n市民課' } };
    const [before, after] = [empty, written].map((one) => ledgerFacts(one, 20_261_121));
    expect([before?.department, after?.department]).toEqual(['', '市民部 市民課']);
    expect(after?.blank).toBe((before?.blank ?? 0) - 1);
    expect(before?.blank).toBeGreaterThan(20);
  });
});

test('every line has a cell for each column', () => {
  const headings = Object.fromEntries(LEDGER_COLUMNS.map((column) => [column, column]));
  const rows = ledgerRows(headings as Parameters<typeof ledgerRows>[0], [{ name: '甲' }, { file: '乙' }]);
  expect(rows.map((row) => row.length)).toEqual([16, 16, 16]);
  expect(rows[1]?.[1]).toBe('甲');
  expect(rows[2]?.[14]).toBe('乙');
});
