import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFrom, isoOf } from '../../../../shared/japanese/days';
import {
  CONSULTATION_DAYS,
  procedureDates,
  type ProcedurePlan,
  type StepDates,
} from '../../../../shared/threshold/procedure';
import { DUTIES } from '../../../../shared/threshold/threshold';

function day(iso: string): number {
  const [year = 0, month = 0, ofMonth = 0] = iso.split('-').map(Number);
  return dayFrom(year, month, ofMonth);
}

/** `step bound date` of every bound there is. */
function shown(steps: readonly StepDates[]): readonly string[] {
  return steps.flatMap((step) =>
    (['planned', 'earliest', 'latest'] as const).flatMap((bound) => {
      const found = step[bound];
      return found ? [`${step.step} ${bound} ${isoOf(found.day)}${step.conflict ? ' 不足' : ''}`] : [];
    }),
  );
}

const full = (plan: ProcedurePlan) => shown(procedureDates('full', 'full', plan));

describe('dates of 全項目評価', () => {
  it('counted backwards from a planned 公表日, over 30 days with both ends', () => {
    expect(full({ publication: day('2026-12-20') })).toEqual([
      'consultationStart latest 2026-11-20',
      'consultationEnd latest 2026-12-19',
      'review latest 2026-12-20',
      'inspection latest 2026-12-20',
      'submission latest 2026-12-20',
      'publication planned 2026-12-20',
      'building earliest 2026-12-21',
      'yearlyReview latest 2027-12-20',
      'reassessment latest 2031-12-20',
    ]);
  });

  it('counted backwards from a planned start of building', () => {
    expect(full({ building: day('2028-04-01') })).toEqual([
      'consultationStart latest 2028-03-01',
      'consultationEnd latest 2028-03-30',
      'review latest 2028-03-31',
      'inspection latest 2028-03-31',
      'submission latest 2028-03-31',
      'publication latest 2028-03-31',
      'building planned 2028-04-01',
    ]);
  });

  it('counted forwards from a planned 公示', () => {
    expect(full({ consultationStart: day('2026-11-20') })).toEqual([
      'consultationStart planned 2026-11-20',
      'consultationEnd earliest 2026-12-19',
      'review earliest 2026-12-20',
      'inspection earliest 2026-12-20',
      'submission earliest 2026-12-20',
      'publication earliest 2026-12-20',
      'building earliest 2026-12-21',
    ]);
  });

  it.each([
    ['over 29 February', '2028-02-10', '2028-03-10'],
    ['over February of another year', '2027-02-10', '2027-03-11'],
    ['over the end of a year', '2026-12-15', '2027-01-13'],
    ['within a month of 31 days', '2027-01-01', '2027-01-30'],
  ])('意見聴取 %s', (_, start, end) => {
    expect(full({ consultationStart: day(start) })).toContain(`consultationEnd earliest ${end}`);
  });

  it('counted both ways, and says where the planned days leave too few', () => {
    const plan = { consultationStart: day('2026-11-21'), publication: day('2026-12-20') };
    expect(full(plan).slice(0, 3)).toEqual([
      'consultationStart planned 2026-11-21 不足',
      'consultationStart latest 2026-11-20 不足',
      'consultationEnd earliest 2026-12-20 不足',
    ]);
    const enough = procedureDates('full', 'full', { ...plan, consultationStart: day('2026-11-20') });
    expect(enough.filter(({ conflict }) => conflict)).toEqual([]);
  });

  it('with a start of building on the day of 公表 has a conflict, with the day after none', () => {
    const conflicts = (building: string) =>
      procedureDates('full', 'full', { publication: day('2026-12-20'), building: day(building) }).filter(
        ({ conflict }) => conflict,
      ).length;
    expect([conflicts('2026-12-20') > 0, conflicts('2026-12-21')]).toEqual([true, 0]);
  });

  it('with a shorter 意見聴取', () => {
    const plan = { consultationStart: day('2026-11-20'), consultationDays: 14 };
    expect(full(plan)).toContain('consultationEnd earliest 2026-12-03');
  });
});

