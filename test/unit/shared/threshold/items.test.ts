import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyEdit, invert } from '../../../../shared/assessment/edit';
import type { Assessment } from '../../../../shared/assessment/types';
import { faultOf } from '../../../../shared/assessment/validate';
import { editionsOf, FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { indexOf } from '../../../../shared/forms/lookup';
import type { Duty, Form } from '../../../../shared/forms/types';
import {
  THRESHOLD_ROLES,
  dutyFromAnswers,
  thresholdAnswers,
  writeThreshold,
  type ThresholdResult,
} from '../../../../shared/threshold/items';
import { atLeast, DUTIES, dutyOf, formsOf, THRESHOLD_ROWS } from '../../../../shared/threshold/threshold';
import { counter } from '../assessment/arbitrary';
import { idWithRole, itemWithRole } from '../../../../shared/forms/roles';

const everyForm = FORM_IDS.flatMap((id) => editionsOf(id).map((edition) => formOf(id, edition)));
const blank = (form: Form): Assessment => emptyAssessment(form, counter());

function written(form: Form, result: ThresholdResult, before = blank(form)): Assessment {
  const { edit } = writeThreshold(form, before, result);
  if (!edit) return before;
  expect(faultOf(before, edit)).toBeUndefined();
  const after = applyEdit(before, edit);
  expect(applyEdit(after, invert(edit))).toEqual(before);
  return after;
}

const result: ThresholdResult = {
  facts: { people: 98_800, handlers: 120, incident: true },
  performed: 'full',
  peopleCounted: '令和8年4月1日',
  handlersCounted: '令和8年5月1日',
  assessedOn: '令和8年11月30日',
};

const anyResult: fc.Arbitrary<ThresholdResult> = fc
  .record({
    people: fc.oneof(fc.nat(400_000), fc.constantFrom(999, 1_000, 9_999, 10_000, 99_999, 100_000, 300_000)),
    handlers: fc.oneof(fc.nat(1_000), fc.constantFrom(499, 500)),
    incident: fc.boolean(),
  })
  .chain((facts) =>
    fc.constantFrom(...DUTIES).map((wish) => ({ facts, performed: atLeast(dutyOf(facts), wish) })),
  );

describe('a しきい値判断 is written into', () => {
  it('様式２ Ⅱ, Ⅲ and the kinds of Ⅳ', () => {
    expect(written(formOf('form2'), result).values).toEqual({
      ...blank(formOf('form2')).values,
      'II.1.number': '1万人以上10万人未満',
      'II.1.asof': '令和8年4月1日',
      'II.2.over500': '500人未満',
      'II.2.asof': '令和8年5月1日',
      'II.3.accident': '発生あり',
      'III.result': '基礎項目評価及び重点項目評価の実施が義務付けられる',
      'IV.1': '基礎項目評価書及び全項目評価書',
      'IV.11.full': true,
    });
  });

  it('様式２ of an edition without Ⅳ: Ⅱ and Ⅲ', () => {
    const { values } = written(formOf('form2', '平成29年5月'), result);
    expect(Object.keys(values).filter((id) => /^I[IV]/.test(id))).toHaveLength(6);
  });

  it('the 基礎項目評価 part of 様式４', () => {
    expect(written(formOf('form4'), result).values).toEqual({
      ...blank(formOf('form4')).values,
      'VI.1.m1': '令和8年11月30日',
      'VI.1.m2': '基礎項目評価及び重点項目評価の実施が義務付けられる（任意に全項目評価を実施）',
    });
  });

  it('the 基礎項目評価 part of 様式３', () => {
    const basic: ThresholdResult = {
      ...result,
      facts: { ...result.facts, incident: false },
      performed: 'focused',
    };
    expect(written(formOf('form3'), basic).values).toEqual({
      ...blank(formOf('form3')).values,
      'V.1.m1': '令和8年11月30日',
      'V.1.m2': '基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）',
    });
  });

  it('all, but what the form has no option for, which stays and is named', () => {
    const form = formOf('form3');
    const full: ThresholdResult = {
      facts: { people: 300_000, handlers: 0, incident: false },
      performed: 'full',
    };
    const before = written(form, { ...result, performed: 'focused' });
    const { edit, withoutOption } = writeThreshold(form, before, full);
    expect([edit, withoutOption]).toEqual([undefined, ['thresholdResult']]);
  });

  it('nothing where the form says it already', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyForm), anyResult, (form, one) => {
        const after = written(form, one);
        expect(writeThreshold(form, after, one).edit).toBeUndefined();
      }),
    );
  });

  it('no other item than those with a role', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyForm), anyResult, (form, one) => {
        const before = blank(form);
        const after = written(form, one, before);
        const roles = THRESHOLD_ROLES.flatMap((role) => idWithRole(form, role) ?? []);
        const changed = Object.keys(after.values).filter(
          (path) => after.values[path] !== before.values[path],
        );
        expect(changed.filter((path) => !roles.includes(path))).toEqual([]);
        expect(after.lists).toEqual(before.lists);
      }),
    );
  });

  it('and takes the mark of 全項目評価又は重点項目評価 away with the assessment', () => {
    const form = formOf('form2');
    const less: ThresholdResult = {
      facts: { people: 1_000, handlers: 0, incident: false },
      performed: 'basic',
    };
    const after = written(form, less, written(form, result));
    expect([after.values['IV.11.full'], after.values['IV.1']]).toEqual([undefined, '基礎項目評価書']);
    const refused = { ...after, values: { ...after.values, 'IV.11.full': false } };
    expect(writeThreshold(form, refused, less).edit).toBeUndefined();
  });

  it('leaves days of counting that were not given', () => {
    const form = formOf('form2');
    const { peopleCounted: _people, handlersCounted: _handlers, ...undated } = result;
    const after = written(form, undated, written(form, result));
    expect(after.values['II.1.asof']).toBe('令和8年4月1日');
  });
});

