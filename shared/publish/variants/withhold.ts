import type { Comment } from '../../assessment/document';
import type { Path } from '../../assessment/path';
import type { Assessment, Value } from '../../assessment/types';
import { found, type Passage, replaced } from './passage';
import { type QuotingRow, quotingRows, type Secrecy, secrecyOf, withoutPieces } from './quotes';

/** Stands in a published copy where something was left out. */
export const WITHHELD_SIGN = '【非公表】';

/** One thing that the published copy leaves out. */
export interface WithheldPart {
  readonly path: Path;
  /** The passage as it was marked; absent where the whole item is left out. */
  readonly passage?: string;
  readonly reason: string;
  /** Other values that held the same words and lose them too. */
  readonly elsewhere: readonly Path[];
  /** The marked passage does not stand in the item any more: nothing was left out there. */
  readonly gone: boolean;
}

export interface PublicCopy {
  readonly assessment: Assessment;
  readonly parts: readonly WithheldPart[];
}

/** Words this short stand everywhere by chance; they are left out only where they were marked. */
const LEAST_WORDS = 5;

/**
 * The assessment without what comments ask to withhold: each marked passage and each marked item, and the same
 * words wherever else they stand, white space, line breaks and width aside. Rows of 変更箇所 quote in pieces, and what an
 * item said before is as much its content: rows about a withheld item show nothing of it.
 */
export function publicCopy(assessment: Assessment, comments: readonly Comment[]): PublicCopy {
  const marks = comments.filter(
    (comment) => comment.withhold && comment.path !== undefined && !comment.resolved,
  );
  const rows = marks.length > 0 ? quotingRows(assessment) : [];
  let values = assessment.values;
  const parts = marks.map((mark): WithheldPart => {
    const result = withhold(values, assessment, rows, mark);
    values = result.values;
    return result.part;
  });
  return { assessment: { ...assessment, values }, parts };
}

interface Withheld {
  readonly values: Assessment['values'];
  readonly part: WithheldPart;
}

function withhold(
  values: Assessment['values'],
  assessment: Assessment,
  rows: readonly QuotingRow[],
  mark: Comment,
): Withheld {
  const before = assessment.values;
  const path = mark.path ?? '';
  const passage = mark.withhold?.passage;
  const own = pathsAt(values, path);
  const words = passage === undefined ? own.flatMap((one) => wordsOf(before[one])) : [passage];
  const spread = words.filter((text) => text.replace(/\s/g, '').length >= LEAST_WORDS);
  const elsewhere: Path[] = [];
  const quoted = quotesIn(assessment, rows, own, passage === undefined);
  const changed = Object.entries(values).map(([at, value]): [Path, Value] => {
    const mine = own.includes(at);
    if (mine && passage === undefined) return [at, WITHHELD_SIGN];
    const next = unquoted(
      mine && passage !== undefined ? without(value, [passage]) : without(value, spread),
      quoted.get(at),
      words,
    );
    if (!mine && next !== value) elsewhere.push(at);
    return [at, next];
  });
  const gone =
    passage !== undefined && !own.some((at) => textsOf(before[at]).some((text) => found(text, passage)));
  return {
    values: Object.fromEntries(changed),
    part: { path, ...(passage === undefined ? {} : { passage }), reason: mark.text, elsewhere, gone },
  };
}

/** What each cell of 変更箇所 may show of the withheld item. */
function quotesIn(
  assessment: Assessment,
  rows: readonly QuotingRow[],
  own: readonly Path[],
  isWhole: boolean,
): ReadonlyMap<Path, Secrecy> {
  return new Map(
    rows.flatMap((row) => {
      const secrecy = secrecyOf(assessment, row, own, isWhole);
      return row.cells.map((cell) => [cell, secrecy] as const);
    }),
  );
}

function unquoted(value: Value, secrecy: Secrecy | undefined, words: readonly string[]): Value {
  if (secrecy === 'all') return value === '' ? value : WITHHELD_SIGN;
  return secrecy === 'pieces' ? withoutPieces(value, words, WITHHELD_SIGN) : value;
}

/** The value at the path, or all values below it where it names a part. */
function pathsAt(values: Assessment['values'], path: Path): readonly Path[] {
  if (values[path] !== undefined) return [path];
  return Object.keys(values).filter((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`));
}

/** Words of a whole item that must not stand elsewhere either; chosen options are the form's own words. */
function wordsOf(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object') return [];
  if ('texts' in value) return Object.values(value.texts);
  return 'rows' in value ? value.rows.flat() : [];
}

function textsOf(value: Value | undefined): readonly string[] {
  if (typeof value === 'object' && 'images' in value)
    return value.images.flatMap((image) => [image.alt, image.name]);
  return wordsOf(value);
}

/** The value without the passages; the same value where it holds none of them. */
function without(value: Value, passages: readonly Passage[]): Value {
  const clean = (text: string) =>
    passages.reduce((sum, passage) => replaced(sum, passage, WITHHELD_SIGN), text);
  if (!textsOf(value).some((text) => passages.some((passage) => found(text, passage)))) return value;
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object') return value;
  if ('rows' in value) return { rows: value.rows.map((row) => row.map(clean)) };
  if ('images' in value) {
    return {
      images: value.images.map((image) => ({ ...image, alt: clean(image.alt), name: clean(image.name) })),
    };
  }
  const texts = Object.entries(value.texts).map(([option, text]) => [option, clean(text)] as const);
  return { ...value, texts: Object.fromEntries(texts) };
}
