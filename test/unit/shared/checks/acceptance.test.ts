import { describe, expect, test } from 'vitest';
import { applyEdit, setValue } from '../../../../shared/assessment/edit';
import type { Assessment } from '../../../../shared/assessment/types';
import type { Acceptance } from '../../../../shared/assessment/acceptance';
import { acceptanceOf, identityOf } from '../../../../shared/checks/acceptance';
import { checkDocument } from '../../../../shared/checks/check';
import {
  gateIdentity,
  gatesOf,
  stops,
  type DocumentState,
  type GateId,
} from '../../../../shared/checks/gates';
import { documentOf, TODAY } from './caseInput';

const PATH = 'I.1.m2';
const document = documentOf('form4', { [PATH]: '〇〇市が行う。', 'I.1.m1': '事務' });

function findingAt(assessment: Assessment, rule: string) {
  const report = checkDocument({ assessment, referenceDate: TODAY });
  const finding = report.findings.find((one) => one.rule === rule) ?? expect.fail(rule);
  return { report, finding };
}

function accepted(assessment: Assessment, rule: string): Acceptance {
  const { report, finding } = findingAt(assessment, rule);
  return {
    ...identityOf(report.subject, finding),
    id: 'a1',
    words: '〇〇',
    reason: '引用のため',
    author: { name: '田代', department: '総務課', pc: 'PC1' },
    at: 1,
  };
}

describe('an acceptance', () => {
  const acceptance = accepted(document, 'placeholder');

  test('holds while text and rule are unchanged, also when another item changes', () => {
    const other = applyEdit(document, setValue(document, 'I.1.m1', '別の事務'));
    for (const assessment of [document, other]) {
      const { report, finding } = findingAt(assessment, 'placeholder');
      expect(acceptanceOf(report.subject, finding, [acceptance])).toBe(acceptance);
    }
  });

  test('ends with the text, also where the words in question are the same', () => {
    const changed = applyEdit(document, setValue(document, PATH, '〇〇市が毎年行う。'));
    const { report, finding } = findingAt(changed, 'placeholder');
    expect(acceptanceOf(report.subject, finding, [acceptance])).toBeUndefined();
  });

  test('ends with the version of the rule', () => {
    const { report, finding } = findingAt(document, 'placeholder');
    expect(acceptanceOf(report.subject, finding, [{ ...acceptance, version: 2 }])).toBeUndefined();
  });

  test('of a row ends when a cell of the row changes', () => {
    const row = { date: '令和8年4月1日', item: '表紙', before: '旧', after: '新', timing: '', reason: '' };
    const rows = documentOf('form4', { 'annex3.rows[1]': row });
    const own = accepted(rows, 'change-timing');
    const { report, finding } = findingAt(rows, 'change-timing');
    expect(acceptanceOf(report.subject, finding, [own])).toBe(own);
    const entry = rows.lists['annex3.rows']?.[0]?.id ?? '';
    const set = applyEdit(rows, setValue(rows, `annex3.rows[${entry}].timing`, '未定'));
    const changed = findingAt(set, 'change-timing');
    expect(acceptanceOf(changed.report.subject, changed.finding, [own])).toBeUndefined();
  });
});

describe('提出前チェック', () => {
  const clean: DocumentState = { toReview: [], unplaced: 0, undecided: [], withheld: [], acceptances: [] };
  const stateOf = (
    id: GateId,
    state: Partial<DocumentState>,
    values = {},
    purpose: 'submission' | 'publication' = 'submission',
  ) => {
    const report = checkDocument({ assessment: documentOf('form4', values), referenceDate: TODAY });
    return gatesOf(report, { ...clean, ...state }, purpose).find((gate) => gate.id === id)?.state;
  };

  test.each([
    ['errors', {}, { 'I.1.m2': '平成33年4月1日' }, 'stop'],
    ['errors', {}, {}, 'passed'],
    ['review', { toReview: ['I.1.m1'] }, {}, 'stop'],
    ['unplaced', { unplaced: 1 }, {}, 'stop'],
    ['undecided', { undecided: ['I.1.m2'] }, {}, 'stop'],
    [
      'timing',
      {},
      { 'annex3.rows[1]': { date: '令和8年4月1日', item: '表紙', before: '旧', after: '新' } },
      'stop',
    ],
    ['edition', {}, {}, 'passed'],
    ['publishDate', {}, {}, 'attention'],
    ['publishDate', {}, { 'cover.publish_date': '令和8年4月1日' }, 'passed'],
    ['consultation', {}, { 'VI.2.m2': '令和8年1月5日から1月10日まで' }, 'stop'],
    ['withheld', { withheld: [{ path: 'I.1.m2' }] }, {}, 'attention'],
    ['pair', {}, {}, 'unknown'],
  ] as const)('%s with %o and %o: %s', (id, state, values, expected) => {
    expect(stateOf(id, state, values)).toBe(expected);
  });

  test('a published copy needs its date', () => {
    expect(stateOf('publishDate', {}, {}, 'publication')).toBe('stop');
  });

  test('an accepted error does not stop', () => {
    const { report } = findingAt(document, 'placeholder');
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    const acceptances = errors.map(({ rule }) => accepted(document, rule));
    const gates = gatesOf(report, { ...clean, acceptances }, 'submission');
    expect(gates.find(({ id }) => id === 'errors')?.state).toBe('passed');
    expect(stops(gates)).toBe(false);
    expect(stops(gatesOf(report, clean, 'submission'))).toBe(true);
  });
});

test('a line of 提出前チェック that was accepted does not stop until what it is about changes', () => {
  const report = checkDocument({ assessment: documentOf('form4', {}), referenceDate: TODAY });
  const state = (toReview: readonly string[], acceptances: readonly Acceptance[]): DocumentState => ({
    ...{ unplaced: 0, undecided: [], withheld: [] },
    toReview,
    acceptances,
  });
  const review = (toReview: readonly string[], acceptances: readonly Acceptance[]) =>
    gatesOf(report, state(toReview, acceptances), 'submission').find(({ id }) => id === 'review') ??
    expect.fail();
  const signed = {
    id: 'a1',
    words: '',
    reason: '原本で確認',
    author: { name: '', department: '', pc: '' },
    at: 1,
  };
  const acceptance = { ...gateIdentity(report.subject, review(['I.1.m1'], [])), ...signed };
  expect(review(['I.1.m1'], [acceptance])).toMatchObject({ state: 'passed', acceptance });
  expect(review(['I.1.m1', 'I.1.m2'], [acceptance]).state).toBe('stop');
});
