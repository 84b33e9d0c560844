import type { Rule } from '../types';
import type { Knowledge } from '../facts/knowledge';
import { mixture, patternInText, rewriteLikeOthers, spanOf } from '../kinds/text';
import type { Spelling } from '../kinds/text';
import { sentenceAround } from '../textTools';
import type { Probe, Subject } from '../types';

const bracketSpellings = (): readonly Spelling[] => BRACKET_WIDTHS;

const BRACKET_WIDTHS: readonly Spelling[] = [
  bracketWidth('round', '（）', '()', [
    /（[^（）()\n]{0,200}）/gu,
    /(?<![A-Za-z0-9 ])\([^（）()\n]{0,200}\)/gu,
  ]),
  bracketWidth('square', '［］', '[]', [/［[^［］[\]\n]{0,200}］/gu, /\[[^［］[\]\n]{0,200}\]/gu]),
  bracketWidth('angle', '＜＞', '<>', [/＜[^＜＞<>\n]{0,60}＞/gu, /<[^＜＞<>\n]{0,60}>/gu]),
];

function bracketWidth(id: string, full: string, half: string, forms: Spelling['forms']): Spelling {
  return { id, forms, rewrite: (words, to) => swapEnds(words, to, full, half), report: 1 };
}

function swapEnds(words: string, to: 0 | 1, full: string, half: string): string {
  const [open = '', close = ''] = to === 0 ? full : half;
  return `${open}${words.slice(1, -1)}${close}`;
}

const commaSpellings = (): readonly Spelling[] => [
  { id: 'comma', forms: [/、/gu, /，/gu], rewrite: (_, to) => (to === 0 ? '、' : '，'), report: 1 },
];

const variantCache = new WeakMap<Knowledge, readonly Spelling[]>();

function variantSpellings({ knowledge }: Subject): readonly Spelling[] {
  const known =
    variantCache.get(knowledge) ??
    knowledge.facts.vocabulary.variants.map(({ id, forms: [one, other] }): Spelling => ({
      id,
      forms: [new RegExp(one, 'gu'), new RegExp(other, 'gu')],
      rewrite: (_, to) => plainForm(to === 0 ? one : other),
    }));
  variantCache.set(knowledge, known);
  return known;
}

/** The words of a pattern without its conditions. */
function plainForm(source: string): string {
  return source.replace(/\(\?[^)]*\)/g, '');
}

/** How 別表の項 is cited: 別表の100の項, 別表第100の項, 別表100項. */
const citationSpellings = (): readonly Spelling[] => [
  {
    id: 'item',
    forms: [/別表の?[\s]?[0-9０-９]{1,3}の項/gu, /別表の?第?[\s]?[0-9０-９]{1,3}項/gu],
    rewrite: (words, to) => (to === 0 ? words.replace(/項$/u, 'の項') : words),
    report: 1,
  },
];

const NONE_MARKS = /^[\s　]*(?<mark>[-－‐―—ー−])[\s　]*$/u;

/** Which sign marks an item without an answer. */
const noneMarks: Probe = {
  kind: 'survey',
  collect: ({ text, zone, item }) =>
    zone === 'body' && item ? NONE_MARKS.exec(text)?.groups?.mark : undefined,
  conclude: (contributions, { input }) => {
    const marks = contributions.map(({ value }) => value as string);
    const counts = new Map<string, number>();
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    const usual = input.agency?.noneMark ?? [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    if (usual === undefined || counts.size < 2) return [];
    return contributions
      .filter(({ value }) => value !== usual)
      .map(({ unit, value }) => ({
        path: unit.path,
        params: { found: String(value), usual },
        span: spanOf(unit, { from: 0, to: unit.text.length }),
        replacement: usual,
      }));
  },
};

/** One way of writing for one document. */
export const spellingRules: readonly Rule[] = [
  {
    id: 'midserver-mix',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(variantSpellings),
    fix: rewriteLikeOthers(variantSpellings),
  },
  {
    id: 'bracket-width',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(bracketSpellings, ['body']),
    fix: rewriteLikeOthers(bracketSpellings),
  },
  {
    id: 'comma',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(commaSpellings),
    fix: rewriteLikeOthers(commaSpellings),
  },
  {
    id: 'law-cite-form',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(citationSpellings),
    fix: rewriteLikeOthers(citationSpellings),
  },
  {
    id: 'law-cite-article',
    severity: 'notice',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=第[0-9]{1,3}条)(?=[0-9]{1,2}号)[0-9]{1,2}(?=号)/gu,
      replacement: ({ words }) => `第${words}`,
    }),
  },
  {
    id: 'order-table-name',
    severity: 'notice',
    ground: 'law',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=第2条の?)別表(?!第)/gu,
      replacement: () => '表',
      accept: ({ from }, { text, plain }) =>
        /命令|主務省令|19条|十九条/u.test(sentenceAround(plain, from)) && text[from - 1] === 'の',
    }),
  },
  {
    id: 'order-table-joined',
    severity: 'warning',
    ground: 'law',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=第2条)別表(?!第)/gu,
      replacement: () => 'の表',
      accept: ({ from }, { plain }) => /命令|主務省令|19条|十九条/u.test(sentenceAround(plain, from)),
    }),
  },
  { id: 'kinsoku-empty', severity: 'notice', ground: 'spelling', replaces: true, probe: noneMarks },
];
