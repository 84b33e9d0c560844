import type { ItemId } from '../forms/types';
import { findWording } from './find';
import type { HeadingPart, ItemHeadings } from './parts';

/** How far a 項目 names an item. */
export interface HeadingMatch {
  readonly headings: ItemHeadings;
  /** Letters explained, less what is missing or wrong: the greater, the surer. */
  readonly score: number;
  /** Ordinals of entries that were named (委託事項3), by list. */
  readonly ordinals: ReadonlyMap<ItemId, number>;
  /** Where each heading is in the comparable text; undefined where it is left out. */
  readonly spans: readonly (Span | undefined)[];
  readonly mistakes: readonly HeadingMistake[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a person got wrong in a 項目 (or left out). */
export type HeadingMistake =
  | { readonly kind: 'number'; readonly heading: string; readonly written: string; readonly right: string }
  | { readonly kind: 'wording'; readonly heading: string; readonly written: string }
  /** Only its number or its beginning is written. */
  | { readonly kind: 'short'; readonly heading: string; readonly written: string }
  | { readonly kind: 'missing'; readonly heading: string };

const MISSING_HEADING = 1;
const WRONG_NUMBER = 0.5;
const UNNAMED_ITEM = 2;

/** The headings of one item looked for in the text, outermost first, each behind the one before. */
export function matchHeadings(text: string, headings: ItemHeadings, cache: PartCache): HeadingMatch {
  let [score, start] = [0, 0];
  const spans: (Span | undefined)[] = [];
  const mistakes: HeadingMistake[] = [];
  const ordinals = new Map<ItemId, number>();
  headings.parts.forEach((part, at) => {
    const found = findCached(text, part, start, cache);
    spans.push(found && { from: found.from, to: found.to });
    if (!found) {
      score -= at === headings.parts.length - 1 ? UNNAMED_ITEM : MISSING_HEADING;
      if (part.wordings[0] !== undefined) mistakes.push({ kind: 'missing', heading: part.wordings[0] });
      return;
    }
    score += found.score;
    start = found.to;
    mistakes.push(...found.mistakes);
    if (part.list && found.ordinal !== undefined) ordinals.set(part.list, found.ordinal);
  });
  return { headings, score, ordinals, spans, mistakes };
}

/** Headings already looked for in one text: items share those above them. */
export type PartCache = Map<string, FoundPart | undefined>;

function findCached(text: string, part: HeadingPart, start: number, cache: PartCache): FoundPart | undefined {
  const key = `${part.number} ${part.wordings.join(' ')} ${part.list ?? ''} ${String(start)}`;
  if (!cache.has(key)) cache.set(key, findPart(text, part, start));
  return cache.get(key);
}

interface FoundPart extends Span {
  readonly score: number;
  readonly ordinal?: number;
  readonly mistakes: readonly HeadingMistake[];
}

function findPart(text: string, part: HeadingPart, start: number): FoundPart | undefined {
  return part.list
    ? findEntry(text, part, start)
    : (findHeading(text, part, start) ?? findNumber(text, part, start));
}

/** `委託事項3`; the bare word counts where no number is behind it. */
function findEntry(text: string, part: HeadingPart, start: number): FoundPart | undefined {
  const word = part.wordings[0] ?? '';
  const match = new RegExp(`${escaped(word)}(\\d{1,3})`).exec(text.slice(start));
  if (!match) return findHeading(text, part, start);
  const from = start + match.index;
  const to = from + match[0].length;
  return { from, to, score: match[0].length, ordinal: Number(match[1]), mistakes: [] };
}

function findHeading(text: string, part: HeadingPart, start: number): FoundPart | undefined {
  for (const wording of part.wordings) {
    const found = findWording(text, wording, start);
    if (!found) continue;
    const number = numberBefore(text, found.from, start);
    const isWrongNumber =
      number !== '' && part.number !== '' && digitsOnly(number) !== digitsOnly(part.number);
    const hasOwnNumber = number !== '' && !isWrongNumber && part.number !== '';
    const mistakes: HeadingMistake[] = [];
    if (isWrongNumber)
      mistakes.push({ kind: 'number', heading: wording, written: number, right: part.number });
    if (found.mistakes > 0)
      mistakes.push({ kind: 'wording', heading: wording, written: text.slice(found.from, found.to) });
    const score =
      wording.length -
      (found.mistakes > 0 ? 1 + 2 * found.mistakes : 0) +
      (hasOwnNumber ? number.length : 0) -
      (isWrongNumber ? WRONG_NUMBER : 0);
    return {
      from: hasOwnNumber || isWrongNumber ? found.from - number.length : found.from,
      to: found.to,
      score,
      mistakes,
    };
  }
  return undefined;
}

const NUMBER_BEFORE = /(?:[①-⑳]|\(?別添\d\)?|リスク\d*[:：]?|[IVX]+|\d{1,2}[.．]?)$/;

function numberBefore(text: string, at: number, start: number): string {
  return NUMBER_BEFORE.exec(text.slice(start, at))?.[0] ?? '';
}

/** The number alone (`②`, `Ⅲ`, `リスク1`), with as much of the wording as follows it. */
function findNumber(text: string, part: HeadingPart, start: number): FoundPart | undefined {
  if (!/^[①-⑳]|^リスク\d|^[IVX]+$/.test(part.number)) return undefined;
  const from = indexOfNumber(text, part.number, start);
  if (from < 0) return undefined;
  const wording = part.wordings[0] ?? '';
  const followingLetters = commonStart(text.slice(from + part.number.length), wording);
  const to = from + part.number.length + followingLetters;
  const mistakes: HeadingMistake[] =
    followingLetters < wording.length
      ? [{ kind: 'short', heading: wording, written: text.slice(from, to) }]
      : [];
  return { from, to, score: part.number.length + followingLetters, mistakes };
}

/** Roman numerals are letters too: they count only where no other letter of their kind touches them. */
function indexOfNumber(text: string, number: string, start: number): number {
  if (!/^[IVX]+$/.test(number)) return text.indexOf(number, start);
  const match = new RegExp(`(?<![IVXA-Z])${number}(?![IVXA-Z])`).exec(text.slice(start));
  return match ? start + match.index : -1;
}

function commonStart(text: string, wording: string): number {
  let length = 0;
  while (length < wording.length && text[length] === wording[length]) length++;
  return length >= 2 ? length : 0;
}

function digitsOnly(number: string): string {
  return number.replace(/[.．:：()]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
