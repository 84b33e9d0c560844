import type { Box } from './geometry';
import { Glyphs } from './glyphs';

/** A line of text; for vertical text a column, turned so that `left`/`right` run along the writing. */
export interface Line extends Box {
  readonly text: string;
  readonly size: number;
  /** Length of the first word, which the line before had no room for. Points. */
  readonly firstWord: number;
}

/** Shares of the size. */
const SAME_ROW = 0.5;
const WORD_GAP = 0.5;

/** Numbers of characters. */
type Places = readonly number[];

/** The lines of these characters from top to bottom; vertical columns from right to left behind them. */
export function linesOf(glyphs: Glyphs, places: Places): readonly Line[] {
  const across = places.filter((at) => glyphs.direction(at) === 'across');
  const lines = linesAcross(glyphs, across);
  if (across.length === places.length) return lines;
  return [
    ...lines,
    ...linesAcross(...turned(glyphs, places, 'down')),
    ...linesAcross(...turned(glyphs, places, 'up')),
  ];
}

function linesAcross(glyphs: Glyphs, places: Places): readonly Line[] {
  return rowsOf(glyphs, places)
    .map((row) => lineOf(glyphs, row))
    .filter(({ text }) => text.trim() !== '');
}

/** The characters of one direction as if written across. Vertical columns read from the right: the rightmost is on top. */
function turned(glyphs: Glyphs, places: Places, direction: 'down' | 'up'): readonly [Glyphs, Places] {
  const all = new Glyphs();
  for (const at of places) {
    if (glyphs.direction(at) !== direction) continue;
    const [left, top, right, bottom] = [glyphs.left(at), glyphs.top(at), glyphs.right(at), glyphs.bottom(at)];
    if (direction === 'down') all.add(glyphs.text(at), 'across', top, -right, bottom, -left, glyphs.size(at));
    else all.add(glyphs.text(at), 'across', -bottom, left, -top, right, glyphs.size(at));
  }
  return [all, Array.from({ length: all.length }, (_, at) => at)];
}

function rowsOf(glyphs: Glyphs, places: Places): readonly Places[] {
  const rows: number[][] = [];
  let [middle, size] = [0, 0];
  for (const at of sorted(places, (place) => glyphs.y(place))) {
    const row = rows[rows.length - 1];
    if (row && glyphs.y(at) - middle <= Math.max(size, glyphs.size(at)) * SAME_ROW) row.push(at);
    else {
      rows.push([at]);
      [middle, size] = [glyphs.y(at), glyphs.size(at)];
    }
  }
  return rows.map((row) =>
    withoutRepeats(
      glyphs,
      sorted(row, (place) => glyphs.left(place)),
    ),
  );
}

/** In rising order; most come in it already. */
function sorted(places: Places, key: (at: number) => number): Places {
  let last = -Infinity;
  for (const at of places) {
    const next = key(at);
    if (next < last) return [...places].sort((a, b) => key(a) - key(b));
    last = next;
  }
  return places;
}

/** A character drawn again this close (share of its size) is the same one made bold or shaded. */
const SAME_PLACE = 0.12;

/** Each character of a row once, as it was drawn first. */
function withoutRepeats(glyphs: Glyphs, row: Places): Places {
  const gone = new Set<number>();
  row.forEach((at, index) => {
    const near = glyphs.size(at) * SAME_PLACE;
    for (let before = index - 1; before >= 0; before--) {
      const other = row[before] ?? at;
      if (glyphs.left(at) - glyphs.left(other) >= near) return;
      if (!gone.has(other) && isRepeat(glyphs, other, at, near)) gone.add(Math.max(other, at));
    }
  });
  return gone.size === 0 ? row : row.filter((at) => !gone.has(at));
}

function isRepeat(glyphs: Glyphs, one: number, other: number, near: number): boolean {
  return (
    glyphs.text(one) === glyphs.text(other) &&
    !glyphs.isBlank(one) &&
    Math.abs(glyphs.top(one) - glyphs.top(other)) < near
  );
}

