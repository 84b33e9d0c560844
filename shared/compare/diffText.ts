import { diffArrays } from 'diff';
import { splitsGrapheme, segmentWords } from '../japanese/segment';
import { pairLines } from './pairLines';
import { Likeness } from './likeness';

/** A part of two texts that are compared: joined without `added` they are the old text, without `removed` the new. */
export interface Segment {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The differences of two texts: paragraphs aligned first, then words. Exact to the character, and mirrored when the
 * arguments are swapped.
 */
export function diffText(before: string, after: string): readonly Segment[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return before < after ? diffOrdered(before, after) : mirror(diffOrdered(after, before));
}

/** The same differences seen from the other side. */
export function mirror(segments: readonly Segment[]): readonly Segment[] {
  return joined(segments.map(({ kind, text }) => ({ kind: OPPOSITE[kind], text })));
}

const OPPOSITE = { same: 'same', removed: 'added', added: 'removed' } as const;

export function oldText(segments: readonly Segment[]): string {
  return segments.map(({ kind, text }) => (kind === 'added' ? '' : text)).join('');
}

export function newText(segments: readonly Segment[]): string {
  return segments.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('');
}

function diffOrdered(before: string, after: string): readonly Segment[] {
  const hunks = hunksOf(linesOf(before), linesOf(after));
  return joined(hunks.flatMap((hunk) => ('same' in hunk ? [same(hunk.same)] : diffHunk(hunk))));
}

type Hunk =
  { readonly same: string } | { readonly removed: readonly string[]; readonly added: readonly string[] };

/** Lines with their line break. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== '');
}

function hunksOf(before: string[], after: string[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let open: { removed: string[]; added: string[] } | undefined;
  for (const change of diffArrays(before, after)) {
    if (!change.added && !change.removed) {
      hunks.push({ same: change.value.join('') });
      open = undefined;
      continue;
    }
    if (!open) hunks.push((open = { removed: [], added: [] }));
    open[change.added ? 'added' : 'removed'].push(...change.value);
  }
  return hunks;
}

function diffHunk({ removed, added }: Exclude<Hunk, { same: string }>): readonly Segment[] {
  return pairLines(removed, added, new Likeness()).flatMap((pair) =>
    pair.before !== undefined && pair.after !== undefined
      ? diffWords(pair.before, pair.after)
      : [...removal(pair.before ?? ''), ...addition(pair.after ?? '')],
  );
}

/** More differing words than this and the paragraph counts as rewritten as a whole. */
const MAX_CHANGED_WORDS = 1200;

function diffWords(before: string, after: string): readonly Segment[] {
  const [start, end] = commonEnds(before, after);
  const [older, newer] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const changes = diffArrays([...segmentWords(older)], [...segmentWords(newer)], {
    maxEditLength: MAX_CHANGED_WORDS,
  });
  const middle = changes
    ? changes.map(({ added, removed, value }) => segment(added, removed, value.join('')))
    : [...removal(older), ...addition(newer)];
  return replaceShortMatches([
    ...unchanged(before.slice(0, start)),
    ...middle,
    ...unchanged(before.slice(before.length - end)),
  ]);
}

function segment(added: boolean, removed: boolean, text: string): Segment {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text };
}

/** Lengths of what is alike at both ends, cut at a place where a word may end. */
function commonEnds(before: string, after: string): readonly [number, number] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  start = backToBoundary(before, after, start);
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [start, forwardToBoundary(before, after, end)];
}

const BREAK = /[\s、。，．「」『』（）()【】＜＞<>・：:；;／/\n]/;
/** The boundary of a word is searched within so many characters. */
const MAX_BOUNDARY_DISTANCE = 30;

function backToBoundary(before: string, after: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < MAX_BOUNDARY_DISTANCE && !BREAK.test(before[at - 1] ?? '')) at--;
  while (splitsGrapheme(before, at) || splitsGrapheme(after, at)) at--;
  return at;
}

function forwardToBoundary(before: string, after: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < MAX_BOUNDARY_DISTANCE && !BREAK.test(before[before.length - at] ?? '')) at--;
  while (at > 0 && (splitsGrapheme(before, before.length - at) || splitsGrapheme(after, after.length - at)))
    at--;
  return at;
}

/** One short word between two changes makes them hard to read: it joins them. */
function replaceShortMatches(segments: readonly Segment[]): readonly Segment[] {
  return segments.flatMap((segment, at) =>
    segment.kind === 'same' && isShortMatch(segments, at)
      ? [...removal(segment.text), ...addition(segment.text)]
      : [segment],
  );
}

function isShortMatch(segments: readonly Segment[], at: number): boolean {
  const text = segments[at]?.text ?? '';
  if (text.length > 1 || text === '\n' || at === 0 || at === segments.length - 1) return false;
  return sizeAround(segments, at, -1) >= 4 && sizeAround(segments, at, 1) >= 4;
}

function sizeAround(segments: readonly Segment[], at: number, direction: -1 | 1): number {
  let size = 0;
  for (let next = at + direction; segments[next] && segments[next]?.kind !== 'same'; next += direction)
    size += segments[next]?.text.length ?? 0;
  return size;
}

const same = (text: string): Segment => ({ kind: 'same', text });
const unchanged = (text: string): readonly Segment[] => (text === '' ? [] : [same(text)]);
const removal = (text: string): readonly Segment[] => (text === '' ? [] : [{ kind: 'removed', text }]);
const addition = (text: string): readonly Segment[] => (text === '' ? [] : [{ kind: 'added', text }]);

/** Joins neighbouring segments of one kind; in every change the removed text precedes the added text. */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    result.push(...removal(removed), ...addition(added));
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of segments) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = same(last.text + text);
      else result.push(same(text));
    }
  }
  flush();
  return result;
}
