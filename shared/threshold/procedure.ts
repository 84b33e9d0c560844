import data from '../../resources/rules/procedure.json';
import { endOfYears, type Day } from '../japanese/days';
import { closedDay, isComputed, type ClosedDay } from '../japanese/holidays';
import { DUTIES, type Duty } from './threshold';

/** 公示と意見聴取, 見直し, 第三者点検, 提出, 公表, システム構築の開始. */
export type OrderedStep =
  | 'consultationStart'
  | 'consultationEnd'
  | 'review'
  | 'inspection'
  | 'submission'
  | 'publication'
  | 'building';

/** Also 1年ごとの見直し and 5年を経過する前の再実施. */
export type ProcedureStep = OrderedStep | 'yearlyReview' | 'reassessment';

/** The days that an office has planned. */
export interface ProcedurePlan {
  readonly consultationStart?: Day;
  readonly publication?: Day;
  /** The start of building the system; everything must be published before. */
  readonly building?: Day;
  /** Calendar days of 意見聴取, both ends counted; 30 where absent. Fewer need a reason in the assessment. */
  readonly consultationDays?: number;
}

/** A day with what an office must know about it. Nothing is moved because of it. */
export interface MarkedDay {
  readonly day: Day;
  readonly closed?: ClosedDay;
  /** Holidays of its year are not proclaimed as far as the program knows. */
  readonly isComputed: boolean;
}

/** When a step can be. `earliest` follows from what is planned before it, `latest` from what is planned after it. */
export interface StepDates {
  readonly step: ProcedureStep;
  /** The provision it rests on. */
  readonly ground: string;
  /** `choice`: the law does not ask for this assessment, the agency makes it. */
  readonly basis: 'duty' | 'choice';
  readonly planned?: MarkedDay;
  readonly earliest?: MarkedDay;
  readonly latest?: MarkedDay;
  /** What is planned does not leave the days that are needed. */
  readonly conflict: boolean;
}

interface OrderedStepRule {
  readonly id: OrderedStep;
  /** The least assessment that has the step. */
  readonly from: Duty;
  /** Days after the step before it, at least. */
  readonly gap: number | 'consultation';
  readonly ground: string;
}

interface Period {
  readonly id: 'yearlyReview' | 'reassessment';
  readonly years: number;
  readonly ground: string;
}

const ORDERED_STEPS = data.steps as readonly OrderedStepRule[];
const PERIODS = data.periods as readonly Period[];

/** 30 calendar days, both ends counted. */
export const CONSULTATION_DAYS = data.consultationDays;

/**
 * What the procedure asks after a しきい値判断, with dates counted forwards and backwards from the planned days.
 * `performed`: 実施する評価; steps that only the greater 任意 assessment has rest on the agency's choice. Without a
 * planned day the steps have no dates; the periods after 公表 are counted from a planned 公表日 only.
 */
export function procedureDates(duty: Duty, performed: Duty, plan: ProcedurePlan): readonly StepDates[] {
  const orderedSteps = ORDERED_STEPS.filter(({ from }) => includesDuty(performed, from));
  const offsets = minimumOffsets(orderedSteps, plan.consultationDays ?? CONSULTATION_DAYS);
  const steps = orderedSteps.map((rule, at): StepDates => {
    const offset = offsets[at] ?? 0;
    const bounds = orderedSteps.flatMap(({ id }, other) => {
      const planned = plannedDay(plan, id);
      return planned === undefined ? [] : [{ at: other, day: planned + offset - (offsets[other] ?? 0) }];
    });
    return stepDates(rule, duty, {
      planned: plannedDay(plan, rule.id),
      earliest: latestOf(bounds.filter((bound) => bound.at < at)),
      latest: earliestOf(bounds.filter((bound) => bound.at > at)),
    });
  });
  return [...steps, ...periodDates(duty, performed, plan.publication)];
}

/** The days from the first step to each, at least. */
function minimumOffsets(
  orderedSteps: readonly OrderedStepRule[],
  consultationDays: number,
): readonly number[] {
  let offset = 0;
  return orderedSteps.map(({ gap }) => (offset += gap === 'consultation' ? consultationDays - 1 : gap));
}

interface Bounds {
  readonly planned: Day | undefined;
  readonly earliest: Day | undefined;
  readonly latest: Day | undefined;
}

function stepDates({ id, from, ground }: OrderedStepRule, duty: Duty, bounds: Bounds): StepDates {
  const { planned, earliest, latest } = bounds;
  return {
    step: id,
    ground,
    basis: includesDuty(duty, from) ? 'duty' : 'choice',
    ...(planned === undefined ? {} : { planned: markedDay(planned) }),
    ...(earliest === undefined ? {} : { earliest: markedDay(earliest) }),
    ...(latest === undefined ? {} : { latest: markedDay(latest) }),
    conflict: isAfter(earliest, planned ?? latest) || isAfter(planned ?? earliest, latest),
  };
}

function periodDates(duty: Duty, performed: Duty, publication: Day | undefined): readonly StepDates[] {
  if (publication === undefined || performed === 'none') return [];
  return PERIODS.map(({ id, years, ground }) => ({
    step: id,
    ground,
    basis: duty === 'none' ? 'choice' : 'duty',
    latest: markedDay(endOfYears(publication, years)),
    conflict: false,
  }));
}

function plannedDay(plan: ProcedurePlan, step: OrderedStep): Day | undefined {
  return step === 'consultationStart' || step === 'publication' || step === 'building'
    ? plan[step]
    : undefined;
}

function markedDay(day: Day): MarkedDay {
  const closed = closedDay(day);
  return { day, ...(closed ? { closed } : {}), isComputed: isComputed(day) };
}

function includesDuty(duty: Duty, from: Duty): boolean {
  return DUTIES.indexOf(duty) >= DUTIES.indexOf(from);
}

function isAfter(day: Day | undefined, other: Day | undefined): boolean {
  return day !== undefined && other !== undefined && day > other;
}

interface Bound {
  readonly day: Day;
}

function latestOf(bounds: readonly Bound[]): Day | undefined {
  return bounds.length === 0 ? undefined : Math.max(...bounds.map(({ day }) => day));
}

function earliestOf(bounds: readonly Bound[]): Day | undefined {
  return bounds.length === 0 ? undefined : Math.min(...bounds.map(({ day }) => day));
}
