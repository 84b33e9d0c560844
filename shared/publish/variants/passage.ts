import { normaliseIgnoringCase } from '../../japanese/normalise';
import { WITHHELD_SIGN } from './sign';

/** Words looked for in texts; white space, line breaks, width and case of letters aside, since quotes are typed anew. */
export type Passage = string;

/** UTF-16 units of a text from where to where. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/** Where a passage occurs in a text, from left to right, without overlap. What the sign itself says is no occurrence. */
export type Search = (text: string, passage: Passage) => readonly Occurrence[];

/** A search that folds each text once; it is for the texts of one document. */
export function passageSearch(): Search {
  const texts = new Map<string, readonly ComparableText[]>();
  return (text, passage) => {
    const words = normaliseIgnoringCase(passage);
    if (words === '') return [];
    const parts = texts.get(text) ?? comparableParts(text);
    texts.set(text, parts);
    return parts.flatMap((part) => occurrencesIn(part, words));
  };
}

export function containsPassage(text: string, passage: Passage): boolean {
  const words = normaliseIgnoringCase(passage);
  return words !== '' && normaliseIgnoringCase(text).includes(words);
}

/**
 * The text with every occurrence of the passages replaced by the sign; around them every character stays as it is.
 * Passages that overlap are replaced together, so that the rest of a longer one never stays.
 */
export function withheldFrom(text: string, passages: readonly Passage[], search: Search): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of merged(passages.flatMap((passage) => search(text, passage)))) {
    parts.push(text.slice(done, from), WITHHELD_SIGN);
    done = to;
  }
  return [...parts, text.slice(done)].join('');
}

function merged(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const result: Occurrence[] = [];
  for (const next of [...occurrences].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && next.from < last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else result.push(next);
  }
  return result;
}

function occurrencesIn({ text, starts, ends }: ComparableText, words: string): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    occurrences.push({ from: starts[at] ?? 0, to: ends[at + words.length - 1] ?? 0 });
  return occurrences;
}

/** A text in the form for comparing, with the position of each of its units in the original. */
interface ComparableText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function comparableParts(text: string): readonly ComparableText[] {
  let start = 0;
  return text.split(WITHHELD_SIGN).map((part) => {
    const comparable = comparableText(part, start);
    start += part.length + WITHHELD_SIGN.length;
    return comparable;
  });
}

/** What is one character when compared: half-width kana with their marks, letters with combining marks. */
const CLUSTER = /[\uff66-\uff9f][\uff9e\uff9f]?|[\s\S]\p{M}*/gu;

function comparableText(text: string, offset: number): ComparableText {
  const [units, starts, ends]: [string[], number[], number[]] = [[], [], []];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const comparable = normaliseIgnoringCase(cluster);
    units.push(comparable);
    starts.push(...Array<number>(comparable.length).fill(offset + index));
    ends.push(...Array<number>(comparable.length).fill(offset + index + cluster.length));
  }
  return { text: units.join(''), starts, ends };
}
