import { keyOf } from '../fold';
import type { Line } from './pages';
import { appendAll } from '../../lists';

/** What the form prints above the table of changes. */
export interface Heads {
  /** Of its columns, in order. */
  readonly columns: readonly string[];
  /** Of the annex that holds it. */
  readonly titles: readonly string[];
}

/** Longest first, as `isHead` wants them. */
export function headKeys(printed: readonly string[]): readonly string[] {
  return printed.map(keyOf).sort((a, b) => b.length - a.length);
}

/** A narrow column also breaks the words at its head. */
const HEAD_LINES = 4;

export function withoutHeads(lines: readonly Line[], heads: readonly string[]): readonly Line[] {
  const kept: Line[] = [];
  for (let at = 0; at < lines.length;) {
    const count = headLines(lines, at, heads);
    if (count === 0) appendAll(kept, lines.slice(at, at + 1));
    at += Math.max(1, count);
  }
  return kept;
}

/** Rules most lines out before they are folded. */
function hasOnlyOf(heads: readonly string[], text: string): boolean {
  return (
    text.length <= MOST_HEADS &&
    Array.from(keyOf(text)).every((character) => heads.some((head) => head.includes(character)))
  );
}

/** Longest line that can be heads of columns. */
const MOST_HEADS = 60;

/** How many lines from here are nothing but heads of columns; 0 where the first is something else. */
export function headLines(lines: readonly Line[], at: number, heads: readonly string[]): number {
  if (!hasOnlyOf(heads, lines[at]?.text ?? '')) return 0;
  for (let count = 1; count <= HEAD_LINES && at + count <= lines.length; count++) {
    const text = lines
      .slice(at, at + count)
      .map((line) => line.text)
      .join('');
    if (isHead(text, heads)) return count;
  }
  return 0;
}

/** A line of nothing but the heads of columns, in whatever order. */
export function isHead(text: string, heads: readonly string[]): boolean {
  let rest = keyOf(text);
  if (rest === '') return false;
  for (const head of heads) rest = rest.split(head).join('');
  return rest === '';
}

/** Most lines that narrow columns make of their heads. */
const RUN_LINES = 24;

/**
 * Lines in a row that hold the heads of all columns in pieces, and nothing else: where lines of neighbouring cells
 * run into each other, `提出` and `時期` stand apart, with words of the next head between.
 */
export function headRun(lines: readonly Line[], columns: readonly string[]): readonly Line[] | undefined {
  const all = lettersOf(columns.map(keyOf).join(''));
  for (let at = 0; at < lines.length; at++) {
    const count = runFrom(lines, at, new Map(all));
    if (count > 0) return lines.slice(at, at + count);
  }
  return undefined;
}

function runFrom(lines: readonly Line[], from: number, left: Map<string, number>): number {
  for (let at = from; at < Math.min(lines.length, from + RUN_LINES); at++) {
    const text = lines[at]?.text ?? '';
    if (text.length > LONGEST_HEADS || !take(left, keyOf(text))) return 0;
    if (left.size === 0) return at - from + 1;
  }
  return 0;
}

function lettersOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Takes the letters of a word out; false where one of them is not left. */
function take(left: Map<string, number>, word: string): boolean {
  for (const letter of word) {
    const count = left.get(letter) ?? 0;
    if (count === 0) return false;
    if (count === 1) left.delete(letter);
    else left.set(letter, count - 1);
  }
  return true;
}

/** Longest line of heads with the room between the columns. */
const LONGEST_HEADS = 200;
