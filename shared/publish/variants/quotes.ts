import { entriesOf } from '../../assessment/edit';
import { toOrdinals } from '../../assessment/ordinals';
import type { Path } from '../../assessment/path';
import type { Assessment, Value } from '../../assessment/types';
import { resolveHeading } from '../../headings/resolve';
import { formOf } from '../../forms/catalog';
import { changeCell, changeTableOf } from '../../forms/changeTable';
import { normaliseForComparison } from '../../japanese/normalise';
import { containsPassage } from './passage';

/** A row of 変更箇所 as far as it may quote what is withheld. */
export interface QuotingRow {
  /** The items that its 項目 names, with ordinals; none where it cannot be read. */
  readonly items: readonly string[];
  /** Paths of 変更前 and 変更後. */
  readonly cells: readonly Path[];
}

/** The rows of 変更箇所 with what they are about. */
export function quotingRows(assessment: Assessment): readonly QuotingRow[] {
  const form = formOf(assessment.form, assessment.edition);
  const table = changeTableOf(form);
  return entriesOf(assessment, table).map(({ id }) => {
    const row = `${table}[${id}]`;
    const item = assessment.values[changeCell(form, row, 'item')];
    const named = typeof item === 'string' && item !== '' ? resolveHeading(assessment, item)?.paths : [];
    return { items: named ?? [], cells: [changeCell(form, row, 'before'), changeCell(form, row, 'after')] };
  });
}

/** What of a withheld item a row may show: nothing of a row about it, no piece of its words in one that may be about it. */
export type QuoteRule = 'all' | 'pieces' | 'none';

export function quoteRuleOf(
  assessment: Assessment,
  { items }: QuotingRow,
  marked: readonly Path[],
  isWhole: boolean,
): QuoteRule {
  const paths = marked.map((path) => toOrdinals(assessment, path));
  if (items.some((item) => paths.includes(item))) return isWhole ? 'all' : 'pieces';
  const isPossible = items.length === 0 || items.some((item) => paths.some((path) => isBelow(path, item)));
  return isPossible ? 'pieces' : 'none';
}

function isBelow(path: string, item: string): boolean {
  return path.startsWith(`${item}.`) || path.startsWith(`${item}[`);
}

/** Shorter pieces occur everywhere by chance. */
const MIN_PIECE_CHARACTERS = 5;

/** What a row leaves out and breaks at: （略）, lines, sentences. */
const BREAKS = /[（(〔[［]?(?:中略|後略|前略|以下略|略)[)）〕\]］]|[\n。]/;

/** The pieces of the withheld words that the text of a cell quotes. */
export function quotedPieces(value: Value | undefined, words: readonly string[]): readonly string[] {
  if (typeof value !== 'string') return [];
  return value
    .split(BREAKS)
    .filter(
      (piece) =>
        normaliseForComparison(piece).length >= MIN_PIECE_CHARACTERS &&
        words.some((text) => containsPassage(text, piece)),
    );
}
