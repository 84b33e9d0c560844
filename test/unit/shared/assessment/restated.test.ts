import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applies } from '../../../../shared/assessment/conditions';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyEdit, invert, setValue } from '../../../../shared/assessment/edit';
import { answerOutsideOptions, optionsNow, withRestatements } from '../../../../shared/assessment/restated';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { faultOf } from '../../../../shared/assessment/validate';
import { editionsOf, FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { findItem, indexOf } from '../../../../shared/forms/lookup';
import type { FormItem } from '../../../../shared/forms/types';
import { counter } from './arbitrary';

const form = formOf('form2');
const everyForm = FORM_IDS.flatMap((id) => editionsOf(id).map((edition) => formOf(id, edition)));

function itemOf(id: string): FormItem {
  const found = findItem(form, id);
  if (!found) throw new Error(id);
  return found.item;
}

const restated = itemOf('IV.11.sufficient');
const which = itemOf('IV.11.which');
const naming = (which.options ?? []).map(({ label, names }) => ({ label, names: names ?? '' }));

function withValues(values: Readonly<Record<string, Value>>): Assessment {
  return { ...emptyAssessment(form, counter()), values };
}

/** The assessment after a person has set a value in the editor. */
function written(assessment: Assessment, path: string, value: Value | undefined): Assessment {
  const edit = withRestatements(form, assessment, setValue(assessment, path, value));
  expect(faultOf(assessment, edit)).toBeUndefined();
  return applyEdit(assessment, edit);
}

const labels = (values: Assessment['values']) => optionsNow(form, values, restated).map(({ label }) => label);

describe('form data of 再掲 items', () => {
  it.each(everyForm.map((one) => [`${one.id} ${one.edition}`, one] as const))('%s', (_, one) => {
    for (const { item, parents, section } of indexOf(one).all) {
      for (const { names } of item.options ?? [])
        if (names !== undefined) expect(findItem(one, names)?.item.type, item.id).toBe('choice');
      if (item.restates === undefined) continue;
      expect([section.repeat, ...parents.map(({ type }) => type)]).not.toContain('repeat');
      const own = (item.options ?? []).map(({ label }) => label);
      for (const { names } of findItem(one, item.restates)?.item.options ?? [])
        for (const { label } of findItem(one, names ?? '')?.item.options ?? []) expect(own).toContain(label);
    }
  });

  it('the measure that is named is the item of that measure', () => {
    expect(naming.map(({ names }) => names)).toEqual([
      'IV.2.r',
      'IV.3.r1',
      'IV.3.r2',
      'IV.4.r',
      'IV.5.r',
      'IV.6.r1',
      'IV.6.r2',
      'IV.7.r',
      'IV.10.edu',
    ]);
  });
});

describe('a 再掲 item', () => {
  it.each(naming)('has the options of the item that is named: $label', ({ label, names }) => {
    expect(optionsNow(form, { 'IV.11.which': label }, restated)).toBe(itemOf(names).options);
  });

  it('of 従業者に対する教育・啓発 asks whether it is done', () => {
    expect(labels({ 'IV.11.which': '従業者に対する教育・啓発' })).toEqual([
      '特に力を入れて行っている',
      '十分に行っている',
      '十分に行っていない',
    ]);
  });

  it.each([undefined, 'どれでもない対策'])(
    'has those of the first that can be named where it is %s',
    (label) => {
      const values: Assessment['values'] = label === undefined ? {} : { 'IV.11.which': label };
      expect(labels(values)).toEqual(['特に力を入れている', '十分である', '課題が残されている']);
    },
  );

  it('begins with the answer of the item that is named', () => {
    const before = withValues({ 'IV.10.edu': '十分に行っている' });
    const after = written(before, 'IV.11.which', '従業者に対する教育・啓発');
    expect(after.values['IV.11.sufficient']).toBe('十分に行っている');
  });

  it('goes on following it, by one step that can be undone', () => {
    const before = withValues({
      'IV.2.r': '十分である',
      'IV.11.which': '目的外の入手が行われるリスクへの対策',
      'IV.11.sufficient': '十分である',
    });
    const edit = withRestatements(form, before, setValue(before, 'IV.2.r', '課題が残されている'));
    const after = applyEdit(before, edit);
    expect(after.values['IV.11.sufficient']).toBe('課題が残されている');
    expect(applyEdit(after, invert(edit))).toEqual(before);
  });

  it('is left as a person answered it', () => {
    const before = withValues({
      'IV.2.r': '十分である',
      'IV.11.which': '目的外の入手が行われるリスクへの対策',
      'IV.11.sufficient': '特に力を入れている',
    });
    expect(written(before, 'IV.2.r', '課題が残されている').values['IV.11.sufficient']).toBe(
      '特に力を入れている',
    );
    expect(written(before, 'IV.11.sufficient', undefined).values['IV.11.sufficient']).toBeUndefined();
  });

  it('keeps a stored answer that is no option any more, and says so', () => {
    const before = withValues({ 'IV.11.sufficient': '十分である', 'IV.10.edu': '十分に行っている' });
    const after = written(before, 'IV.11.which', '従業者に対する教育・啓発');
    expect(after.values['IV.11.sufficient']).toBe('十分である');
    expect(answerOutsideOptions(form, after.values, restated, 'IV.11.sufficient')).toBe('十分である');
    expect(answerOutsideOptions(form, before.values, restated, 'IV.11.sufficient')).toBeUndefined();
  });

  it('never changes an edit of any other item', () => {
    const others = indexOf(form).all.filter(({ item }) => ['text', 'longtext'].includes(item.type));
    fc.assert(
      fc.property(fc.constantFrom(...others), fc.string({ minLength: 1 }), ({ item }, text) => {
        const before = withValues({ 'IV.11.which': which.options?.[8]?.label ?? '' });
        const edit = setValue(before, item.id, text);
        expect(withRestatements(form, before, edit)).toBe(edit);
      }),
    );
  });

  it('repeats the named item whatever is answered first, until a person answers it otherwise', () => {
    const step = fc.oneof(
      fc.constantFrom(...naming).map(({ label }) => ['IV.11.which', label] as const),
      fc
        .constantFrom(...naming)
        .chain(({ names }) =>
          fc
            .constantFrom(...(itemOf(names).options ?? []).map(({ label }) => label))
            .map((label) => [names, label] as const),
        ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const end = steps.reduce((now, [path, label]) => written(now, path, label), withValues({}));
        const named = naming.find(({ label }) => label === end.values['IV.11.which'])?.names ?? '';
        expect(end.values['IV.11.sufficient']).toBe(end.values[named]);
      }),
    );
  });
});

describe('様式２ Ⅳ８ 判断の根拠', () => {
  it.each([
    [true, 'no'],
    [false, 'yes'],
    [undefined, 'yes'],
  ])('applies as the answer above it does: 人手を介在させる作業はない is %s', (none, holds) => {
    const assessment = withValues(none === undefined ? {} : { 'IV.8.none': none });
    expect(applies(form, assessment, 'IV.8.reason').holds).toBe(holds);
    expect(applies(form, assessment, 'IV.8.r').holds).toBe(holds);
  });
});
