import type { Box } from './geometry';
import type { Glyph } from './marks';

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

/** The lines of these characters from top to bottom; vertical columns from right to left behind them. */
export function linesOf(glyphs: readonly Glyph[]): readonly Line[] {
  const across = glyphs.filter(({ direction }) => direction === 'across');
  const down = glyphs.filter(({ direction }) => direction === 'down').map(turnDown);
  const up = glyphs.filter(({ direction }) => direction === 'up').map(turnUp);
  return [across, down, up]
    .flatMap(rowsOf)
    .map(lineOf)
    .filter(({ text }) => text.trim() !== '');
}

/** Vertical columns read from right to left: turned, the rightmost is on top. */
function turnDown(glyph: Glyph): Glyph {
  return { ...glyph, left: glyph.top, right: glyph.bottom, top: -glyph.right, bottom: -glyph.left };
}

function turnUp(glyph: Glyph): Glyph {
  return { ...glyph, left: -glyph.bottom, right: -glyph.top, top: glyph.left, bottom: glyph.right };
}

function rowsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const middle = (glyph: Glyph) => (glyph.top + glyph.bottom) / 2;
  const rows: { middle: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => middle(a) - middle(b))) {
    const row = rows[rows.length - 1];
    if (row && middle(glyph) - row.middle <= Math.max(row.size, glyph.size) * SAME_ROW)
      row.glyphs.push(glyph);
    else rows.push({ middle: middle(glyph), size: glyph.size, glyphs: [glyph] });
  }
  return rows.map((row) => row.glyphs.sort((a, b) => a.left - b.left));
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  const shown = inked.length ? inked : glyphs;
  return {
    text: textOf(glyphs),
    left: Math.min(...shown.map(({ left }) => left)),
    right: Math.max(...shown.map(({ right }) => right)),
    top: Math.min(...shown.map(({ top }) => top)),
    bottom: Math.max(...shown.map(({ bottom }) => bottom)),
    size: Math.max(...shown.map(({ size }) => size)),
    firstWord: firstWordOf(shown),
  };
}

/** Characters with a blank wherever the page leaves room for one. */
function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const gap = last ? glyph.left - last.right : 0;
    if (last && gap > glyph.size * WORD_GAP && !text.endsWith(' ') && glyph.text !== ' ') text += ' ';
    text += glyph.text;
    last = glyph;
  }
  return text.replace(/^ +| +$/g, '');
}

/** Characters that never begin a line (JIS X 4051): they come down together with the one before them. */
const NOT_AT_START =
  /^[、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕,.)\]}:;!?ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/;
const LATIN = /^[\w.,/@-]+$/;

function firstWordOf(glyphs: readonly Glyph[]): number {
  const first = glyphs[0];
  if (!first) return 0;
  let end = 1;
  while (glyphs[end] && goesOn(glyphs[end - 1]?.text ?? '', glyphs[end]?.text ?? '')) end++;
  return (glyphs[end - 1]?.right ?? first.right) - first.left;
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
    return text + (goesOn ? seam(before, line) : '\n') + line.text;
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

/** Words of Latin letters had a blank between them. */
function seam(line: Line, next: Line): string {
  return /[A-Za-z,;]$/.test(line.text) && /^[A-Za-z]/.test(next.text) ? ' ' : '';
}
