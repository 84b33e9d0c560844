import type { Rule, Hit, Subject, TextUnit } from '../types';
import { parseDate, toWareki } from '../../japanese/wareki';
import { datesIn } from '../kinds/dates';
import { mixture, patternInText, rewriteLikeOthers, spanOf, type Spelling } from '../kinds/text';
import { matchesIn } from '../textTools';
import { narrow } from '../../japanese/normalise';

const ERA_DATE =
  /(?<era>平成|令和|昭和)(?<year>元|[0-9]{1,3})年(?:度|(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})日)?)?/gu;

/** A date that no calendar has; `instead` is what is meant where that is certain. */
function impossibleDate(words: string): { readonly instead?: string } | undefined {
  const groups = new RegExp(ERA_DATE.source, 'u').exec(narrow(words))?.groups;
  if (!groups) return undefined;
  const year = groups.year === '元' ? 1 : Number(groups.year);
  const [month, day] = [Number(groups.month ?? 1), Number(groups.day ?? 1)];
  if (groups.month !== undefined && (month < 1 || month > 12)) return {};
  if (groups.day !== undefined && parseDate(words) === undefined) return {};
  if (groups.era === '平成' && groups.month === undefined)
    return year >= 32 ? { instead: yearText(year - 30, words.includes('年度')) } : undefined;
  if (groups.era === '平成' && (year > 31 || (year === 31 && month >= 5))) return renewed(words);
  if (groups.era === '令和' && year === 1 && groups.month !== undefined && month < 5) return renewed(words);
  if (groups.era === '令和' && year === 0) return {};
  if (groups.era === '昭和' && (year > 64 || (year === 64 && (month > 1 || day > 7)))) return renewed(words);
  return undefined;
}

function renewed(words: string): { readonly instead?: string } {
  const date = parseDate(words);
  return date ? { instead: toWareki(date) } : {};
}

function yearText(year: number, isFiscal: boolean): string {
  return `令和${year === 1 ? '元' : String(year)}年${isFiscal ? '度' : ''}`;
}

/** A year, month or day of a plan that has passed. */
function pastPlans(unit: TextUnit, subject: Subject): readonly Hit[] {
  if (unit.zone === 'row' || unit.item?.type === 'date') return [];
  return datesIn(unit.text).flatMap(({ from, to, day, words }): readonly Hit[] => {
    const behind = unit.text.slice(to, to + 8);
    const isPlan = /^(?:から|に|頃|以降|中)?[^。、\n]{0,4}予定/u.test(behind);
    return isPlan && day + 10_000 < subject.referenceDate && day % 10_000 !== 0
      ? [{ path: unit.path, params: { found: words }, span: spanOf(unit, { from, to }) }]
      : [];
  });
}

/** How dates are written; the usual one is the era. */
const dateSpellings = (): readonly Spelling[] => [
  {
    id: 'date',
    forms: [
      /(?:平成|令和)(?:元|[0-9０-９]{1,2})年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?/gu,
      /(?<![0-9A-Za-z])(?:(?:[RHＲＨ][.．]?[0-9０-９]{1,2}|20[0-9]{2})[.．/／][0-9０-９]{1,2}[.．/／][0-9０-９]{1,2}(?![0-9])|20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)/gu,
    ],
    rewrite: (words, to) => {
      const date = parseDate(words);
      return to === 0 && date ? toWareki(date) : words;
    },
    report: 1,
  },
];

/** How dates are written, and dates that cannot be. */
export const datesRules: readonly Rule[] = [
  {
    id: 'era-gannen',
    severity: 'notice',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=令和|平成)1(?=年(?!間))/gu,
      replacement: () => '元',
      params: ({ words }) => ({ found: words }),
    }),
  },
  {
    id: 'era-impossible',
    severity: 'error',
    ground: 'calendar',
    replaces: true,
    aliases: ['era-heisei-future'],
    probe: {
      kind: 'text',
      find: (unit) =>
        unit.zone === 'row' || /計画|プラン|ビジョン|指針/u.test(unit.item?.label ?? '')
          ? []
          : matchesIn(unit.plain, ERA_DATE, unit.text).flatMap(({ from, to, words }): readonly Hit[] => {
              const wrong = impossibleDate(words);
              const inTitle = /^[^。\n]{0,12}(?:計画|プラン|ビジョン)/u.test(unit.text.slice(to, to + 16));
              if (!wrong || inTitle) return [];
              return [
                {
                  path: unit.path,
                  params: { found: words, instead: wrong.instead ?? '－' },
                  span: spanOf(unit, { from, to }),
                  ...(wrong.instead === undefined ? {} : { replacement: wrong.instead }),
                },
              ];
            }),
    },
  },
  { id: 'date-last-year', severity: 'warning', ground: 'practice', probe: { kind: 'text', find: pastPlans } },
  {
    id: 'date-mixed',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(dateSpellings, ['body']),
    fix: rewriteLikeOthers(dateSpellings),
  },
];
