import type { Comment } from '../../assessment/document';
import type { Path } from '../../assessment/path';
import type { Assessment, Value } from '../../assessment/types';
import { normaliseIgnoringCase } from '../../japanese/normalise';
import { officialWordingIn } from './officialWording';
import { type Passage, passageSearch, type Search, withheldFrom } from './passage';
import { quotedPieces, quotingRows, type QuoteRule, quoteRuleOf } from './quotes';
import { WITHHELD_SIGN } from './sign';
import { textsOf, withTexts } from './texts';

/** One thing that the published copy leaves out. */
export interface WithheldPart {
  readonly path: Path;
  /** The passage as it was marked; absent where the whole item is left out. */
  readonly passage?: string;
  readonly reason: string;
  /** The passage, or the texts of the whole item. */
  readonly words: readonly Passage[];
  /** Other values that held the same words and lose them too. */
  readonly elsewhere: readonly Path[];
  /** The marked passage is not in the item any more: nothing was left out there. */
  readonly gone: boolean;
}

export interface PublicCopy {
  readonly assessment: Assessment;
  readonly parts: readonly WithheldPart[];
}

/** Words this short occur everywhere by chance; they are left out only where they were marked (see `exposures.ts`). */
const MIN_CHARACTERS_ELSEWHERE = 5;

/**
 * The assessment without what comments ask to withhold: each marked passage and each marked item, and the same
 * words wherever else the office wrote them, white space, line breaks, width and case of letters aside. Rows of
 * 変更箇所 quote in pieces, and what an item said before is as much its content: rows about a withheld item show nothing of it.
 */
export function publicCopy(assessment: Assessment, comments: readonly Comment[]): PublicCopy {
  const requests = requestsIn(assessment, comments);
  if (requests.length === 0) return { assessment, parts: [] };
  const search = passageSearch();
  const isOfficial = officialWordingIn(assessment);
  const copy = Object.entries(assessment.values).map(([at, value]): [Path, Value] => {
    const toWithhold = requests.map((request) => withheldAt(request, at, value, isOfficial(at)));
    return [at, withoutWithheld(value, toWithhold, search)];
  });
  return {
    assessment: { ...assessment, values: Object.fromEntries(copy) },
    parts: requests.map((request) => partOf(request, assessment, search, isOfficial)),
  };
}

/** A comment that asks for withholding, with what follows from it. */
interface WithholdRequest {
  readonly path: Path;
  readonly passage?: string;
  readonly reason: string;
  /** Paths of the values that are marked. */
  readonly marked: ReadonlySet<Path>;
  readonly words: readonly Passage[];
  /** Words that are withheld in other items too. */
  readonly elsewhereWords: readonly Passage[];
  /** What each cell of 変更箇所 may show of the item. */
  readonly quoteRules: ReadonlyMap<Path, QuoteRule>;
}

function requestsIn(assessment: Assessment, comments: readonly Comment[]): readonly WithholdRequest[] {
  const open = comments.filter(({ withhold, path, resolved }) => withhold && path !== undefined && !resolved);
  const rows = open.length > 0 ? quotingRows(assessment) : [];
  const isOfficial = officialWordingIn(assessment);
  return open.map(({ path = '', text, withhold }): WithholdRequest => {
    const passage = withhold?.passage;
    const marked = pathsAt(assessment.values, path);
    const written = marked
      .filter((one) => !isOfficial(one))
      .flatMap((one) => wordsOf(assessment.values[one]));
    const words = passage === undefined ? written : [passage];
    return {
      path,
      ...(passage === undefined ? {} : { passage }),
      reason: text,
      marked: new Set(marked),
      words,
      elsewhereWords: words.filter((one) => normaliseIgnoringCase(one).length >= MIN_CHARACTERS_ELSEWHERE),
      quoteRules: new Map(
        rows.flatMap((row) => {
          const rule = quoteRuleOf(assessment, row, marked, passage === undefined);
          return row.cells.map((cell) => [cell, rule] as const);
        }),
      ),
    };
  });
}

/** What of a value is withheld: all of it, or passages. */
type Withheld = 'all' | readonly Passage[];

function withheldAt(request: WithholdRequest, at: Path, value: Value, isOfficial: boolean): Withheld {
  const { marked, passage, words, elsewhereWords, quoteRules } = request;
  if (marked.has(at)) return passage === undefined ? 'all' : [passage];
  const rule = quoteRules.get(at);
  if (rule === 'all') return value === '' ? [] : 'all';
  const pieces = rule === 'pieces' ? quotedPieces(value, words) : [];
  return isOfficial ? [] : [...elsewhereWords, ...pieces];
}

function withoutWithheld(value: Value, toWithhold: readonly Withheld[], search: Search): Value {
  const passages = toWithhold.flatMap((one) => (one === 'all' ? [] : one));
  if (toWithhold.includes('all')) return WITHHELD_SIGN;
  return withTexts(value, (text) => withheldFrom(text, passages, search));
}

function partOf(
  request: WithholdRequest,
  { values }: Assessment,
  search: Search,
  isOfficial: (path: Path) => boolean,
): WithheldPart {
  const { path, passage, reason, marked, words } = request;
  const losesWords = ([at, value]: [Path, Value]) =>
    !marked.has(at) &&
    withoutWithheld(value, [withheldAt(request, at, value, isOfficial(at))], search) !== value;
  const holds = (at: Path) => textsOf(values[at]).some((text) => search(text, passage ?? '').length > 0);
  return {
    path,
    ...(passage === undefined ? {} : { passage }),
    reason,
    words,
    elsewhere: Object.entries(values)
      .filter(losesWords)
      .map(([at]) => at),
    gone: passage !== undefined && ![...marked].some(holds),
  };
}

/** The value at the path, or all values below it where it names a part. */
function pathsAt(values: Assessment['values'], path: Path): readonly Path[] {
  if (values[path] !== undefined) return [path];
  return Object.keys(values).filter((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`));
}

/** Words of a whole item that must not be elsewhere either; of a picture nothing is quoted. */
function wordsOf(value: Value | undefined): readonly string[] {
  return typeof value === 'object' && 'images' in value ? [] : textsOf(value);
}