describe('dates of other assessments', () => {
  it('基礎 and 重点 have no 意見聴取 and no 第三者点検 of duty', () => {
    for (const duty of ['basic', 'focused'] as const)
      expect(procedureDates(duty, duty, {}).map(({ step, basis }) => `${step} ${basis}`)).toEqual([
        'submission duty',
        'publication duty',
        'building duty',
      ]);
  });

  it('全項目評価 that the agency chose has them as its choice', () => {
    const steps = procedureDates('focused', 'full', {});
    expect(steps.map(({ basis }) => basis)).toEqual([
      'choice',
      'choice',
      'choice',
      'choice',
      'duty',
      'duty',
      'duty',
    ]);
  });

  it('nothing is asked where nothing is made', () => {
    expect(procedureDates('none', 'none', { publication: day('2026-12-20') })).toEqual([]);
  });

  it('任意 without any duty rests on choice throughout', () => {
    const steps = procedureDates('none', 'basic', { publication: day('2026-12-20') });
    expect(new Set(steps.map(({ basis }) => basis))).toEqual(new Set(['choice']));
    expect(steps).toHaveLength(5);
  });

  it('every step names its provision', () => {
    const steps = procedureDates('full', 'full', { publication: day('2026-12-20') });
    expect(steps.filter(({ ground }) => !/^(規則|番号法)第\d+条/.test(ground))).toEqual([]);
  });
});

describe('weekends and holidays', () => {
  it('only mark a day', () => {
    const [start, end] = procedureDates('full', 'full', { publication: day('2026-11-24') });
    expect(start?.latest).toEqual({
      day: day('2026-10-25'),
      closed: { kind: 'sunday' },
      isComputed: false,
    });
    expect(end?.latest).toEqual({
      day: day('2026-11-23'),
      closed: { kind: 'holiday', name: '勤労感謝の日' },
      isComputed: false,
    });
  });

  it('of a year that is not proclaimed are marked as reckoned', () => {
    const steps = procedureDates('basic', 'basic', { publication: day('2027-03-22') });
    expect(steps.find(({ step }) => step === 'publication')?.planned).toEqual({
      day: day('2027-03-22'),
      closed: { kind: 'holiday', name: '振替休日' },
      isComputed: true,
    });
  });
});

const isPeriod = ({ step }: StepDates) => step === 'yearlyReview' || step === 'reassessment';

describe('for all plans', () => {
  const anyDay = fc.integer({ min: dayFrom(2024, 1, 1), max: dayFrom(2090, 12, 31) });
  const anyPlan: fc.Arbitrary<ProcedurePlan> = fc.record(
    { consultationStart: anyDay, publication: anyDay, building: anyDay },
    { requiredKeys: [] },
  );

  it('counting forwards and backwards meet: the earliest 公表 of a 公示 has that 公示 as its latest', () => {
    fc.assert(
      fc.property(anyDay, (start) => {
        const find = (steps: readonly StepDates[], step: string) => steps.find((one) => one.step === step);
        const forwards = procedureDates('full', 'full', { consultationStart: start });
        const publication = find(forwards, 'publication')?.earliest?.day ?? 0;
        const backwards = procedureDates('full', 'full', { publication });
        expect(find(backwards, 'consultationStart')?.latest?.day).toBe(start);
        expect(publication - start).toBe(CONSULTATION_DAYS);
      }),
    );
  });

  it('bounds are in the order of the steps', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DUTIES), anyPlan, (performed, plan) => {
        const steps = procedureDates(performed, performed, plan);
        for (const bound of ['earliest', 'latest'] as const) {
          const days = steps.flatMap((step) => (isPeriod(step) ? [] : (step[bound]?.day ?? [])));
          expect(days).toEqual([...days].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('a plan without any conflict keeps every bound', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const step of procedureDates('full', 'full', plan)) {
          const day = step.planned?.day;
          const fits =
            (step.earliest?.day ?? -Infinity) <= (day ?? step.latest?.day ?? Infinity) &&
            (day ?? -Infinity) <= (step.latest?.day ?? Infinity);
          expect(step.conflict).toBe(!fits);
        }
      }),
    );
  });
});
