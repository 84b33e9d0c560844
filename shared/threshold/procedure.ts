import data from '../../resources/rules/procedure.json';
import { endOfYears, type Day } from '../japanese/days';
import { closedDay, isComputed, type ClosedDay } from '../japanese/holidays';
import { DUTIES, type Duty } from './threshold';

/** 公示と意見聴取, 見直し, 第三者点検, 提出, 公表, システム構築の開始. */
export type ChainStep =
  | 'consultationStart'
  | 'consultationEnd'
  | 'review'
  | 'inspection'
  | 'submission'
  | 'publication'
  | 'building';

/** Also 1年ごとの見直し and 5年を経過する前の再実施. */
export type ProcedureStep = ChainStep | 'yearlyReview' | 'reassessment';

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

interface ChainLink {
  readonly id: ChainStep;
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

const CHAIN = data.steps as readonly ChainLink[];
const PERIODS = data.periods as readonly Period[];

/** 30 calendar days, both ends counted. */
export const CONSULTATION_DAYS = data.consultationDays;

/**
 * What the procedure asks after a しきい値判断, with dates counted forwards and backwards from the planned days.
 * `performed`: 実施する評価; steps that only the greater 任意 assessment has rest on the agency's choice. Without a
 * planned day the steps have no dates; the periods after 公表 are counted from a planned 公表日 only.
 */
export function procedureDates(duty: Duty, performed: Duty, plan: ProcedurePlan): readonly StepDates[] {
  const chain = CHAIN.filter(({ from }) => reaches(performed, from));
  const places = placesOf(chain, plan.consultationDays ?? CONSULTATION_DAYS);
  const steps = chain.map((link, at): StepDates => {
    const place = places[at] ?? 0;
    const bounds = chain.flatMap(({ id }, other) => {
      const planned = plannedDay(plan, id);
      return planned === undefined ? [] : [{ at: other, day: planned + place - (places[other] ?? 0) }];
    });
    return stepDates(link, duty, {
      planned: plannedDay(plan, link.id),
      earliest: greatest(bounds.filter((bound) => bound.at < at)),
      latest: least(bounds.filter((bound) => bound.at > at)),
    });
  });
  return [...steps, ...periodDates(duty, performed, plan.publication)];
}

/** The days from the first step to each, at least. */
function placesOf(chain: readonly ChainLink[], consultationDays: number): readonly number[] {
  let place = 0;
  return chain.map(({ gap }) => (place += gap === 'consultation' ? consultationDays - 1 : gap));
}

interface Bounds {
  readonly planned: Day | undefined;
  readonly earliest: Day | undefined;
  readonly latest: Day | undefined;
}

function stepDates({ id, from, ground }: ChainLink, duty: Duty, bounds: Bounds): StepDates {
  const { planned, earliest, latest } = bounds;
  return {
    step: id,
    ground,
    basis: reaches(duty, from) ? 'duty' : 'choice',
    ...(planned === undefined ? {} : { planned: marked(planned) }),
    ...(earliest === undefined ? {} : { earliest: marked(earliest) }),
    ...(latest === undefined ? {} : { latest: marked(latest) }),
    conflict: isAfter(earliest, planned ?? latest) || isAfter(planned ?? earliest, latest),
  };
}

function periodDates(duty: Duty, performed: Duty, publication: Day | undefined): readonly StepDates[] {
  if (publication === undefined || performed === 'none') return [];
  return PERIODS.map(({ id, years, ground }) => ({
    step: id,
    ground,
    basis: duty === 'none' ? 'choice' : 'duty',
    latest: marked(endOfYears(publication, years)),
    conflict: false,
  }));
}

function plannedDay(plan: ProcedurePlan, step: ChainStep): Day | undefined {
  return step === 'consultationStart' || step === 'publication' || step === 'building'
    ? plan[step]
    : undefined;
}

function marked(day: Day): MarkedDay {
  const closed = closedDay(day);
  return { day, ...(closed ? { closed } : {}), isComputed: isComputed(day) };
}

function reaches(duty: Duty, from: Duty): boolean {
  return DUTIES.indexOf(duty) >= DUTIES.indexOf(from);
}

function isAfter(day: Day | undefined, other: Day | undefined): boolean {
  return day !== undefined && other !== undefined && day > other;
}

interface Bound {
  readonly day: Day;
}

function greatest(bounds: readonly Bound[]): Day | undefined {
  return bounds.length === 0 ? undefined : Math.max(...bounds.map(({ day }) => day));
}

function least(bounds: readonly Bound[]): Day | undefined {
  return bounds.length === 0 ? undefined : Math.min(...bounds.map(({ day }) => day));
}
