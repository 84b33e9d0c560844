import { matchesIn, narrow, sentenceAround, type Match } from '../textTools';
import type { Hit, Probe, Severity, Subject, TextUnit } from '../types';

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
  const text = options.exact ? unit.text : narrow(unit.text);
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

interface Use {
  readonly id: string;
  readonly form: 0 | 1;
  readonly match: Match;
}

function usesOf(text: string, { id, forms }: Spelling): readonly Use[] {
  return ([0, 1] as const).flatMap((form) =>
    matchesIn(text, forms[form]).map((match) => ({ id, form, match })),
  );
}

function mixedHits(
  all: readonly (Use & { readonly unit: TextUnit })[],
  { id, rewrite, report }: Spelling,
): readonly Hit[] {
  const uses = all.filter((use) => use.id === id);
  const counts = [0, 1].map((form) => uses.filter((use) => use.form === form).length);
  const [first = 0, second = 0] = counts;
  if (first === 0 || second === 0) return [];
  const rare = report ?? (first < second ? 0 : 1);
  const usual = rare === 0 ? 1 : 0;
  const example = uses.find(({ form }) => form === usual)?.match.words ?? '';
  return uses
    .filter(({ form }) => form === rare)
    .map(({ unit, match }) => ({
      path: unit.path,
      params: { found: match.words, other: example, n: counts[rare] ?? 0 },
      span: spanOf(unit, match),
      ...(rewrite ? { replacement: rewrite(match.words, usual) } : {}),
    }));
}
