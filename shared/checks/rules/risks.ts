import { applies, holds, siblingPath } from '../../assessment/conditions';
import { setValue } from '../../assessment/edit';
import { findItem, indexOf } from '../../forms/lookup';
import type { Condition, Form, FormItem } from '../../forms/types';
import { bare } from '../../japanese/normalise';
import { isLocal } from '../agency';
import { answered, textBeside } from '../kinds/conditions';
import { blankWhen, eachPlace, nameOf, setTo } from '../kinds/answers';
import { dayOf, dayText, datesIn, yearsLater } from '../kinds/dates';
import { howsOf, NEGATIVE, POSITIVE, risksOf, type RiskQuestion } from '../risks';
import type { Hit, Leaf, Rule, Subject } from '../types';
import { isBlank, isBlankValue, placesOf, saysNothing, sectionKeyOf, textAt, textOf, valueAt } from '../view';
import { itemOf } from '../roles';
import { blank } from '../kinds/answers';

const BIG = ['form3', 'form4'] as const;

/** The places of each risk that applies, with its answer and the texts beside it. */
interface PlacedRisk {
  readonly question: RiskQuestion;
  readonly leaf: Leaf;
  readonly answer: string;
  readonly measures: readonly { readonly path: string; readonly text: string }[];
}

const risksOfSubject = new WeakMap<Subject, readonly PlacedRisk[]>();

/** Several rules look at the risks of one state. */
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

/** 「行っている」 and a blank text below it, unless a rule of its own speaks of that text. */
function howBlank(subject: Subject): readonly Hit[] {
  const own = new Set(OWN_HOW.flatMap((role) => itemOf(subject.form, role) ?? []));
  return howsOf(subject.form).flatMap(({ answer, how }) =>
    own.has(how.id)
      ? []
      : (subject.byItem.get(how.id) ?? []).flatMap(({ path }): readonly Hit[] => {
          const chosen = textAt(subject, siblingPath(path, answer.id));
          if (!POSITIVE.test(chosen) || !isBlank(textAt(subject, path)) || isCover(how.id)) return [];
          if (applies(subject.form, subject.assessment, path).holds === 'no') return [];
          return [{ path, params: { answer: chosen, item: nameOf(how), question: nameOf(answer) } }];
        }),
  );
}

/** Texts below a choice that their own rules speak of. */
const OWN_HOW = [
  'resubAssuranceHow',
  'educationHow',
  'selfCheckHow',
  'auditContent',
  'fileBookName',
  'fileBookPlace',
  'deadNumbersHow',
  'feeText',
] as const;

function isCover(id: string): boolean {
  return id.startsWith('cover.') || id.startsWith('II.');
}

/** An item or group with a condition, and whether a flag or a choice decides it. */
interface Conditional {
  readonly part: FormItem;
  readonly condition: Extract<Condition, { item: string }>;
  readonly byFlag: boolean;
}

const conditionals = new WeakMap<Form, ReadonlyMap<string, readonly Conditional[]>>();

/** The conditions that each item stands under, outermost first; items without any are absent. */
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
    ? saysNothing(value)
    : isBlankValue(value) || value === 0 || value === false;
}

/** One accident of the text: from its heading (ケース１, ①, （１）) to the next. */
interface Accident {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly latest: number | undefined;
  readonly number: number | undefined;
}

const CASE_HEADING =
  /^[\s　]*[＜<【（(]?(?:ケース|事案|事故|事例)[\s　]*(?<number>[0-9０-９]{1,2}|[①-⑳])[＞>】）)]?/gmu;

export function accidentsIn(text: string): readonly Accident[] {
  const heads = [...text.matchAll(CASE_HEADING)];
  const starts = heads.length === 0 ? [0] : heads.map(({ index }) => index);
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? text.length;
    const words = text.slice(from, to);
    const days = datesIn(words).map(({ day }) => day);
    const number = heads[at]?.groups?.number?.normalize('NFKC');
    return {
      text: words,
      from,
      to,
      latest: days.length === 0 ? undefined : Math.max(...days),
      number: number === undefined ? undefined : Number(number),
    };
  });
}

/** The day that 過去３年 is counted back from. */
function countedFrom(subject: Subject): number {
  return dayOf(textOf(subject, 'publishDate')) ?? subject.referenceDate;
}

function accidentHits(
  judge: (accident: Accident, subject: Subject, all: readonly Accident[]) => Hit['params'] | undefined,
): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['accident', 'accidentDetail', 'publishDate'],
    find: (subject) =>
      placesOf(subject, 'accidentDetail').flatMap(({ path }): readonly Hit[] => {
        const text = textAt(subject, path);
        if (saysNothing(text) || textBeside(subject, path, 'accident') !== '発生あり') return [];
        const all = accidentsIn(text);
        return all.flatMap((accident): readonly Hit[] => {
          const params = judge(accident, subject, all);
          return params ? [{ path, params, span: { from: accident.from, to: accident.to } }] : [];
        });
      }),
  };
}

