import { setValue } from '../../assessment/edit';
import { isLocal } from '../agency';
import { answered, textBeside } from '../kinds/conditions';
import { blank, blankWhen, eachPlace } from '../kinds/answers';
import { dayOf, daysIncluding, dayText, periodDates, datesIn } from '../kinds/dates';
import { matchesIn, narrow, shortened } from '../textTools';
import type { Hit, Rule, Severity, Subject } from '../types';
import { isBlank, pathOf, placesOf, saysNothing, textAt, textOf } from '../view';

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
      if (isLocal(subject) !== true || !subject.begun.has('VI')) return [];
      const severity: Severity = isVoluntary(subject) ? 'warning' : 'error';
      return roles.flatMap((role) =>
        placesOf(subject, role)
          .filter(({ path }) => saysNothing(textAt(subject, path)))
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

const PHONE =
  /(?<![0-9-])0[0-9]{1,4}[-－‐–(（)）\s]{1,2}[0-9]{1,4}[-－‐–)）\s]{1,2}[0-9]{3,4}(?![0-9-])|(?<![0-9])0[0-9]{9,10}(?![0-9])/gu;

/** Digits of a Japanese telephone number: 10, or 11 for mobile and IP numbers. */
function isPhone(words: string): boolean {
  const digits = narrow(words).replace(/[^0-9]/g, '');
  return /^0[5789]0/.test(digits) ? digits.length === 11 : digits.length === 10;
}

function phonesOf(text: string) {
  return matchesIn(narrow(text), PHONE, text);
}

