import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distancesOf } from '../../../../shared/threshold/distance';
import { reasonsOf } from '../../../../shared/threshold/reasons';
import { closedSentence, distanceSentence, reasonSentence } from '../../../../shared/threshold/sentences';
import {
  atLeast,
  DUTIES,
  dutyOf,
  performedFor,
  THRESHOLD_ROWS,
  type ThresholdFacts,
} from '../../../../shared/threshold/threshold';
import { NOT_COVERED, QUESTIONS } from '../../../../shared/threshold/questions';
import { thresholdText, type Language } from '../../../../electron/locale';

const LANGUAGES: readonly Language[] = ['ja', 'en'];

const anyFacts: fc.Arbitrary<ThresholdFacts> = fc.record({
  people: fc.oneof(
    fc.integer({ min: 0, max: 400_000 }),
    fc.constantFrom(0, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 299_999, 300_000),
  ),
  handlers: fc.oneof(fc.integer({ min: 0, max: 1_200 }), fc.constantFrom(499, 500)),
  incident: fc.boolean(),
});

const kinds = (facts: ThresholdFacts) =>
  reasonsOf(facts)
    .map(({ kind }) => kind)
    .join(' ');

describe('the way through the table', () => {
  /** One of each class, with and without many handlers and an accident: every path there is. */
  it.each([
    [999, 0, false, 'people onlyPeople result', 'none'],
    [999, 500, true, 'people onlyPeople result', 'none'],
    [1_000, 500, true, 'people onlyPeople result', 'basic'],
    [9_999, 0, false, 'people onlyPeople result', 'basic'],
    [10_000, 499, false, 'people handlers incident result', 'basic'],
    [10_000, 499, true, 'people handlers incident result', 'focused'],
    [99_999, 500, false, 'people handlers result', 'focused'],
    [100_000, 499, false, 'people handlers incident result', 'focused'],
    [100_000, 499, true, 'people handlers incident result', 'full'],
    [299_999, 500, true, 'people handlers result', 'full'],
    [300_000, 0, false, 'people onlyPeople result', 'full'],
  ])('%i people, %i handlers, accident %s', (people, handlers, incident, path, duty) => {
    const facts = { people, handlers, incident };
    expect([kinds(facts), dutyOf(facts)]).toEqual([path, duty]);
    expect(reasonsOf(facts).at(-1)).toEqual({ kind: 'result', duty });
  });

  it('names the class and the limit', () => {
    expect(reasonsOf({ people: 98_800, handlers: 120, incident: false }).slice(0, 2)).toEqual([
      { kind: 'people', people: 98_800, from: 10_000, below: 100_000 },
      { kind: 'handlers', handlers: 120, limit: 500, isMany: false },
    ]);
    expect(reasonsOf({ people: 500_000, handlers: 0, incident: false })[0]).toEqual({
      kind: 'people',
      people: 500_000,
      from: 300_000,
      below: undefined,
    });
  });

  it('leaves out no fact that could change the result', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (facts, other) => {
        const path = kinds(facts);
        const same: ThresholdFacts = {
          people: facts.people,
          handlers: path.includes('handlers') ? facts.handlers : other.handlers,
          incident: path.includes('incident') ? facts.incident : other.incident,
        };
        expect(dutyOf(same)).toBe(dutyOf(facts));
      }),
    );
  });
});

describe('the table', () => {
  it('asks for no less where there are more people, many handlers or an accident', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(400_000), fc.nat(1_000), (facts, people, handlers) => {
        const greater = {
          people: facts.people + people,
          handlers: facts.handlers + handlers,
          incident: true,
        };
        expect(atLeast(dutyOf(greater), dutyOf(facts))).toBe(dutyOf(greater));
      }),
    );
  });

  it('has classes without gaps', () => {
    expect(THRESHOLD_ROWS.map(({ peopleFrom, peopleBelow }) => [peopleFrom, peopleBelow])).toEqual([
      [0, 1_000],
      [1_000, 10_000],
      [10_000, 100_000],
      [100_000, 300_000],
      [300_000, undefined],
    ]);
  });
});

describe('義務の結果 and 実施する評価', () => {
  it.each([
    ['none', 'none'],
    ['basic', 'basic'],
    ['focused', 'full'],
    ['full', 'full'],
  ] as const)('重点 → 全項目: %s is made as %s', (duty, performed) => {
    expect(performedFor(duty, { focused: 'full' })).toBe(performed);
    expect(performedFor(duty)).toBe(duty);
  });

  it('is never less than the duty, whatever the rule', () => {
    const anyDuty = fc.constantFrom(...DUTIES);
    fc.assert(
      fc.property(anyDuty, fc.dictionary(anyDuty, anyDuty), (duty, rule) => {
        const performed = performedFor(duty, rule);
        expect(DUTIES.indexOf(performed)).toBeGreaterThanOrEqual(DUTIES.indexOf(duty));
      }),
    );
  });
});

