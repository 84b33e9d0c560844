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
  return rules.filter((rule) => rule.to - rule.from > LONGEST || !isStroke(rule, glyphs));
}

function isStroke(rule: Rule, glyphs: Glyphs): boolean {
  for (let at = 0; at < glyphs.length; at++) {
    if (isWithin(rule, glyphs, at) && /\p{L}/u.test(glyphs.text(at)) && !isTick(glyphs.text(at))) return true;
  }
  return false;
}

function isWithin({ horizontal, at: course, from, to }: Rule, glyphs: Glyphs, at: number): boolean {
  const [left, right, top, bottom] = [glyphs.left(at), glyphs.right(at), glyphs.top(at), glyphs.bottom(at)];
  return horizontal
    ? course > top && course < bottom && from >= left && to <= right
    : course > left && course < right && from >= top && to <= bottom;
}
