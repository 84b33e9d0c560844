import type { Rule } from '../types';
import type { Knowledge } from '../facts/knowledge';
import { ALL_ZONES, patternInText, spanOf } from '../kinds/text';
import { matchesIn } from '../textTools';
import type { Hit, Subject, TextUnit } from '../types';

const KATAKANA = 'ァ-ヴ';

/** Kanji that a scanner reads for katakana, between katakana. */
function lookalikeHits(unit: TextUnit, { knowledge }: Subject): readonly Hit[] {
  if (unit.zone === 'row') return [];
  const { pattern, kana } = lookalikes(knowledge);
  return matchesIn(unit.text, pattern).map(({ from, to, words }) => ({
    path: unit.path,
    params: {
      found: unit.text.slice(Math.max(0, from - 3), to + 3).replace(/\s/g, ''),
      sign: words,
      likely: kana.get(words) ?? '',
    },
    span: spanOf(unit, { from, to }),
    replacement: kana.get(words) ?? words,
  }));
}

interface Lookalikes {
  readonly pattern: RegExp;
  readonly kana: ReadonlyMap<string, string>;
}

const lookalikeCache = new WeakMap<Knowledge, Lookalikes>();

function lookalikes(knowledge: Knowledge): Lookalikes {
  const known = lookalikeCache.get(knowledge) ?? compileLookalikes(knowledge);
  lookalikeCache.set(knowledge, known);
  return known;
}

/** 一 is a long vowel only between two katakana that are none: 「システム一覧」 is right. */
function compileLookalikes({ facts }: Knowledge): Lookalikes {
  const { lookalikes: pairs } = facts.vocabulary;
  const others = pairs
    .map(({ kanji }) => kanji)
    .filter((kanji) => kanji !== '一')
    .join('');
  return {
    pattern: new RegExp(
      `(?<=[${KATAKANA}])一(?=[${KATAKANA}])|(?<=[${KATAKANA}ー])[${others}](?=[${KATAKANA}ー])`,
      'gu',
    ),
    kana: new Map(pairs.map(({ kanji, kana }) => [kanji, kana])),
  };
}

/** Control and format characters, soft hyphens and no-break spaces; not line ends, tabs and variation selectors. */
const INVISIBLE = /(?:(?![\t\n\r])[\p{Cc}\p{Cf}\u00a0])+/gu;

const HALF_KANA = /[\uff66-\uff9f]+/gu;

const FOREIGN =
  /[\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Lao}\p{Script=Hangul}]+/gu;

function simplifiedHits(unit: TextUnit, { knowledge }: Subject): readonly Hit[] {
  const known =
    simplifiedCache.get(knowledge) ?? new RegExp(`[${knowledge.facts.vocabulary.simplified}]`, 'gu');
  simplifiedCache.set(knowledge, known);
  return matchesIn(unit.text, known).map(({ from, to, words }) => ({
    path: unit.path,
    params: { found: words },
    span: spanOf(unit, { from, to }),
  }));
}

const simplifiedCache = new WeakMap<Knowledge, RegExp>();

/** Characters that other computers or readers do not know. */
export const charactersRules: readonly Rule[] = [
  {
    id: 'ocr-lookalike',
    severity: 'warning',
    ground: 'ocr',
    replaces: true,
    probe: { kind: 'text', find: lookalikeHits },
  },
  {
    id: 'foreign-script',
    severity: 'warning',
    ground: 'ocr',
    probe: patternInText({ pattern: FOREIGN, exact: true, zones: ALL_ZONES }),
  },
  {
    id: 'simplified-form',
    severity: 'warning',
    ground: 'ocr',
    probe: { kind: 'text', find: simplifiedHits },
  },
  {
    id: 'pua',
    severity: 'warning',
    ground: 'gaiji',
    aliases: ['privateUse'],
    probe: patternInText({
      pattern: /\p{Co}/gu,
      exact: true,
      zones: ALL_ZONES,
      params: ({ words }) => ({ code: `U+${(words.codePointAt(0) ?? 0).toString(16).toUpperCase()}` }),
    }),
  },
  {
    id: 'halfkana',
    severity: 'notice',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: HALF_KANA,
      exact: true,
      replacement: ({ words }) => words.normalize('NFKC'),
    }),
  },
  {
    id: 'invisible',
    severity: 'warning',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: INVISIBLE,
      exact: true,
      zones: ALL_ZONES,
      replacement: ({ words }) => words.replaceAll('\u00a0', ' ').replace(/[^ ]/g, ''),
      params: ({ words }) => ({
        code: `U+${(words.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      }),
    }),
  },
];
