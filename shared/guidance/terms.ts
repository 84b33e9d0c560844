import file from '../../resources/guidance/terms.json';
import type { Term } from './types';

/** The glossary of the field, in the order of the file. */
export const TERMS = file.terms as readonly Term[];

/** A stretch of a text: plain, or a word of the glossary. */
export interface TermPart {
  readonly text: string;
  readonly term?: Term;
}

const byWord = new Map(TERMS.flatMap((term) => term.words.map((word) => [word, term] as const)));

/** Longer words first, so that 特定個人情報ファイル is not read as 特定個人情報. */
const pattern = new RegExp([...byWord.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/**
 * Texts in parts, each joined again equal to its text. A term is marked where it occurs first in all of them; later
 * occurrences stay plain, so that a page is not full of marks.
 */
export function markTerms(texts: readonly string[]): readonly (readonly TermPart[])[] {
  const seen = new Set<string>();
  return texts.map((text) => partsOf(text, seen));
}

function partsOf(text: string, seen: Set<string>): readonly TermPart[] {
  const parts: TermPart[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const term = byWord.get(word);
    if (!term || seen.has(term.id)) continue;
    seen.add(term.id);
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: word, term });
    from = index + word.length;
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts;
}

/** The terms that occur in texts, in the order of their first occurrence. */
export function termsIn(texts: readonly string[]): readonly Term[] {
  return markTerms(texts).flatMap((parts) => parts.flatMap(({ term }) => term ?? []));
}
