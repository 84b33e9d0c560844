import { create } from 'zustand';
import type { CountPart, ThresholdPlan, ThresholdRecord } from '../../shared/assessment/thresholdRecord';
import type { Assessment } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { dayOfDate, isoOf, type Day } from '../../shared/japanese/days';
import { parseDate, toWareki } from '../../shared/japanese/wareki';
import { thresholdAnswers } from '../../shared/threshold/items';
import type { ProcedurePlan } from '../../shared/threshold/procedure';
import { DUTIES, type Duty, type ThresholdFacts } from '../../shared/threshold/threshold';

/** A number that is being counted: parts with names, or the total alone. As typed. */
export interface CountDraft {
  readonly parts: readonly { readonly name: string; readonly count: string }[];
  readonly countedOn: string;
}

/** しきい値判断 as it is being answered, as typed. */
export interface ThresholdDraft {
  readonly people: CountDraft;
  readonly handlers: CountDraft;
  readonly incident?: boolean | undefined;
  /** 実施する評価; the duty or what the office's rule says where absent. */
  readonly performed?: Duty | undefined;
  readonly assessedOn: string;
  readonly consultationStart: string;
  readonly publication: string;
  readonly building: string;
  readonly consultationDays: string;
}

const EMPTY: ThresholdDraft = {
  people: { parts: [{ name: '', count: '' }], countedOn: '' },
  handlers: { parts: [{ name: '', count: '' }], countedOn: '' },
  assessedOn: '',
  consultationStart: '',
  publication: '',
  building: '',
  consultationDays: '30',
};

export const useThresholdDraft = create<ThresholdDraft>(() => EMPTY);

export function answer(patch: Partial<ThresholdDraft>): void {
  useThresholdDraft.setState(patch);
}

/** The session the answers belong to; what is typed stays while the person looks elsewhere. */
let begunFor: string | undefined;

/** For an assessment that is still to be made. */
export function beginEmpty(): void {
  if (begunFor === '') return;
  begunFor = '';
  useThresholdDraft.setState(EMPTY, true);
}

/** Begins with the answers of last time: the record that was kept last, else what the form says. */
export function beginWith(
  session: string,
  assessment: Assessment,
  record: ThresholdRecord | undefined,
): void {
  if (begunFor === session) return;
  begunFor = session;
  useThresholdDraft.setState(record ? draftOfRecord(record) : draftOfForm(assessment), true);
}

function draftOfRecord(record: ThresholdRecord): ThresholdDraft {
  const { plan = {} } = record;
  const written = (day: string | undefined) => {
    const date = day === undefined ? undefined : parseDate(day);
    return date ? toWareki(date) : '';
  };
  return {
    ...EMPTY,
    people: countDraft(record.peopleParts, record.people, record.peopleCounted),
    handlers: countDraft(record.handlersParts, record.handlers, record.handlersCounted),
    incident: record.incident,
    performed: record.performed,
    assessedOn: record.assessedOn ?? '',
    consultationStart: written(plan.consultationStart),
    publication: written(plan.publication),
    building: written(plan.building),
    consultationDays: String(plan.consultationDays ?? 30),
  };
}

function countDraft(parts: readonly CountPart[], total: number, countedOn = ''): CountDraft {
  const known = parts.length > 0 ? parts : [{ name: '', count: total }];
  return { parts: known.map(({ name, count }) => ({ name, count: String(count) })), countedOn };
}

/** The form holds classes, no numbers: the numbers are counted anew. */
function draftOfForm(assessment: Assessment): ThresholdDraft {
  const answers = thresholdAnswers(formOf(assessment.form, assessment.edition), assessment);
  return {
    ...EMPTY,
    people: { ...EMPTY.people, countedOn: answers.peopleCounted ?? '' },
    handlers: { ...EMPTY.handlers, countedOn: answers.handlersCounted ?? '' },
    incident: answers.incident,
    performed: answers.performed,
    assessedOn: answers.assessedOn ?? '',
  };
}

/** 98,800 or ９８８００ as a number; undefined for anything else. */
export function readCount(text: string): number | undefined {
  const digits = text.normalize('NFKC').replace(/[,\s人]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** The total; undefined while a part that was begun is no number, or nothing is counted. */
export function totalOf({ parts }: CountDraft): number | undefined {
  const begun = parts.filter(({ name, count }) => name.trim() !== '' || count.trim() !== '');
  const counts = begun.map(({ count }) => readCount(count));
  if (counts.length === 0 || counts.includes(undefined)) return undefined;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Undefined while a question is open. */
export function factsOf({ people, handlers, incident }: ThresholdDraft): ThresholdFacts | undefined {
  const [counted, handling] = [totalOf(people), totalOf(handlers)];
  if (counted === undefined || handling === undefined || incident === undefined) return undefined;
  return { people: counted, handlers: handling, incident };
}

export function planOf(draft: ThresholdDraft): ProcedurePlan {
  const days = {
    consultationStart: dayIn(draft.consultationStart),
    publication: dayIn(draft.publication),
    building: dayIn(draft.building),
    consultationDays: readCount(draft.consultationDays),
  };
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined && day !== 0));
}

export function dayIn(text: string): Day | undefined {
  const date = parseDate(text);
  return date && dayOfDate(date);
}

/** The assessments that may be made: the duty, or more. */
export function offeredDuties(duty: Duty): readonly Duty[] {
  return DUTIES.slice(DUTIES.indexOf(duty));
}

/** What is kept with the document. */
export function recordOf(
  draft: ThresholdDraft,
  facts: ThresholdFacts,
  duty: Duty,
  performed: Duty,
): Omit<ThresholdRecord, 'id' | 'author' | 'at'> {
  const plan = isoPlan(draft);
  const written = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const texts = {
    peopleCounted: written(draft.people.countedOn),
    handlersCounted: written(draft.handlers.countedOn),
    assessedOn: written(draft.assessedOn),
  };
  return {
    people: facts.people,
    peopleParts: partsOf(draft.people),
    handlers: facts.handlers,
    handlersParts: partsOf(draft.handlers),
    incident: facts.incident,
    duty,
    performed,
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    ...(plan ? { plan } : {}),
  };
}

function partsOf({ parts }: CountDraft): readonly CountPart[] {
  const named = parts.flatMap(({ name, count }) => {
    const read = readCount(count);
    return read === undefined ? [] : [{ name: name.trim(), count: read }];
  });
  return named.length === 1 && named[0]?.name === '' ? [] : named;
}

function isoPlan(draft: ThresholdDraft): ThresholdPlan | undefined {
  const { consultationDays, ...days } = planOf(draft);
  const iso = Object.fromEntries(Object.entries(days).map(([key, day]) => [key, isoOf(day)]));
  return Object.keys(iso).length === 0
    ? undefined
    : { ...iso, ...(consultationDays === undefined ? {} : { consultationDays }) };
}
