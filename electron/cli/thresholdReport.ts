import { distancesOf } from '../../shared/threshold/distance';
import {
  procedureDates,
  type MarkedDay,
  type ProcedurePlan,
  type StepDates,
} from '../../shared/threshold/procedure';
import { reasonsOf } from '../../shared/threshold/reasons';
import { closedSentence, distanceSentence, reasonSentence } from '../../shared/threshold/sentences';
import { dutyOf, formsOf, type Duty, type ThresholdFacts } from '../../shared/threshold/threshold';
import { dateOfDay, isoOf, weekdayOf } from '../../shared/japanese/days';
import { PROCLAIMED_THROUGH } from '../../shared/japanese/holidays';
import { toWareki } from '../../shared/japanese/wareki';
import { thresholdText, type Language } from '../locale';

/** Everything that is said about a しきい値判断. `performed`: absent where only the duty is asked for. */
export interface ThresholdRequest {
  readonly facts: ThresholdFacts;
  readonly performed?: Duty;
  readonly plan: ProcedurePlan;
}

/** The value that `threshold --json` prints; the shape is described in docs/JSON.md. */
export function thresholdJson({ facts, performed, plan }: ThresholdRequest, language: Language) {
  const duty = dutyOf(facts);
  return {
    ...facts,
    duty,
    forms: formsOf[duty],
    ...(performed === undefined ? {} : { performed }),
    reasons: reasonsOf(facts).map((reason) => ({
      ...reason,
      text: textOf(language, reasonSentence(reason)),
    })),
    distance: distancesOf(facts).map((one) => ({ ...one, text: textOf(language, distanceSentence(one)) })),
    dates: procedureDates(duty, performed ?? duty, plan).map((dates) => datesJson(dates, language)),
  };
}

/** The same in sentences, one a line. */
export function thresholdLines(
  { facts, performed, plan }: ThresholdRequest,
  language: Language,
): readonly string[] {
  const duty = dutyOf(facts);
  const dates = procedureDates(duty, performed ?? duty, plan);
  return [
    ...reasonsOf(facts).map((reason) => textOf(language, reasonSentence(reason))),
    ...(performed === undefined ? [] : [thresholdText(language, 'performed', { duty: performed })]),
    ...distancesOf(facts).map((distance) => textOf(language, distanceSentence(distance))),
    ...dates.map((one) => dateLine(one, language)),
    ...(dates.some(hasCalculatedDates)
      ? [thresholdText(language, 'date.reckoned', { year: String(PROCLAIMED_THROUGH) })]
      : []),
  ];
}

function textOf(language: Language, { key, params }: ReturnType<typeof reasonSentence>): string {
  return thresholdText(language, key, params);
}

function hasCalculatedDates(dates: StepDates): boolean {
  return BOUNDS.some((bound) => dates[bound]?.isComputed === true);
}

const BOUNDS = ['planned', 'earliest', 'latest'] as const;

function datesJson(dates: StepDates, language: Language) {
  const bounds = BOUNDS.flatMap((bound) => {
    const day = dates[bound];
    return day ? [[bound, dayJson(day)] as const] : [];
  });
  return {
    step: dates.step,
    text: thresholdText(language, `step.${dates.step}`),
    ground: dates.ground,
    basis: dates.basis,
    ...Object.fromEntries(bounds),
    ...(dates.conflict ? { conflict: true } : {}),
  };
}

function dayJson({ day, closed, isComputed }: MarkedDay) {
  return { date: isoOf(day), ...(closed ? { closed } : {}), ...(isComputed ? { reckoned: true } : {}) };
}

function dateLine(dates: StepDates, language: Language): string {
  const bounds = BOUNDS.flatMap((bound) => {
    const day = dates[bound];
    return day ? [thresholdText(language, `date.${bound}`, { date: dayText(day, language) })] : [];
  });
  const notes = [
    ...(dates.basis === 'choice' ? [thresholdText(language, 'date.choice')] : []),
    ...bounds,
    ...(dates.conflict ? [thresholdText(language, 'date.conflict')] : []),
  ];
  const step = thresholdText(language, `step.${dates.step}`);
  return notes.length === 0 ? step : `${step}: ${notes.join(SEPARATORS[language])}`;
}

const SEPARATORS: Readonly<Record<Language, string>> = { ja: '、', en: ', ' };

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** Behind a date whose holidays are only reckoned; the last line says what it means. */
const CALCULATED_MARK: Readonly<Record<Language, string>> = { ja: '※', en: '*' };

/** 令和9年3月22日（月・祝日: 振替休日）※ */
function dayText({ day, closed, isComputed }: MarkedDay, language: Language): string {
  const holiday = closed && 'name' in closed ? closedSentence(closed) : undefined;
  const notes = [
    WEEKDAYS[language][weekdayOf(day)] ?? '',
    ...(holiday ? [thresholdText(language, holiday.key, holiday.params)] : []),
  ];
  const mark = isComputed ? CALCULATED_MARK[language] : '';
  return language === 'ja'
    ? `${toWareki(dateOfDay(day))}（${notes.join('・')}）${mark}`
    : `${isoOf(day)} (${notes.join(', ')})${mark}`;
}
