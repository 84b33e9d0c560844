import { TICKED, UNTICKED } from '../ticks';
import { centreOf, contains, type Box } from './geometry';
import type { RuledTable } from './grid';
import type { Glyph, Marks } from './marks';

/** Sides of a box that can be ticked. Points. */
const SMALLEST = 5;
const LARGEST = 16;

/** What a tick looks like when it is a character. */
const TICK = /^[✓✔✗✘×☓レ√■●∨vVxX]$/;

/** Whether a ruled table is a single square of the size of a character. */
export function isTickBox({ box, cells }: RuledTable): boolean {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const small = (side: number) => side >= SMALLEST && side <= LARGEST;
  return (
    cells.length === 1 &&
    small(width) &&
    small(height) &&
    Math.max(width, height) <= Math.min(width, height) * 1.4
  );
}

/** Boxes as characters; `undefined` where one holds other text than a tick. */
export function tickGlyph(box: Box, marks: Marks): { glyph: Glyph; replaced: readonly Glyph[] } | undefined {
  const inside = marks.glyphs.filter((glyph) => glyph.text.trim() !== '' && contains(box, centreOf(glyph)));
  if (inside.some(({ text }) => !TICK.test(text))) return undefined;
  const drawn = marks.inks.some((ink) => contains(box, centreOf(ink)));
  return { glyph: boxGlyph(box, inside.length > 0 || drawn), replaced: inside };
}

export function boxGlyph(box: Box, ticked: boolean): Glyph {
  return { ...box, text: ticked ? TICKED : UNTICKED, size: box.bottom - box.top, direction: 'across' };
}
