import { applies, holds, siblingPath } from '../../assessment/conditions';
import { findItem, indexOf } from '../../forms/lookup';
import type { Condition, Form, FormItem } from '../../forms/types';
import { normaliseForComparison } from '../../japanese/normalise';
import { nameOf } from '../kinds/answers';
import { POSITIVE, risksOf } from '../risks';
import type { RiskQuestion } from '../risks';
import type { Hit, Leaf, Rule, Subject } from '../types';
import { isBlankValue, isBlankWording, sectionKeyOf, textAt, valueAt } from '../view';

export const BIG = ['form3', 'form4'] as const;

/** The places of each risk that applies, with its answer and the texts beside it. */
interface PlacedRisk {
  readonly question: RiskQuestion;
  readonly leaf: Leaf;
  readonly answer: string;
  readonly measures: readonly { readonly path: string; readonly text: string }[];
}

const risksOfSubject = new WeakMap<Subject, readonly PlacedRisk[]>();

/** Several rules read the risks of one state. */
function placedRisks(subject: Subject): readonly PlacedRisk[] {
  const known = risksOfSubject.get(subject) ?? placeRisks(subject);
  risksOfSubject.set(subject, known);
  return known;
}

function placeRisks(subject: Subject): readonly PlacedRisk[] {
  return risksOf(subject.form).flatMap((question) =>
    (subject.byItem.get(question.answer.id) ?? [])
      .filter(({ path }) => applies(subject.form, subject.assessment, path).holds !== 'no')
      .map((leaf) => ({
        question,
        leaf,
        answer: textAt(subject, leaf.path),
        measures: question.measures.map(({ id }) => {
          const path = siblingPath(leaf.path, id);
          return { path, text: textAt(subject, path) };
        }),
      })),
  );
}

/** Whether other choices of the same risk (事故発生時手順 …) are answered well, which bears the grade out. */
function otherAnswers(subject: Subject, leaf: Leaf, { headings }: RiskQuestion): boolean {
  return (headings.at(-1)?.children ?? []).some(({ id, type }) => {
    const isOther = type === 'choice' && id !== leaf.item.id;
    return isOther && POSITIVE.test(textAt(subject, siblingPath(leaf.path, id)));
  });
}

function riskName({ headings }: RiskQuestion): string {
  const risk = headings.at(-1);
  return risk ? nameOf(risk) : '';
}

function riskRule(find: (risk: PlacedRisk, subject: Subject) => readonly Hit[]): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['*'],
    find: (subject) => placedRisks(subject).flatMap((risk) => find(risk, subject)),
  };
}

const GOOD = ['特に力を入れている', '十分である'];

/** An item or group with a condition, and whether a flag or a choice decides it. */
interface Conditional {
  readonly part: FormItem;
  readonly condition: Extract<Condition, { item: string }>;
  readonly byFlag: boolean;
}

const conditionals = new WeakMap<Form, ReadonlyMap<string, readonly Conditional[]>>();

/** The conditions that apply to each item, outermost first; items without any are absent. */
function conditionsOf(form: Form): ReadonlyMap<string, readonly Conditional[]> {
  const known = conditionals.get(form) ?? readConditions(form);
  conditionals.set(form, known);
  return known;
}

function readConditions(form: Form): ReadonlyMap<string, readonly Conditional[]> {
  const all = indexOf(form).all.map(
    ({ item, parents }) => [item.id, [...parents, item].flatMap((part) => conditional(form, part))] as const,
  );
  return new Map(all.filter(([, conditions]) => conditions.length > 0));
}

function conditional(form: Form, part: FormItem): readonly Conditional[] {
  const { visible } = part;
  if (!visible || !('item' in visible)) return [];
  return [{ part, condition: visible, byFlag: findItem(form, visible.item)?.item.type === 'flag' }];
}

