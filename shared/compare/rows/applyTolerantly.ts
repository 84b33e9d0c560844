import { normaliseForComparison } from '../../japanese/normalise';
import type { RowTexts } from './rowTexts';

/** A text with its comparable form, character by character. */
interface ComparableText {
  readonly text: string;
  /** Where each comparable character begins in the original; one more for the end. */
  readonly at: readonly number[];
}

function comparableText(original: string): ComparableText {
  let text = '';
  const at: number[] = [];
  let position = 0;
  for (const character of original) {
    for (const folded of normaliseForComparison(character)) {
      text += folded;
      at.push(...Array<number>(folded.length).fill(position));
    }
    position += character.length;
  }
  return { text, at: [...at, original.length] };
}

/** The ways in which people write that something is left out. */
const ELISION = /[（(]\s*(?:以下|中|前|後)?略\s*[）)]|(?:以下略|中略)|(?<![\p{L}])略(?![\p{L}])/gu;
const ELIDED = '\u0000';

/** Whether a text written by a person leaves something out. */
export function hasElision(text: string): boolean {
  return text.search(ELISION) >= 0;
}

/** How a row written by a person fits a text: the whole of it, with （略）, or only the words that changed. */
export type RowFit = 'whole' | 'elided' | 'part';

/**
 * The text after a row that a person wrote: width, white space and line breaks need not agree, （略） may be written
 * in any way, and the row may show only the words that changed. Undefined where 変更前 does not fit.
 */
export function applyTolerantly(
  text: string,
  row: RowTexts,
): { readonly fit: RowFit; readonly text: string } | undefined {
  if (normaliseForComparison(text) === normaliseForComparison(row.before))
    return { fit: 'whole', text: row.after };
  const [older, newer] = [piecesOf(row.before), piecesOf(row.after)];
  if (older.length > 1) return withElisions(text, older, newer);
  return withWordsReplaced(text, row);
}

function piecesOf(text: string): readonly string[] {
  return text.replace(ELISION, ELIDED).split(ELIDED);
}

function withElisions(text: string, older: readonly string[], newer: readonly string[]) {
  if (older.length !== newer.length) return undefined;
  const folded = comparableText(text);
  const gaps = tolerantGaps(folded, text, older.map(normaliseForComparison));
  return (
    gaps && { fit: 'elided' as const, text: newer.map((piece, at) => piece + (gaps[at] ?? '')).join('') }
  );
}

/** The texts between the pieces; the first and last piece may be anywhere: people leave out （略） at the ends. */
function tolerantGaps(
  folded: ComparableText,
  original: string,
  pieces: readonly string[],
): readonly string[] | undefined {
  const ends: { readonly from: number; readonly to: number }[] = [];
  let start = 0;
  for (const piece of pieces) {
    const found = folded.text.indexOf(piece, start);
    if (found < 0) return undefined;
    ends.push({ from: found, to: found + piece.length });
    start = found + piece.length;
  }
  const last = pieces.at(-1) === '' ? folded.text.length : undefined;
  return ends.slice(0, -1).map(({ to }, at) => {
    const next = at === ends.length - 2 && last !== undefined ? last : (ends[at + 1]?.from ?? to);
    return original.slice(folded.at[to], folded.at[next]);
  });
}

/** Replaces every occurrence of the words of 変更前. */
function withWordsReplaced(text: string, { before, after }: RowTexts) {
  const words = normaliseForComparison(before);
  if (words === '') return undefined;
  const folded = comparableText(text);
  let result = '';
  let done = 0;
  for (
    let found = folded.text.indexOf(words);
    found >= 0;
    found = folded.text.indexOf(words, found + words.length)
  ) {
    result += text.slice(done, folded.at[found]) + after;
    done = folded.at[found + words.length] ?? text.length;
  }
  return done === 0 && result === '' ? undefined : { fit: 'part' as const, text: result + text.slice(done) };
}
