import { setValue, type Edit } from '../assessment/edit';
import type { Assessment, Value } from '../assessment/types';
import { itemWithRole, meaningOf, optionThatMeans } from '../forms/roles';
import type { Role } from '../forms/roleNames';
import type { Duty, Form, FormItem, OptionMeaning } from '../forms/types';
import { dutyOf, MANY_HANDLERS, type ThresholdFacts } from './threshold';

/** A finished しきい値判断, as it is written into a form. */
export interface ThresholdResult {
  readonly facts: ThresholdFacts;
  /** 実施する評価; at least the duty. */
  readonly performed: Duty;
  /** いつ時点の計数か, as written; absent: what the form has stays. */
  readonly peopleCounted?: string;
  readonly handlersCounted?: string;
  /** 基礎項目評価 ①実施日, as written; absent: what the form has stays. */
  readonly assessedOn?: string;
}

/** What an assessment answers about しきい値判断; what is blank, or no option of the form, is absent. */
export interface ThresholdAnswers {
  readonly people?: NumberClass;
  readonly peopleCounted?: string;
  readonly handlers?: NumberClass;
  readonly handlersCounted?: string;
  readonly incident?: boolean;
  /** 義務の結果 as written. */
  readonly duty?: Duty;
  readonly performed?: Duty;
  readonly assessedOn?: string;
}

export interface NumberClass {
  readonly atLeast: number;
  /** Undefined: no upper limit. */
  readonly below: number | undefined;
}

/** Items that しきい値判断 reads and writes. */
export const THRESHOLD_ROLES = [
  'thresholdPeople',
  'peopleAsOf',
  'handlers',
  'handlersAsOf',
  'thresholdIncident',
  'thresholdResult',
  'submitted',
  'topFull',
  'basicDate',
] as const satisfies readonly Role[];

export type ThresholdRole = (typeof THRESHOLD_ROLES)[number];

/** The edit and the roles whose item has no option for the result: 義務の結果 全項目 in 様式３. They stay as they are. */
export interface ThresholdEdit {
  /** Undefined where the form says all of it already. */
  readonly edit?: Edit;
  readonly withoutOption: readonly ThresholdRole[];
}

/**
 * Writes a result into the items that the form has for it: 様式２ Ⅱ, Ⅲ and the kinds of Ⅳ, or the 基礎項目評価 part of
 * 様式３ and 様式４. One edit, so that one step takes it back.
 */
export function writeThreshold(form: Form, assessment: Assessment, result: ThresholdResult): ThresholdEdit {
  const answers = answersFor(result);
  const outcomes = THRESHOLD_ROLES.flatMap((role) => {
    const item = itemWithRole(form, role);
    return item ? [{ role, item, outcome: outcomeOf(item, answers[role]) }] : [];
  });
  const edits = outcomes.flatMap(({ item, outcome }) => editOf(assessment, item, outcome));
  return {
    ...(edits.length === 0 ? {} : { edit: { kind: 'batch', edits } }),
    withoutOption: outcomes.flatMap(({ role, outcome }) => (outcome.kind === 'noOption' ? [role] : [])),
  };
}

/** What an item is to say: an option by what it means, a text, a tick. */
type Answer =
  | { readonly kind: 'option'; readonly fits: (meaning: OptionMeaning) => boolean }
  | { readonly kind: 'text'; readonly text: string | undefined }
  | { readonly kind: 'flag'; readonly isTicked: boolean };

function answersFor(result: ThresholdResult): Readonly<Record<ThresholdRole, Answer>> {
  const { people, handlers, incident } = result.facts;
  return {
    thresholdPeople: { kind: 'option', fits: holdsNumber(people) },
    peopleAsOf: { kind: 'text', text: result.peopleCounted },
    handlers: { kind: 'option', fits: holdsNumber(handlers) },
    handlersAsOf: { kind: 'text', text: result.handlersCounted },
    thresholdIncident: { kind: 'option', fits: (meaning) => 'yes' in meaning && meaning.yes === incident },
    thresholdResult: { kind: 'option', fits: meansDuty(dutyOf(result.facts)) },
    submitted: { kind: 'option', fits: meansDuty(result.performed) },
    topFull: { kind: 'flag', isTicked: result.performed === 'focused' || result.performed === 'full' },
    basicDate: { kind: 'text', text: result.assessedOn },
  };
}

