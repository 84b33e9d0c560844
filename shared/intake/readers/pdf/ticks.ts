import { TICKED, UNTICKED } from '../ticks';
import { contains, containsMiddle, type Box } from './geometry';
import type { RuledTable } from './grid';
import type { Glyph } from './glyphs';
import type { Marks } from './marks';

/** Sides of a box that can be ticked. Points. */
const SMALLEST = 5;
const LARGEST = 16;

/** What a tick looks like when it is a character. */
const TICK = /^[✓✔✗✘×☓レ√■●∨vVxX]$/;

export function isTick(text: string): boolean {
  return TICK.test(text);
}

/** Whether a ruled table is a single square of the size of a character. */
export function isTickBox({ box, cells }: RuledTable): boolean {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const isSquare = Math.max(width, height) <= Math.min(width, height) * 1.4;
  return cells.length === 1 && isSquare && Math.min(width, height) >= SMALLEST && isTiny(box);
}

/** No larger than a character: a box to be ticked, or strokes of characters that are drawn as lines (口, 国). */
export function isTiny({ left, top, right, bottom }: Box): boolean {
  return right - left <= LARGEST && bottom - top <= LARGEST;
}

/** The box as a character, and the characters it stands for; `undefined` where it holds other text than a tick. */
export function tickGlyph(
  box: Box,
  { glyphs, inks }: Marks,
): { glyph: Glyph; replaced: readonly number[] } | undefined {
  const inside: number[] = [];
  for (let at = 0; at < glyphs.length; at++) {
    if (contains(box, glyphs.x(at), glyphs.y(at)) && !glyphs.isBlank(at)) inside.push(at);
  }
  if (inside.some((at) => !isTick(glyphs.text(at)))) return undefined;
  const drawn = inks.some((ink) => containsMiddle(box, ink));
  return { glyph: boxGlyph(box, inside.length > 0 || drawn), replaced: inside };
}

export function boxGlyph(box: Box, ticked: boolean): Glyph {
  return { ...box, text: ticked ? TICKED : UNTICKED, size: box.bottom - box.top, direction: 'across' };
}
