import { setValue } from '../../assessment/edit';
import { isLocal } from '../agency';
import { blank, eachPlace } from '../kinds/answers';
import { dayOf, dayText, daysIncluding, periodDates } from '../kinds/dates';
import { shortened } from '../textTools';
import type { Hit, Rule, Severity, Subject } from '../types';
import { isBegun, isBlank, pathOf, placesOf, isBlankWording, textAt, textOf } from '../view';

const BIG = ['form3', 'form4'] as const;

/** Whether 全項目評価 is done without a duty to: what is a duty then becomes advice. */
function isVoluntary(subject: Subject): boolean {
  return textOf(subject, 'basicResult').includes('任意');
}

/** An answer that the law asks of a 地方公共団体 for 全項目評価. */
function requiredByLaw(
  ...roles: readonly ('opinionHow' | 'opinionPeriod' | 'thirdDate' | 'thirdHow' | 'thirdResult')[]
): Rule['probe'] {
  return {
    kind: 'items',
    reads: [...roles, 'agency', 'basicResult'],
    find: (subject) => {
      if (isLocal(subject) !== true || !isBegun(subject, 'procedureSection')) return [];
      const severity: Severity = isVoluntary(subject) ? 'warning' : 'error';
      return roles.flatMap((role) =>
        placesOf(subject, role)
          .filter(({ path }) => isBlankWording(textAt(subject, path)))
          .map(({ path, item }): Hit => ({ path, severity, params: { item: item.label } })),
      );
    },
  };
}

/** The first and the last day of a period, with both of them counted. */
function opinionPeriod(
  subject: Subject,
): { readonly first: number; readonly last: number; readonly days: number } | undefined {
  const days = periodDates(textOf(subject, 'opinionPeriod'));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length < 2 || last < first) return undefined;
  return { first, last, days: daysIncluding(first, last) };
}

/** The shortest period of 意見聴取, in days; rule: 指針 and 規則 7条1項. */
const OPINION_DAYS = 30;

const NO_OPINION =
  /(?:意見|提出)(?:は|が)?(?:なし|なかった|ありません|無し|無かった|ない|なく|提出されなかった|寄せられなかった)|0件|０件|^[\s　]*(?:なし|－|-)[\s　]*$/u;

/** Steps of the procedure and their order. */
export const procedureRules: readonly Rule[] = [
  {
    id: 'basic-date',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'basicDate',
      (subject, { text }) => (isBlankWording(text) && isBegun(subject, 'procedureSection') ? [{}] : []),
      'basicResult',
    ),
    fix: (subject, { path }) => {
      const date = subject.partner && textOf(subject.partner, 'publishDate');
      return date ? setValue(subject.assessment, path, date) : undefined;
    },
  },
  {
    id: 'basic-date-order',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['publishedBefore'],
    probe: eachPlace(
      'basicDate',
      (subject, { text }) => {
        const [done, published] = [dayOf(text), dayOf(textOf(subject, 'publishDate'))];
        return done !== undefined && published !== undefined && done > published
          ? [{ params: { done: text.trim(), published: textOf(subject, 'publishDate').trim() } }]
          : [];
      },
      'publishDate',
    ),
  },
  { id: 'need-basic-result', severity: 'error', ground: 'form', forms: BIG, probe: blank('basicResult') },
  {
    id: 'opinion-30',
    severity: 'error',
    ground: 'rule7',
    forms: ['form4'],
    probe: {
      kind: 'items',
      reads: ['opinionPeriod', 'opinionShort'],
      find: (subject) => {
        const period = opinionPeriod(subject);
        const path = pathOf(subject, 'opinionPeriod');
        return period && path && period.days < OPINION_DAYS && isBlankWording(textOf(subject, 'opinionShort'))
          ? [{ path, params: { days: period.days } }]
          : [];
      },
    },
  },
  {
    id: 'opinion-30-text',
    severity: 'notice',
    ground: 'form',
    forms: ['form4'],
    probe: {
      kind: 'items',
      reads: ['opinionPeriod', 'opinionShort'],
      find: (subject) => {
        const period = opinionPeriod(subject);
        const path = pathOf(subject, 'opinionShort');
        const text = textOf(subject, 'opinionShort');
        return period &&
          path &&
          period.days >= OPINION_DAYS &&
          !isBlankWording(text) &&
          !/短縮(?:して)?(?:いない|しない|なし)/u.test(text)
          ? [{ path, params: { days: period.days } }]
          : [];
      },
    },
  },
  {
    id: 'opinion-required',
    severity: 'error',
    ground: 'rule7',
    forms: ['form4'],
    probe: requiredByLaw('opinionHow', 'opinionPeriod'),
  },
  {
    id: 'opinion-none',
    severity: 'notice',
    ground: 'form',
    forms: ['form3'],
    probe: eachPlace('opinionHow', (_, { text }) =>
      /実施(?:して|しま)?(?:いない|しない|せず|していません)|行(?:っていない|わない)|未実施/u.test(text) &&
      !text.includes('任意')
        ? [{ params: { value: shortened(text) } }]
        : [],
    ),
  },
  {
    id: 'third-required',
    severity: 'error',
    ground: 'rule7',
    forms: ['form4'],
    probe: requiredByLaw('thirdDate', 'thirdHow', 'thirdResult'),
  },
  {
    id: 'third-after-opinion',
    severity: 'error',
    ground: 'rule7',
    forms: ['form4'],
    probe: eachPlace(
      'thirdDate',
      (subject, { text }) => {
        const period = opinionPeriod(subject);
        const days = periodDates(text);
        if (!period || days.length === 0 || Math.min(...days) > period.last) return [];
        const severity: Severity = Math.max(...days) < period.last ? 'error' : 'warning';
        return [{ severity, params: { last: dayText(period.last) } }];
      },
      'opinionPeriod',
    ),
  },
  {
    id: 'publish-after-third',
    severity: 'error',
    ground: 'rule7',
    forms: BIG,
    probe: eachPlace(
      'thirdDate',
      (subject, { text }) => {
        const published = dayOf(textOf(subject, 'publishDate'));
        const last = Math.max(...periodDates(text));
        return published !== undefined && Number.isFinite(last) && published < last
          ? [{ params: { last: dayText(last) } }]
          : [];
      },
      'publishDate',
    ),
  },
  {
    id: 'opinion-reflect',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    probe: eachPlace(
      'opinionsReflected',
      (subject, { text }) => {
        const opinions = textOf(subject, 'opinions');
        return isBlank(text) && !isBlankWording(opinions) && !NO_OPINION.test(opinions) ? [{}] : [];
      },
      'opinions',
    ),
  },
  {
    id: 'opinion-none-reflect',
    severity: 'warning',
    ground: 'form',
    forms: ['form4'],
    probe: eachPlace(
      'opinionsReflected',
      (subject, { text }) =>
        NO_OPINION.test(textOf(subject, 'opinions')) &&
        /反映(?:した|しました|する)|修正(?:した|しました)|追記/u.test(text)
          ? [{ params: { value: shortened(text) } }]
          : [],
      'opinions',
    ),
  },
];
