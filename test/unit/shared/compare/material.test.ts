import { describe, expect, it } from 'vitest';
import { applyEdit, setValue } from '../../../../shared/assessment/edit';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { fromOrdinals } from '../../../../shared/assessment/ordinals';
import type { Value } from '../../../../shared/assessment/types';
import { compare } from '../../../../shared/compare/compare';
import {
  decide,
  proposedDecisions,
  submissionOf,
  summariseDecisions,
} from '../../../../shared/compare/material/decide';
import { CRITERIA } from '../../../../shared/compare/material/criteria';
import { datedReassessmentSteps } from '../../../../shared/compare/material/reassessmentSteps';
import {
  proposedReason,
  assessMateriality,
  type Materiality,
} from '../../../../shared/compare/material/assessMateriality';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../assessment/arbitrary';

const form = formOf('form4');

function compared(path: string, before: Value | undefined, after: Value | undefined) {
  const old = assessmentFrom(form, before === undefined ? [] : [{ path, value: before }], counter('a'));
  const newer = applyEdit(old, setValue(old, fromOrdinals(old, path) ?? path, after));
  return compare(old, newer);
}

function materiality(path: string, before: Value, after: Value): Materiality {
  const [difference] = compared(path, before, after).differences;
  if (!difference) throw new Error('no difference');
  return assessMateriality(form, difference);
}

const purpose = 'II[1].3.m6';
const basis = 'I.5.basis';

describe('what a change suggests', () => {
  it.each([
    [
      'only digits of a statute',
      basis,
      '番号法第9条第1項 別表第一の30の項',
      '番号法第9条第1項 別表の44の項',
      'statuteNumber',
    ],
    [
      'another statute',
      basis,
      'みなも市個人情報保護条例に基づく。',
      '個人情報の保護に関する法律に基づく。',
      'statute',
    ],
    [
      'a department was renamed',
      'II[1].3.m7.dept',
      '市民部市民課、納税課',
      '市民部市民窓口課、納税課',
      'organisation',
    ],
    ['a typing mistake', purpose, '被保険者の資格管理のた。', '被保険者の資格管理のため。', 'wording'],
    [
      'wording of the state',
      'II[1].6.m1',
      '＜中間サーバー・プラットフォームにおける措置＞\n入室を管理する。',
      '＜中間サーバー・プラットフォームにおける措置＞\n警備員が入室者の身分を確かめる。',
      'stateExample',
    ],
    ['no more subcontracting', 'II[1].4.items[1].re.m7', '再委託する', '再委託しない', 'lessRisk'],
  ])('%s speaks against a 重要な変更', (_, path, before, after, ground) => {
    const result = materiality(path, before, after);
    expect(result.criteria.map((found) => found.criterion.id)).toContain(ground);
    expect(result.proposal).toBe('formal');
    expect(proposedReason(result)).toMatch(/重要な変更に該当しない。$/);
  });

  it.each<[string, string, Value, Value, string]>([
    [
      'a new purpose',
      purpose,
      '保険料の賦課及び徴収のため。',
      '保険料の賦課及び徴収並びに特定健康診査の受診勧奨のため。',
      'newPurpose',
    ],
    [
      'a new source',
      'II[1].3.m1',
      { selected: ['本人又は本人の代理人'], texts: {} },
      { selected: ['本人又は本人の代理人', '民間事業者'], texts: {} },
      'newOption',
    ],
    ['subcontracting', 'II[1].4.items[1].re.m7', '再委託しない', '再委託する', 'moreRisk'],
    [
      'a measure that is gone',
      'III[1].3.r3.measures',
      '操作記録を取得している。外部媒体への書き出しを制限している。',
      '操作記録を取得している。',
      'measureGone',
    ],
  ])('%s speaks for one', (_, path, before, after, ground) => {
    const result = materiality(path, before, after);
    expect(result.criteria.map((found) => found.criterion.id)).toContain(ground);
    expect(result.proposal).toBe('likely');
    expect(proposedReason(result)).toBe('');
  });

  it('is nothing to decide where the item carries no ※', () => {
    expect(materiality('I.1.m1', '介護保険に関する事務', '介護保険事務').proposal).toBe('unmarked');
  });

  it('names every ground once, with a cause', () => {
    expect(new Set(CRITERIA.map(({ id }) => id)).size).toBe(CRITERIA.length);
    for (const { cause } of CRITERIA) expect(cause).toMatch(/(?:変更|修正|もの|更新)$/);
  });
});

describe('what the decisions mean', () => {
  const comparison = compared(purpose, '賦課のため。', '賦課及び特定健康診査の受診勧奨のため。');
  const key = comparison.differences[0]?.key ?? '';

  it('is open while a person has not decided', () => {
    expect(summariseDecisions(form, comparison, {})).toEqual({
      verdict: 'undecided',
      material: [],
      undecided: [key],
    });
    const submission = comparison.differences.map(submissionOf(form, {}));
    expect(submission).toEqual([{ timing: '', reason: '' }]);
  });

  it('stays with the person where the program only proposes', () => {
    const formal = compared(basis, '番号法第9条第1項 別表の30の項', '番号法第9条第1項 別表の44の項');
    expect(formal.differences.map(submissionOf(form, {}))).toEqual([{ timing: '', reason: '' }]);
    expect(formal.differences.map(submissionOf(form, {}, { proposed: true }))[0]?.timing).toBe('事後');
    const accepted = proposedDecisions(form, formal, {});
    expect(summariseDecisions(form, formal, accepted).verdict).toBe('amend');
    expect(formal.differences.map(submissionOf(form, accepted))[0]?.reason).toMatch(/該当しない。$/);
  });

  it('is 再実施 or 修正 as the person decides', () => {
    expect(summariseDecisions(form, comparison, { [key]: decide(true, 'newPurpose') }).verdict).toBe(
      'reassess',
    );
    expect(summariseDecisions(form, comparison, { [key]: decide(false, 'wording') }).verdict).toBe('amend');
    const [submission] = comparison.differences.map(
      submissionOf(form, { [key]: decide(true, 'newPurpose') }),
    );
    expect(submission?.timing).toBe('事前');
  });

  it('needs a hearing of 30 days before 第三者点検 and 公表', () => {
    const steps = datedReassessmentSteps('form4', '2027-04-01');
    expect(steps.map(({ id }) => id)).toEqual(['hearing', 'revise', 'thirdParty', 'submit', 'publish']);
    expect(steps[0]?.latest).toBe('2027-01-19');
    expect(steps.at(-1)?.latest).toBe('2027-03-31');
  });

  it('asks no hearing of a 重点項目評価書 unless the office wants one', () => {
    expect(datedReassessmentSteps('form3', '2027-04-01').map(({ id }) => id)).toEqual(['submit', 'publish']);
    expect(datedReassessmentSteps('form3', '2027-04-01', true)[0]?.id).toBe('hearing');
  });
});
