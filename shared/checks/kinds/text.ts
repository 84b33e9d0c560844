import { matchesIn, sentenceAround, type Match } from '../textTools';
import { replaceAt, textLocationsIn } from '../../assessment/search';
import type { Hit, Probe, Rule, Severity, Subject, TextUnit } from '../types';

export interface PatternOptions {
  readonly pattern: RegExp;
  /** Words in the same sentence that make it right. */
  readonly unless?: RegExp;
  readonly zones?: readonly TextUnit['zone'][];
  /** What is safe to write instead. */
  readonly replacement?: (match: Match) => string | undefined;
  readonly params?: (match: Match) => Readonly<Record<string, string | number>>;
  readonly severity?: (match: Match, subject: Subject) => Severity | undefined;
  /** Match the text as it is, not with full-width signs narrowed. */
  readonly exact?: boolean;
  readonly accept?: (match: Match, unit: TextUnit, subject: Subject) => boolean;
}

export const ALL_ZONES: readonly TextUnit['zone'][] = ['body', 'attachment', 'row'];
const BODY: readonly TextUnit['zone'][] = ['body', 'attachment'];

/** Words of a pattern in any text. */
export function patternInText(options: PatternOptions): Probe {
  const zones = options.zones ?? BODY;
  return {
    kind: 'text',
    find: (unit, subject) => (zones.includes(unit.zone) ? patternHits(unit, subject, options) : []),
  };
}

export function patternHits(unit: TextUnit, subject: Subject, options: PatternOptions): readonly Hit[] {
  const text = options.exact ? unit.text : unit.plain;
  return matchesIn(text, options.pattern, unit.text)
    .filter((match) => !(options.unless?.test(sentenceAround(text, match.from)) ?? false))
    .filter((match) => options.accept?.(match, unit, subject) ?? true)
    .map((match) => matchHit(unit, match, subject, options));
}

function matchHit(unit: TextUnit, match: Match, subject: Subject, options: PatternOptions): Hit {
  const replacement = options.replacement?.(match);
  const severity = options.severity?.(match, subject);
  return {
    path: unit.path,
    params: { found: match.words.trim(), ...options.params?.(match) },
    span: spanOf(unit, match),
    ...(replacement === undefined ? {} : { replacement }),
    ...(severity === undefined ? {} : { severity }),
  };
}

export function spanOf({ within }: TextUnit, { from, to }: Pick<Match, 'from' | 'to'>) {
  return { from, to, ...(within === undefined ? {} : { within }) };
}

/** Two ways of writing one thing in one document: the rarer one is pointed at, and can be written like the other. */
export function mixture(
  spellings: (subject: Subject) => readonly Spelling[],
  zones: readonly TextUnit['zone'][] = BODY,
): Probe {
  return {
    kind: 'survey',
    collect: (unit, subject) => {
      if (!zones.includes(unit.zone)) return undefined;
      const uses = spellings(subject).flatMap((spelling) => usesOf(unit.text, spelling));
      return uses.length === 0 ? undefined : uses;
    },
    conclude: (contributions, subject) => {
      const uses = contributions.flatMap(({ unit, value }) =>
        (value as readonly Use[]).map((use) => ({ ...use, unit })),
      );
      return spellings(subject).flatMap((spelling) => mixedHits(uses, spelling));
    },
  };
}

export interface Spelling {
  readonly id: string;
  readonly forms: readonly [RegExp, RegExp];
  /** Writes the first form like the second and the other way round; absent where that is not safe. */
  readonly rewrite?: (words: string, to: 0 | 1) => string;
  /** Which form is reported whatever their numbers are. */
  readonly report?: 0 | 1;
}

/** How often one text uses one form, and where first. */
interface Use {
  readonly id: string;
  readonly form: 0 | 1;
  readonly count: number;
  readonly first: Match;
}

function usesOf(text: string, { id, forms }: Spelling): readonly Use[] {
  return ([0, 1] as const).flatMap((form) => {
    const matches = matchesIn(text, forms[form]);
    const [first] = matches;
    return first ? [{ id, form, count: matches.length, first }] : [];
  });
}

/** One finding for each text with the rarer form, placed at its first use there. */
function mixedHits(
  all: readonly (Use & { readonly unit: TextUnit })[],
  { id, report }: Spelling,
): readonly Hit[] {
  const uses = all.filter((use) => use.id === id);
  const counts = [0, 1].map((form) =>
    uses.filter((use) => use.form === form).reduce((sum, { count }) => sum + count, 0),
  );
  const [first = 0, second = 0] = counts;
  if (first === 0 || second === 0) return [];
  const rare = report ?? (first < second ? 0 : 1);
  const example = uses.find(({ form }) => form !== rare)?.first.words ?? '';
  return uses
    .filter(({ form }) => form === rare)
    .map(({ unit, first: { words, ...place } }) => ({
      path: unit.path,
      params: { found: words, other: example, n: counts[rare] ?? 0, spelling: id },
      span: spanOf(unit, place),
    }));
}

/** Writes every use in the text of the finding like the usual form. */
export function rewriteLikeOthers(
  spellings: (subject: Subject) => readonly Spelling[],
): NonNullable<Rule['fix']> {
  return (subject, { path, span, params }) => {
    const spelling = spellings(subject).find(({ id }) => id === params.spelling);
    const spot = textLocationsIn(path, subject.assessment.values[path]).find(
      ({ within }) => within === span?.within,
    );
    if (!spelling?.rewrite || !spot) return undefined;
    const [found, other] = [String(params.found), String(params.other)];
    const rare =
      spelling.report ?? (isWhole(found, spelling.forms[0]) && !isWhole(other, spelling.forms[0]) ? 0 : 1);
    const uses = matchesIn(spot.text, spelling.forms[rare]);
    const edits = uses.map(({ from, to, words }) => ({
      from,
      to,
      text: spelling.rewrite?.(words, rare === 0 ? 1 : 0) ?? words,
    }));
    const text = edits.reduceRight(
      (all, edit) => all.slice(0, edit.from) + edit.text + all.slice(edit.to),
      spot.text,
    );
    return replaceAt(subject.assessment, [{ ...spot, from: 0, to: spot.text.length }], text);
  };
}

function isWhole(words: string, form: RegExp): boolean {
  return matchesIn(words, form).some(({ from, to }) => from === 0 && to === words.length);
}