const holdsNumber =
  (number: number) =>
  (meaning: OptionMeaning): boolean => {
    const range = classOf(meaning);
    return range !== undefined && range.atLeast <= number && number < (range.below ?? Infinity);
  };

const meansDuty =
  (duty: Duty) =>
  (meaning: OptionMeaning): boolean =>
    'duty' in meaning && meaning.duty === duty;

/** What becomes of an item; `value` undefined: blank. */
type Outcome =
  | { readonly kind: 'set'; readonly value: Value | undefined }
  | { readonly kind: 'keep' }
  | { readonly kind: 'noOption' };

function outcomeOf(item: FormItem, answer: Answer): Outcome {
  switch (answer.kind) {
    case 'option': {
      const option = optionThatMeans(item, answer.fits);
      return option ? { kind: 'set', value: option.label } : { kind: 'noOption' };
    }
    case 'text':
      return answer.text === undefined ? { kind: 'keep' } : { kind: 'set', value: answer.text };
    case 'flag':
      return { kind: 'set', value: answer.isTicked ? true : undefined };
  }
}

function editOf(assessment: Assessment, { id }: FormItem, outcome: Outcome): readonly Edit[] {
  if (outcome.kind !== 'set') return [];
  const { value } = outcome;
  const before = assessment.values[id];
  const isSame = before === value || (before === false && value === undefined);
  return isSame ? [] : [setValue(assessment, id, value)];
}

/** Last year's answers of any form, to begin this year's しきい値判断 with. */
export function thresholdAnswers(form: Form, assessment: Assessment): ThresholdAnswers {
  const value = (role: ThresholdRole) => assessment.values[itemWithRole(form, role)?.id ?? ''];
  const meaning = (role: ThresholdRole) => meaningOf(itemWithRole(form, role), value(role));
  const text = (role: ThresholdRole) => {
    const written = value(role);
    return typeof written === 'string' ? written : undefined;
  };
  return withoutBlanks({
    people: classOf(meaning('thresholdPeople')),
    peopleCounted: text('peopleAsOf'),
    handlers: classOf(meaning('handlers')),
    handlersCounted: text('handlersAsOf'),
    incident: answerOf(meaning('thresholdIncident')),
    duty: dutyIn(meaning('thresholdResult')),
    performed: dutyIn(meaning('submitted')),
    assessedOn: text('basicDate'),
  });
}

/**
 * 義務の結果 that follows from the classes that are answered; undefined while the open answers can still change it.
 * The classes of the form end where those of the table do, so that their least numbers represent them.
 */
export function dutyFromAnswers({ people, handlers, incident }: ThresholdAnswers): Duty | undefined {
  if (!people) return undefined;
  const counts = handlers ? [handlers.atLeast] : [0, MANY_HANDLERS];
  const incidents = incident === undefined ? [false, true] : [incident];
  const duties = counts.flatMap((count) =>
    incidents.map((incidentAnswer) =>
      dutyOf({ people: people.atLeast, handlers: count, incident: incidentAnswer }),
    ),
  );
  const [first] = duties;
  return duties.every((duty) => duty === first) ? first : undefined;
}

function classOf(meaning: OptionMeaning | undefined): NumberClass | undefined {
  if (!meaning || 'yes' in meaning || 'duty' in meaning || 'submitted' in meaning) return undefined;
  return { atLeast: meaning.atLeast ?? 0, below: meaning.below };
}

function answerOf(meaning: OptionMeaning | undefined): boolean | undefined {
  return meaning && 'yes' in meaning ? meaning.yes : undefined;
}

function dutyIn(meaning: OptionMeaning | undefined): Duty | undefined {
  return meaning && 'duty' in meaning ? meaning.duty : undefined;
}

type Optional<T> = { readonly [Key in keyof T]: T[Key] | undefined };

function withoutBlanks(answers: Optional<ThresholdAnswers>): ThresholdAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}