/** Parts that an answer makes not apply, and that are filled in all the same: one finding a part. */
function filledThoughNot(
  subject: Subject,
  byFlag: boolean,
  hit: (place: {
    readonly path: string;
    readonly part: FormItem;
    readonly question: FormItem | undefined;
  }) => Hit,
): readonly Hit[] {
  const parts = new Map<string, Hit>();
  for (const [id, conditions] of conditionsOf(subject.form)) {
    const own = conditions.filter((one) => one.byFlag === byFlag);
    for (const { path, item } of own.length === 0 ? [] : (subject.byItem.get(id) ?? [])) {
      if (item.fixed || isUnwritten(subject, path)) continue;
      const broken = own.find(({ condition }) => holds(subject.assessment, condition, path) === 'no');
      if (!broken) continue;
      const question = findItem(subject.form, broken.condition.item)?.item;
      const key = byFlag
        ? siblingPath(path, broken.condition.item)
        : path.slice(0, path.lastIndexOf(']') + 1) + broken.part.id;
      if (!parts.has(key)) parts.set(key, hit({ path, part: broken.part, question }));
    }
  }
  return [...parts.values()];
}

function isUnwritten(subject: Subject, path: string): boolean {
  const value = valueAt(subject, path);
  return typeof value === 'string'
    ? isBlankWording(value)
    : isBlankValue(value) || value === 0 || value === false;
}

/** Ⅳ８ and Ⅳ１１ of 様式２ have rules of their own. */
const MANUAL = /^IV\.(?:8|11)\./u;

/** Ⅲ: grades of risks and the measures that bear them out. */
export const risksRules: readonly Rule[] = [
  {
    id: 'risk-answer',
    severity: 'error',
    ground: 'form',
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) =>
        placedRisks(subject)
          .filter(
            ({ answer, leaf, question }) =>
              answer === '' && subject.begun.has(sectionKeyOf(leaf.path)) && !MANUAL.test(question.answer.id),
          )
          .map(({ leaf, question }) => ({ path: leaf.path, params: { risk: riskName(question) } })),
    },
  },
  {
    id: 'risk-text',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: riskRule(({ answer, measures, leaf, question }, subject) =>
      GOOD.includes(answer) &&
      measures.length > 0 &&
      measures.every(({ text }) => isBlankWording(text)) &&
      !otherAnswers(subject, leaf, question)
        ? [{ path: leaf.path, params: { answer, risk: riskName(question) } }]
        : [],
    ),
  },
  {
    id: 'risk-issue-plan',
    severity: 'warning',
    ground: 'guideline10',
    forms: BIG,
    probe: riskRule(({ answer, measures, leaf, question }) =>
      answer === '課題が残されている' &&
      !measures.some(({ text }) => /予定|改善|見直|検討|今後|対応する|導入する|計画/u.test(text))
        ? [{ path: leaf.path, params: { risk: riskName(question) } }]
        : [],
    ),
  },
  {
    id: 'risk-extra',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) => {
        const all = placedRisks(subject);
        return all.flatMap(({ answer, measures, leaf, question }) => {
          if (answer !== '特に力を入れている') return [];
          const own = normaliseForComparison(measures.map(({ text }) => text).join(''));
          const twin = all.find(
            (other) =>
              other.leaf.path !== leaf.path &&
              sectionKeyOf(other.leaf.path) === sectionKeyOf(leaf.path) &&
              normaliseForComparison(other.measures.map(({ text }) => text).join('')) === own,
          );
          return own.length >= 20 && twin
            ? [{ path: leaf.path, params: { risk: riskName(question), other: riskName(twin.question) } }]
            : [];
        });
      },
    },
  },
  {
    id: 'risk-none-filled',
    severity: 'error',
    ground: 'form',
    aliases: ['answeredThoughNot'],
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) =>
        filledThoughNot(subject, true, ({ path, part, question }) => ({
          path,
          params: { flag: question?.label ?? '', part: nameOf(part) },
        })),
    },
  },
  {
    id: 'part-not-applicable',
    severity: 'warning',
    ground: 'form',
    aliases: ['answeredThoughNot'],
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) =>
        filledThoughNot(subject, false, ({ path, part, question }) => ({
          path,
          params: { question: question ? nameOf(question) : '', part: nameOf(part) },
        })),
    },
  },
];