export const riskRules: readonly Rule[] = [
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
      measures.every(({ text }) => saysNothing(text)) &&
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
          const own = bare(measures.map(({ text }) => text).join(''));
          const twin = all.find(
            (other) =>
              other.leaf.path !== leaf.path &&
              sectionKeyOf(other.leaf.path) === sectionKeyOf(leaf.path) &&
              bare(other.measures.map(({ text }) => text).join('')) === own,
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
  {
    id: 'how-needed',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['required'],
    probe: { kind: 'items', reads: ['*'], find: howBlank },
  },
  {
    id: 'how-not',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) =>
        howsOf(subject.form).flatMap(({ answer, how }) =>
          (subject.byItem.get(how.id) ?? []).flatMap(({ path }) => {
            const chosen = textAt(subject, siblingPath(path, answer.id));
            const text = textAt(subject, path);
            return NEGATIVE.test(chosen) &&
              !saysNothing(text) &&
              !/しない|していない|行わない|今後|予定|検討|ため/u.test(text)
              ? [{ path, params: { answer: chosen, item: nameOf(how) } }]
              : [];
          }),
        ),
    },
  },
  {
    id: 'log-period',
    severity: 'notice',
    ground: 'inspection',
    forms: ['form4'],
    probe: eachPlace(
      'useLogHow',
      (subject, { path, text }) =>
        textBeside(subject, path, 'useLog') === '記録を残している' &&
        !saysNothing(text) &&
        !/[0-9０-９一二三四五六七八九十]+(?:年|か月|カ月|ヶ月|箇月|日)(?:間|以上|保|分)?|保存期間|保管期間/u.test(
          text,
        )
          ? [{}]
          : [],
      'useLog',
    ),
  },
  { id: 'audit-some', severity: 'error', ground: 'form', forms: ['form3', 'form2'], probe: blank('audit') },
  {
    id: 'audit-text',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    probe: howWithOwnRule('selfCheckHow', 'auditContent'),
  },
  { id: 'edu-how', severity: 'error', ground: 'form', forms: BIG, probe: howWithOwnRule('educationHow') },
  {
    id: 'edu-frequency',
    severity: 'notice',
    ground: 'example',
    forms: BIG,
    probe: eachPlace('educationHow', (_, { text }) =>
      saysNothing(text) || /年|回|採用|異動|随時|定期|着任|毎|月/u.test(text) ? [] : [{}],
    ),
  },
  {
    id: 'nisc-local',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    probe: eachPlace(
      'governmentStandard',
      (subject, { text }) =>
        text !== '' && text !== '政府機関ではない' && isLocal(subject) === true
          ? [{ params: { value: text } }]
          : [],
      'agency',
    ),
    fix: setTo('政府機関ではない'),
  },
  {
    id: 'accident-detail',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['required'],
    probe: {
      kind: 'items',
      reads: ['accident', 'accidentDetail', 'accidentPrevention'],
      find: (subject) =>
        (['accidentDetail', 'accidentPrevention'] as const).flatMap((role) => {
          const probe = blankWhen(role, 'nothing', answered('accident', '発生あり'));
          return probe.kind === 'items' ? probe.find(subject) : [];
        }),
    },
  },
  {
    id: 'accident-none-text',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['accident'],
    probe: {
      kind: 'items',
      reads: ['accident', 'accidentDetail', 'accidentPrevention'],
      find: (subject) =>
        (['accidentDetail', 'accidentPrevention'] as const).flatMap((role) =>
          placesOf(subject, role)
            .filter(
              ({ path }) =>
                textBeside(subject, path, 'accident') === '発生なし' && !saysNothing(textAt(subject, path)),
            )
            .map(({ path, item }) => ({ path, params: { item: nameOf(item) } })),
        ),
    },
  },
  {
    id: 'accident-old',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: accidentHits(({ latest }, subject) =>
      latest !== undefined && yearsLater(latest, 3) + (latest % 100 === 0 ? 100 : 0) < countedFrom(subject)
        ? { date: dayText(latest), until: dayText(countedFrom(subject)) }
        : undefined,
    ),
  },
  {
    id: 'accident-soon-old',
    severity: 'notice',
    ground: 'form',
    forms: BIG,
    probe: accidentHits(({ latest }, subject) => {
      if (latest === undefined || latest % 100 === 0) return undefined;
      const ends = yearsLater(latest, 3);
      const from = Math.max(countedFrom(subject), 0);
      return ends >= from && ends < yearsLater(from, 1) ? { date: dayText(ends) } : undefined;
    }),
  },
  {
    id: 'accident-numbering',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: accidentHits(({ number, from }, _, all) => {
      const at = all.findIndex((accident) => accident.from === from);
      return number === undefined ||
        number === at + 1 ||
        all.slice(0, at).some((one, before) => one.number !== before + 1)
        ? undefined
        : { number, right: at + 1 };
    }),
    fix: (subject, { path }) => {
      const text = textAt(subject, path);
      let next = 0;
      const renumbered = text.replace(CASE_HEADING, (words, number: string) => {
        next += 1;
        return words.replace(number, numberLike(number, next));
      });
      return setValue(subject.assessment, path, renumbered);
    },
  },
  {
    id: 'dead-number',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    aliases: ['required'],
    probe: blankWhen('deadNumbersHow', 'nothing', answered('deadNumbers', '保管している')),
  },
];

/** Ⅳ８ and Ⅳ１１ of 様式２ have rules of their own. */
const MANUAL = /^IV\.(?:8|11)\./u;

function howWithOwnRule(
  ...roles: readonly ('selfCheckHow' | 'auditContent' | 'educationHow')[]
): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['education', 'IV.1', ...roles],
    find: (subject) =>
      roles.flatMap((role) =>
        placesOf(subject, role).flatMap(({ path, item }) => {
          const question = howsOf(subject.form).find(({ how }) => how.id === item.id)?.answer;
          const chosen = question ? textAt(subject, siblingPath(path, question.id)) : '';
          return POSITIVE.test(chosen) && saysNothing(textAt(subject, path))
            ? [{ path, params: { answer: chosen, item: nameOf(item) } }]
            : [];
        }),
      ),
  };
}

function numberLike(sample: string, number: number): string {
  if (/[①-⑳]/u.test(sample)) return String.fromCodePoint(0x2460 + number - 1);
  return /[０-９]/u.test(sample)
    ? String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : String(number);
}