describe('the distance to another result', () => {
  it('あと1,200人で全項目', () => {
    expect(distancesOf({ people: 98_800, handlers: 600, incident: false })).toEqual([
      { fact: 'people', direction: 'more', by: 1_200, at: 100_000, duty: 'full' },
      { fact: 'people', direction: 'fewer', by: 88_801, at: 9_999, duty: 'basic' },
      { fact: 'handlers', direction: 'fewer', by: 101, at: 499, duty: 'basic' },
    ]);
  });

  it('passes over limits at which nothing changes', () => {
    expect(distancesOf({ people: 1_000, handlers: 0, incident: false })).toEqual([
      { fact: 'people', direction: 'more', by: 99_000, at: 100_000, duty: 'focused' },
      { fact: 'people', direction: 'fewer', by: 1, at: 999, duty: 'none' },
    ]);
  });

  it('names an accident where it decides, and one handler more', () => {
    expect(distancesOf({ people: 10_000, handlers: 499, incident: false }).slice(2)).toEqual([
      { fact: 'handlers', direction: 'more', by: 1, at: 500, duty: 'focused' },
      { fact: 'incident', incident: true, duty: 'focused' },
    ]);
    expect(distancesOf({ people: 10_000, handlers: 499, incident: true }).slice(-1)).toEqual([
      { fact: 'incident', incident: false, duty: 'basic' },
    ]);
  });

  it('is exact: there the result is another, one before it is the same', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const distance of distancesOf(facts)) {
          if (distance.fact === 'incident') {
            expect(dutyOf({ ...facts, incident: distance.incident })).toBe(distance.duty);
            continue;
          }
          const { fact, direction, by, at, duty } = distance;
          const step = direction === 'more' ? 1 : -1;
          expect([by > 0, facts[fact] + step * by]).toEqual([true, at]);
          expect(dutyOf({ ...facts, [fact]: at })).toBe(duty);
          expect(duty).not.toBe(dutyOf(facts));
          expect(dutyOf({ ...facts, [fact]: at - step })).toBe(dutyOf(facts));
        }
      }),
    );
  });

  it('is complete: without one, no number of people or handlers changes the result', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, fc.constantFrom('people', 'handlers'), (facts, other, fact) => {
        const changed = { ...facts, [fact]: other[fact] };
        if (dutyOf(changed) === dutyOf(facts)) return;
        const direction = other[fact] > facts[fact] ? 'more' : 'fewer';
        const found = distancesOf(facts).find(
          (one) => one.fact === fact && 'direction' in one && one.direction === direction,
        );
        expect(found && 'by' in found && found.by <= Math.abs(other[fact] - facts[fact])).toBe(true);
      }),
    );
  });
});

describe.each(LANGUAGES)('sentences in %s', (language) => {
  it('are there for every reason and distance, with everything filled in', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const sentences = [
          ...reasonsOf(facts).map(reasonSentence),
          ...distancesOf(facts).map(distanceSentence),
        ];
        for (const { key, params } of sentences) {
          const text = thresholdText(language, key, params);
          expect(text).not.toMatch(/[{}$]|undefined/);
          expect(text).not.toBe(key);
        }
      }),
    );
  });

  it('are there for every question, way of counting, duty without assessment and closed day', () => {
    const keys = [
      ...QUESTIONS.flatMap(({ id, counting }) => [
        `questions.${id}`,
        ...counting.map((one) => `counting.${one}`),
      ]),
      ...NOT_COVERED.map((one) => `notCovered.${one}`),
      ...(['saturday', 'sunday'] as const).map((kind) => closedSentence({ kind }).key),
    ];
    for (const key of keys) expect(thresholdText(language, key)).not.toBe(key);
    const holiday = closedSentence({ kind: 'holiday', name: '元日' });
    expect(thresholdText(language, holiday.key, holiday.params)).toContain('元日');
  });
});

describe('questions', () => {
  it('ask for the three facts, each with how to count', () => {
    expect(QUESTIONS).toEqual([
      { id: 'people', answer: 'count', dated: true, counting: ['allFiles'] },
      { id: 'handlers', answer: 'count', dated: true, counting: ['contractors'] },
      {
        id: 'incident',
        answer: 'yesNo',
        dated: false,
        counting: ['withinYear', 'becameKnown', 'wholeAgency'],
      },
    ]);
  });
});