describe('answers of last year', () => {
  it('are those that were written', () => {
    expect(thresholdAnswers(formOf('form2'), written(formOf('form2'), result))).toEqual({
      people: { atLeast: 10_000, below: 100_000 },
      peopleCounted: '令和8年4月1日',
      handlers: { atLeast: 0, below: 500 },
      handlersCounted: '令和8年5月1日',
      incident: true,
      duty: 'focused',
      performed: 'full',
    });
    expect(thresholdAnswers(formOf('form4'), written(formOf('form4'), result))).toEqual({
      duty: 'focused',
      assessedOn: '令和8年11月30日',
    });
  });

  it('are none of a blank form, nor of an answer that is no option', () => {
    expect(everyForm.map((form) => thresholdAnswers(form, blank(form)))).toEqual(everyForm.map(() => ({})));
    const odd = { ...blank(formOf('form2')), values: { 'II.1.number': '約3万人' } };
    expect(thresholdAnswers(formOf('form2'), odd)).toEqual({});
  });

  it('have the last class without an upper limit', () => {
    const facts = { people: 300_000, handlers: 500, incident: false };
    const answers = thresholdAnswers(formOf('form2'), written(formOf('form2'), { facts, performed: 'full' }));
    expect([answers.people, answers.handlers, answers.incident]).toEqual([
      { atLeast: 300_000, below: undefined },
      { atLeast: 500, below: undefined },
      false,
    ]);
  });

  it('give the duty of the facts that they were written from', () => {
    fc.assert(
      fc.property(anyResult, (one) => {
        const answers = thresholdAnswers(formOf('form2'), written(formOf('form2'), one));
        expect(dutyFromAnswers(answers)).toBe(dutyOf(one.facts));
        expect(answers.duty).toBe(dutyOf(one.facts));
      }),
    );
  });
});

describe('the duty while answers are open', () => {
  const people = (atLeastPeople: number) => ({ atLeast: atLeastPeople, below: undefined });
  const many = { atLeast: 500, below: undefined };
  const few = { atLeast: 0, below: 500 };

  it.each([
    ['nothing', {}, undefined],
    ['handlers and accident only', { handlers: many, incident: true }, undefined],
    ['30万人以上 alone', { people: people(300_000) }, 'full'],
    ['1,000人未満 alone', { people: people(0) }, 'none'],
    ['10万人以上 alone', { people: people(100_000) }, undefined],
    ['10万人以上 with many handlers', { people: people(100_000), handlers: many }, 'full'],
    ['10万人以上 with an accident', { people: people(100_000), incident: true }, 'full'],
    ['10万人以上 with few handlers', { people: people(100_000), handlers: few }, undefined],
    ['10万人以上 without an accident', { people: people(100_000), incident: false }, undefined],
    ['10万人以上, few, none', { people: people(100_000), handlers: few, incident: false }, 'focused'],
  ] as const)('%s', (_, answers, duty) => {
    expect(dutyFromAnswers(answers)).toBe(duty);
  });
});

describe('form data', () => {
  it.each(everyForm.map((form) => [`${form.id} ${form.edition}`, form] as const))(
    '%s gives each role once',
    (_, form) => {
      const { sections } = form;
      const roles = [...sections, ...indexOf(form).all.map(({ item }) => item)].flatMap(
        (one) => one.roles ?? [],
      );
      expect(new Set(roles).size).toBe(roles.length);
      expect(roles).toContain('thresholdResult');
    },
  );

  it('has the classes of the table', () => {
    const classes = itemWithRole(formOf('form2'), 'thresholdPeople')?.options?.map(({ meaning }) => meaning);
    expect(classes).toEqual(
      THRESHOLD_ROWS.map(({ peopleFrom, peopleBelow }) => ({
        ...(peopleFrom === 0 ? {} : { atLeast: peopleFrom }),
        ...(peopleBelow === undefined ? {} : { below: peopleBelow }),
      })),
    );
  });

  it('has an option for every duty for which its form is made', () => {
    const possible: Readonly<Record<string, readonly Duty[]>> = {
      form2: DUTIES,
      form3: ['none', 'basic', 'focused'],
      form4: DUTIES,
    };
    for (const form of everyForm) {
      const options = itemWithRole(form, 'thresholdResult')?.options;
      const duties = options?.flatMap(({ meaning }) => (meaning && 'duty' in meaning ? [meaning.duty] : []));
      expect([...(duties ?? [])].sort()).toEqual([...(possible[form.id] ?? [])].sort());
    }
    expect(formsOf.full).toEqual(['form2', 'form4']);
  });
});
