import { expect, test } from 'vitest';
import { factsOf, planOf, readCount, recordOf, totalOf } from '../../../../renderer/state/thresholdDraft';
import { dayFrom } from '../../../../shared/japanese/days';

const draft = {
  people: {
    parts: [
      { name: '宛名', count: '60,000' },
      { name: '資格', count: '３８８００人' },
    ],
    countedOn: '',
  },
  handlers: { parts: [{ name: '', count: '40' }], countedOn: '令和8年4月1日' },
  incident: false,
  assessedOn: '',
  consultationStart: '',
  publication: '令和9年3月1日',
  building: '未定',
  consultationDays: '30',
};

test.each([
  ['98,800', 98_800],
  ['９８８００人', 98_800],
  ['0', 0],
  ['約1,000', undefined],
  ['', undefined],
  ['1.5', undefined],
])('%s reads as %s', (text, count) => {
  expect(readCount(text)).toBe(count);
});

test('the total is that of all parts; a part that is begun and no number leaves it open', () => {
  expect(totalOf(draft.people)).toBe(98_800);
  expect(totalOf({ ...draft.people, parts: [...draft.people.parts, { name: '', count: '' }] })).toBe(98_800);
  expect(
    totalOf({ ...draft.people, parts: [...draft.people.parts, { name: '給付', count: '' }] }),
  ).toBeUndefined();
  expect(totalOf({ parts: [{ name: '', count: '' }], countedOn: '' })).toBeUndefined();
});

test('facts are there once every question is answered', () => {
  expect(factsOf(draft)).toEqual({ people: 98_800, handlers: 40, incident: false });
  expect(factsOf({ ...draft, incident: undefined })).toBeUndefined();
});

test('days that cannot be read are left out of the plan and of what is kept', () => {
  expect(planOf(draft)).toEqual({ publication: dayFrom(2027, 3, 1), consultationDays: 30 });
  const facts = factsOf(draft) ?? expect.fail();
  expect(recordOf(draft, facts, 'focused', 'full')).toEqual({
    people: 98_800,
    peopleParts: [
      { name: '宛名', count: 60_000 },
      { name: '資格', count: 38_800 },
    ],
    handlers: 40,
    handlersParts: [],
    incident: false,
    duty: 'focused',
    performed: 'full',
    handlersCounted: '令和8年4月1日',
    plan: { publication: '2027-03-01', consultationDays: 30 },
  });
});
