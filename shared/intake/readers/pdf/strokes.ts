import type { Glyphs } from './glyphs';
import type { Marks, Rule } from './marks';
import { isTick } from './ticks';

/** Points: strokes of characters are no longer than the largest headings. */
const LONGEST = 24;

/**
 * Lines without the strokes of characters: some writers make text bold by drawing its outline, and the frames of 口
 * or 国 would be taken for cells.
 */
export function withoutStrokes({ rules, glyphs }: Marks): readonly Rule[] {
  const bands = bandsOf(glyphs);
  return rules.filter((rule) => rule.to - rule.from > LONGEST || !isStroke(rule, glyphs, bands));
}

/** Characters by height on the page, so that few are asked for each of many lines. */
function bandsOf(glyphs: Glyphs): readonly (readonly number[])[] {
  const bands: number[][] = [];
  for (let at = 0; at < glyphs.length; at++) (bands[bandOf(glyphs.y(at))] ??= []).push(at);
  return bands;
}

function bandOf(y: number): number {
  return Math.max(0, Math.floor(y / LONGEST));
}

function isStroke(rule: Rule, glyphs: Glyphs, bands: readonly (readonly number[] | undefined)[]): boolean {
  const band = bandOf(rule.horizontal ? rule.at : (rule.from + rule.to) / 2);
  return [band - 1, band, band + 1].some((near) =>
    bands[near]?.some(
      (at) => isWithin(rule, glyphs, at) && /\p{L}/u.test(glyphs.text(at)) && !isTick(glyphs.text(at)),
    ),
  );
}

function isWithin({ horizontal, at: course, from, to }: Rule, glyphs: Glyphs, at: number): boolean {
  const [left, right, top, bottom] = [glyphs.left(at), glyphs.right(at), glyphs.top(at), glyphs.bottom(at)];
  return horizontal
    ? course > top && course < bottom && from >= left && to <= right
    : course > left && course < right && from >= top && to <= bottom;
}
