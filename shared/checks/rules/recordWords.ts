import type { Rule } from '../types';
import { checksAt, placesOf } from '../view';
import { BIG } from './fileNaming';

/** 4情報 and 5情報, not ④情報 and no part of a longer number; looked for before widths are folded. */
const INFO = /(?<![①-⑳0-9０-９第十])[4４四5５五]情報(?!提供|連携|システム|処理)/gu;

interface InfoUse {
  readonly words: string;
  readonly from: number;
}

/** 4情報 and 5情報. */
export const recordWordsRules: readonly Rule[] = [
  {
    id: 'five-info',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'survey',
      reads: ['recordContact'],
      collect: ({ text, zone }) => {
        if (zone === 'row') return undefined;
        const found = [...text.matchAll(INFO)].map((match) => ({ words: match[0], from: match.index }));
        return found.length === 0 ? undefined : found;
      },
      conclude: (contributions, subject) => {
        const chosen = placesOf(subject, 'recordContact').flatMap(
          ({ path }) => checksAt(subject, path).selected,
        );
        const five = chosen.some((label) => label.startsWith('5情報'));
        const four = chosen.some((label) => label.startsWith('4情報'));
        const uses = contributions.flatMap(({ unit, value }) =>
          (value as readonly InfoUse[]).map((use) => ({ ...use, unit })),
        );
        const wrong = uses.filter(({ words }) => (/[4４四]/u.test(words) ? five : four && !five));
        return wrong.slice(0, 1).map(({ words, from, unit }) => ({
          path: unit.path,
          params: { found: words, n: wrong.length, chosen: five ? '5情報' : '4情報' },
          span: {
            from,
            to: from + words.length,
            ...(unit.within === undefined ? {} : { within: unit.within }),
          },
        }));
      },
    },
  },
  {
    id: 'five-info-def',
    severity: 'notice',
    ground: 'practice',
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        if (zone !== 'body') return undefined;
        const first = [...text.matchAll(INFO)][0];
        return first ? [{ words: first[0], from: first.index }] : undefined;
      },
      conclude: ([first]) => {
        if (!first) return [];
        const { unit, value } = first;
        const [use] = value as readonly InfoUse[];
        if (!use || unit.text.slice(Math.max(0, use.from - 60), use.from + 60).includes('氏名')) return [];
        return [
          {
            path: unit.path,
            params: { found: use.words },
            span: {
              from: use.from,
              to: use.from + use.words.length,
              ...(unit.within === undefined ? {} : { within: unit.within }),
            },
          },
        ];
      },
    },
  },
];