export const procedureRules: readonly Rule[] = [
  {
    id: 'disclose-articles',
    severity: 'notice',
    ground: 'appi',
    probe: {
      kind: 'items',
      reads: ['requestTo', 'requestHow', 'requestRemarks'],
      find: (subject) =>
        (['requestTo', 'requestHow'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path }) => {
            const text = narrow(textAt(subject, path));
            const asks = text.includes('訂正') && text.includes('利用停止');
            const access = /第?7[67]条/u.test(text);
            const rest = /第?9[0-9]条/u.test(text);
            return asks && access && !rest ? [{ path }] : [];
          }),
        ),
    },
  },
  {
    id: 'disclose-contact',
    severity: 'warning',
    ground: 'form',
    probe: {
      kind: 'items',
      reads: ['requestTo', 'contact'],
      find: (subject) =>
        (['requestTo', 'contact'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path, item }) => {
            const text = textAt(subject, path);
            const hasPhone = phonesOf(text).length > 0 || /内線|電話/u.test(text);
            const hasPlace = /〒|[0-9０-９一二三四五六七八九十]+(?:番|丁目|号|[-－‐−ー][0-9０-９])/u.test(
              text,
            );
            return !saysNothing(text) && !hasPhone && !hasPlace && !/と同じ|同上|に同じ/u.test(text)
              ? [{ path, params: { item: item.label } }]
              : [];
          }),
        ),
    },
  },
  {
    id: 'phone-form',
    severity: 'warning',
    ground: 'practice',
    probe: {
      kind: 'items',
      reads: ['requestTo', 'contact', 'requestHow'],
      find: (subject) =>
        (['requestTo', 'contact'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path }) =>
            phonesOf(textAt(subject, path))
              .filter(({ words }) => !isPhone(words))
              .map(({ words, from, to }) => ({ path, params: { value: words }, span: { from, to } })),
          ),
        ),
    },
  },
  {
    id: 'fee-contradict',
    severity: 'warning',
    ground: 'form',
    forms: ['form4'],
    probe: eachPlace(
      'feeText',
      (subject, { path, text }) => {
        const fee = textBeside(subject, path, 'fee');
        const isFree = /無料|手数料(?:は|の)?(?:徴収)?(?:しない|なし|不要)/u.test(text);
        const amount = /[0-9０-９]+円/u.test(text) && !/写し|コピー|複写|郵送|実費|交付に要する/u.test(text);
        if (fee === '無料' && amount) return [{ params: { fee, text: shortened(text) } }];
        return fee === '有料' && isFree && !/[0-9０-９]+円/u.test(text)
          ? [{ params: { fee, text: shortened(text) } }]
          : [];
      },
      'fee',
    ),
  },
  {
    id: 'filebook-name',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    aliases: ['required'],
    probe: {
      kind: 'items',
      reads: ['fileBook', 'fileBookName', 'fileBookPlace'],
      find: (subject) =>
        (['fileBookName', 'fileBookPlace'] as const).flatMap((role) => {
          const probe = blankWhen(role, 'nothing', answered('fileBook', '行っている'));
          return probe.kind === 'items' ? probe.find(subject) : [];
        }),
    },
  },
  {
    id: 'basic-date',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'basicDate',
      ({ begun, form }, { text }) =>
        saysNothing(text) && begun.has(form.id === 'form4' ? 'VI' : 'V') ? [{}] : [],
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
        return period && path && period.days < OPINION_DAYS && saysNothing(textOf(subject, 'opinionShort'))
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
          !saysNothing(text) &&
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
        return isBlank(text) && !saysNothing(opinions) && !NO_OPINION.test(opinions) ? [{}] : [];
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
  {
    id: 'f2-asof',
    severity: 'error',
    ground: 'guide',
    forms: ['form2'],
    probe: {
      kind: 'items',
      reads: ['peopleAsOf', 'handlersAsOf', 'publishDate'],
      find: (subject) => {
        const published = dayOf(textOf(subject, 'publishDate'));
        return (['peopleAsOf', 'handlersAsOf'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path, item }) => {
            const text = textAt(subject, path);
            const day = dayOf(text);
            const isMissing = isBlank(text) && subject.begun.has('II');
            const isLate = day !== undefined && published !== undefined && day > published;
            return isMissing || isLate ? [{ path, params: { item: item.label } }] : [];
          }),
        );
      },
    },
  },
  {
    id: 'f2-asof-old',
    severity: 'warning',
    ground: 'rule14',
    forms: ['form2'],
    probe: {
      kind: 'items',
      reads: ['peopleAsOf', 'handlersAsOf', 'publishDate'],
      find: (subject) => {
        const published = dayOf(textOf(subject, 'publishDate')) ?? subject.referenceDate;
        return (['peopleAsOf', 'handlersAsOf'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path }) => {
            const day = dayOf(textAt(subject, path));
            return day !== undefined && day + 10_000 < published
              ? [{ path, params: { value: textAt(subject, path).trim() } }]
              : [];
          }),
        );
      },
    },
  },
  {
    id: 'f2-asof-both',
    severity: 'notice',
    ground: 'guide',
    forms: ['form2'],
    probe: eachPlace(
      'handlersAsOf',
      (subject, { text }) => {
        const [a, b] = [dayOf(text), dayOf(textOf(subject, 'peopleAsOf'))];
        return a !== undefined && b !== undefined && a !== b
          ? [{ params: { people: dayText(b), handlers: dayText(a) } }]
          : [];
      },
      'peopleAsOf',
    ),
  },
  {
    id: 'date-unread',
    severity: 'warning',
    ground: 'practice',
    aliases: ['date'],
    probe: {
      kind: 'text',
      find: ({ path, text, item, zone }) => {
        if (item?.type !== 'date' || zone !== 'body') return [];
        const lines = text.split('\n').filter((line) => !saysNothing(line));
        const unread = lines.some(
          (line) => datesIn(line).length === 0 && dayOf(line) === undefined && !NO_DATE.test(line),
        );
        return unread ? [{ path, params: { value: shortened(text, 40) } }] : [];
      },
    },
  },
];

const NO_OPINION =
  /(?:意見|提出)(?:は|が)?(?:なし|なかった|ありません|無し|無かった|ない|なく|提出されなかった|寄せられなかった)|0件|０件|^[\s　]*(?:なし|－|-)[\s　]*$/u;
const NO_DATE = /未定|別紙|予定|以降|から|まで|頃|ごろ|同上|該当/u;