function lineOf(glyphs: Glyphs, row: Places): Line {
  const inked = row.filter((at) => !glyphs.isBlank(at));
  const shown = inked.length ? inked : row;
  let [left, top, right, bottom, size] = [Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const at of shown) {
    left = Math.min(left, glyphs.left(at));
    top = Math.min(top, glyphs.top(at));
    right = Math.max(right, glyphs.right(at));
    bottom = Math.max(bottom, glyphs.bottom(at));
    size = Math.max(size, glyphs.size(at));
  }
  return { text: textOf(glyphs, row), left, top, right, bottom, size, firstWord: firstWordOf(glyphs, shown) };
}

/** Characters with a blank wherever the page leaves room for one. */
function textOf(glyphs: Glyphs, row: Places): string {
  let text = '';
  let right = Infinity;
  for (const at of row) {
    const next = glyphs.text(at);
    const gap = glyphs.left(at) - right;
    if (gap > glyphs.size(at) * WORD_GAP && !text.endsWith(' ') && next !== ' ') text += ' ';
    text += next;
    right = glyphs.right(at);
  }
  return text.replace(/^ +| +$/g, '');
}

/** Characters that never begin a line (JIS X 4051): they come down together with the one before them. */
const NOT_AT_START =
  /^[、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕,.)\]}:;!?ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
const LATIN = /^[\w.,/@-]+$/;

function firstWordOf(glyphs: Glyphs, row: Places): number {
  const text = (index: number) => glyphs.text(row[index] ?? 0);
  let end = 1;
  while (end < row.length && goesOn(text(end - 1), text(end))) end++;
  return glyphs.right(row[end - 1] ?? 0) - glyphs.left(row[0] ?? 0);
}

function goesOn(before: string, next: string): boolean {
  return (
    NOT_AT_START.test(next) ||
    (LATIN.test(before) && LATIN.test(next)) ||
    /[「『（(［[｛〈《【〔]$/.test(before)
  );
}

/** Signs with which a new item of a list begins. */
export const BULLET = /^([・※◆◇■□●○◎▼▽☑☐【＜〈《①-⑳㋐-㋾]|[（(]?[0-9０-９ア-ンa-zA-Z]{1,2}[)）.．、])/;

/**
 * Lines as text: broken by \n only where the writer broke them, not where the line was full. `right` is the edge
 * that lines may reach.
 */
export function joinLines(lines: readonly Line[], right: number): string {
  return lines.reduce((text, line, at) => {
    const before = lines[at - 1];
    if (!before) return line.text;
    const goesOn = wraps(before, line, right) && !isNextItem(lines.slice(0, at), line);
    return text + (goesOn ? seam(before, line, right) : '\n') + line.text;
  }, '');
}

/** `5）` where an earlier line begins with `4）`: another item of the same list. */
function isNextItem(earlier: readonly Line[], line: Line): boolean {
  const kind = bulletKind(line.text);
  return kind !== '' && earlier.some(({ text }) => bulletKind(text) === kind);
}

/** The sign a line begins with, numbers as `#`; '' where it begins with none. */
function bulletKind(text: string): string {
  const sign = BULLET.exec(text)?.[0] ?? '';
  return sign.replace(/[0-9０-９①-⑳]+/g, '#');
}

/** Characters: in a column this narrow every word is broken, and nobody breaks lines by hand. */
const NARROW = 4.5;

/** Whether the next line goes on because its first word had no room. */
export function wraps(line: Line, next: Line, right: number): boolean {
  const slack = line.size * 0.05;
  const isNarrow = right - line.left < line.size * NARROW;
  if (!isNarrow && line.right + next.firstWord <= right + slack) return false;
  return !(/[。：:]$/.test(line.text) && BULLET.test(next.text));
}

/** Words of Latin letters had a blank between them; one that is longer than the line was broken within itself. */
function seam(line: Line, next: Line, right: number): string {
  const isBroken = LATIN.test(line.text) && right - line.right < line.size * WORD_GAP;
  return !isBroken && /[A-Za-z,;]$/.test(line.text) && /^[A-Za-z]/.test(next.text) ? ' ' : '';
}
