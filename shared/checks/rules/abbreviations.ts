import type { Rule } from '../types';
import type { Knowledge } from '../facts/knowledge';
import { spanOf } from '../kinds/text';
import { matchesIn } from '../textTools';
import type { Hit, Probe, Subject, TextUnit } from '../types';

const DEFINED = /[（(]以下[、，]?[\s]?「(?<short>[^」]{2,30})」と(?:い|総称|略)/gu;

interface Definition {
  readonly short: string;
  readonly from: number;
  readonly to: number;
}

/** What one text contributes: definitions, the first use of each known abbreviation, and its words. */
interface Abbreviations {
  readonly defined: readonly Definition[];
  readonly used: ReadonlyMap<string, number>;
  /** Without the definitions, for telling whether a defined word is used. */
  readonly words: string;
}

interface TextAbbreviations extends Abbreviations {
  readonly unit: TextUnit;
}

const abbreviationCache = new WeakMap<Knowledge, RegExp>();

/** Any abbreviation of the vocabulary; no part of a longer word, and not in the 「」 of its own definition. */
function abbreviationPattern(knowledge: Knowledge): RegExp {
  const { abbreviations, fullNames } = knowledge.facts.vocabulary;
  const all = [...new Set([...abbreviations, ...fullNames.flatMap(({ short }) => short)])];
  const longestFirst = all.sort((a, b) => b.length - a.length).join('|');
  const known =
    abbreviationCache.get(knowledge) ??
    new RegExp(`(?<![一-龠A-Za-z])(?:${longestFirst})(?![A-Za-z]|」と)`, 'gu');
  abbreviationCache.set(knowledge, known);
  return known;
}

function collectAbbreviations({ text, zone }: TextUnit, { knowledge }: Subject): Abbreviations | undefined {
  if (zone === 'row') return undefined;
  const defined = [...text.matchAll(DEFINED)].map((match) => ({
    short: match.groups?.short ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
  const used = new Map<string, number>();
  for (const { words, from } of matchesIn(text, abbreviationPattern(knowledge)))
    if (!used.has(words)) used.set(words, from);
  return { defined, used, words: defined.length === 0 ? text : text.replace(DEFINED, '') };
}

function abbreviationProbe(
  conclude: (texts: readonly TextAbbreviations[], subject: Subject) => readonly Hit[],
): Probe {
  return {
    kind: 'survey',
    collect: collectAbbreviations,
    conclude: (contributions, subject) =>
      conclude(
        contributions.map(({ unit, value }) => ({ unit, ...(value as Abbreviations) })),
        subject,
      ),
  };
}

function useHit(
  { unit, used }: TextAbbreviations,
  short: string,
  params: Readonly<Record<string, string>>,
): Hit {
  const from = used.get(short) ?? 0;
  return { path: unit.path, params, span: spanOf(unit, { from, to: from + short.length }) };
}

function undefinedAbbreviations(texts: readonly TextAbbreviations[], { knowledge }: Subject): readonly Hit[] {
  const defined = new Set(texts.flatMap((text) => text.defined.map(({ short }) => short)));
  return knowledge.facts.vocabulary.abbreviations.flatMap((short) => {
    const first = defined.has(short) ? undefined : texts.find(({ used }) => used.has(short));
    return first ? [useHit(first, short, { short })] : [];
  });
}

function doubleAbbreviations(texts: readonly TextAbbreviations[], { knowledge }: Subject): readonly Hit[] {
  const twoNames = knowledge.facts.vocabulary.fullNames.flatMap(({ short }): readonly Hit[] => {
    const used = short.flatMap((name) => {
      const first = texts.find((text) => text.used.has(name));
      return first ? [{ name, first }] : [];
    });
    const [usual, other] = used;
    return usual && other ? [useHit(other.first, other.name, { found: other.name, other: usual.name })] : [];
  });
  const seen = new Set<string>();
  const twice = texts.flatMap(({ unit, defined }) =>
    defined.flatMap((definition): readonly Hit[] => {
      if (!seen.has(definition.short)) {
        seen.add(definition.short);
        return [];
      }
      const params = { found: definition.short, other: definition.short };
      return [{ path: unit.path, severity: 'notice', params, span: spanOf(unit, definition) }];
    }),
  );
  return [...twoNames, ...twice];
}

function unusedAbbreviations(texts: readonly TextAbbreviations[]): readonly Hit[] {
  return texts.flatMap(({ unit, defined }) =>
    defined
      .filter(({ short }) => !texts.some(({ words }) => words.includes(short)))
      .map((definition) => ({
        path: unit.path,
        params: { short: definition.short },
        span: spanOf(unit, definition),
      })),
  );
}

/** Abbreviations that are defined, used and unique. */
export const abbreviationsRules: readonly Rule[] = [
  {
    id: 'abbr-undefined',
    severity: 'notice',
    ground: 'spelling',
    probe: abbreviationProbe(undefinedAbbreviations),
  },
  {
    id: 'abbr-twice',
    severity: 'warning',
    ground: 'spelling',
    probe: abbreviationProbe(doubleAbbreviations),
  },
  {
    id: 'abbr-unused',
    severity: 'notice',
    ground: 'spelling',
    probe: abbreviationProbe(unusedAbbreviations),
  },
  {
    id: 'order-fullname',
    severity: 'notice',
    ground: 'spelling',
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        if (zone === 'row') return undefined;
        const [cited, named] = [text.search(/主務省令/u), /提供に関する命令|令和6年デジタル庁/u.test(text)];
        return cited < 0 && !named ? undefined : { cited, named };
      },
      conclude: (contributions) => {
        const all = contributions.map(({ unit, value }) => ({
          unit,
          ...(value as { readonly cited: number; readonly named: boolean }),
        }));
        const first = all.find(({ cited }) => cited >= 0);
        if (!first || all.some(({ named }) => named)) return [];
        const span = spanOf(first.unit, { from: first.cited, to: first.cited + 4 });
        return [{ path: first.unit.path, span }];
      },
    },
  },
];
