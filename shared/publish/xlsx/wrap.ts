import { isNarrow, SIZE } from '../model/measure';
import type { Twips } from '../model/types';

/**
 * Characters that stay together in a line: a word, with the brackets that open before it and the stops that may not
 * begin a line (行頭禁則) after it. Excel moves all of them down.
 */
const UNBREAKABLE =
  /[（「『【〔［([]*(?:[!-~\u00c0-\u024f]+|[^])[、。，．・：；？！）」』】〕］ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/gu;

/** A line more on so many: at another zoom Excel breaks some lines earlier. */
const LINES_PER_SPARE_LINE = 25;

/** Points between two lines of ＭＳ 明朝 as Excel sets them, by size in half points: the font's pixels and three. */
const PITCH: Readonly<Record<number, number>> = { [SIZE.body]: 13, [SIZE.small]: 11.25 };
const PADDING = 5;
/** Twips that stay free beside a text: five pixels in Excel, more in LibreOffice. */
const FREE_WIDTH = 180;
/** Programs that round the widths of characters need a little more. */
const WIDTH_FACTOR = 0.975;
/** Ems of a letter or digit: a half in ＭＳ 明朝, more in its replacement elsewhere. */
const NARROW_EMS = 0.6;
const TWIPS_PER_HALF_POINT = 10;

/** Points that a text needs in a cell of this width at a size in half points, broken into lines as Excel does. */
export function heightOf(text: string, width: Twips, size: number = SIZE.body): number {
  const lines = wrappedLines(text, width, size);
  return (lines + Math.floor(lines / LINES_PER_SPARE_LINE)) * (PITCH[size] ?? size * 0.62) + PADDING;
}

export function wrappedLines(text: string, width: Twips, size: number = SIZE.body): number {
  const room = Math.max(1, ((width - FREE_WIDTH) * WIDTH_FACTOR) / (size * TWIPS_PER_HALF_POINT));
  return text.split('\n').reduce((sum, line) => sum + linesIn(line, room), 0);
}

function linesIn(line: string, room: number): number {
  if (ems(line) <= room) return 1;
  let lines = 1;
  let used = 0;
  for (const part of line.match(UNBREAKABLE) ?? []) {
    const width = ems(part);
    used += width;
    if (used <= room) continue;
    // What is longer than a line is broken anywhere.
    lines += Math.max(1, Math.ceil(width / room));
    used = width % room;
  }
  return lines;
}

function ems(text: string): number {
  let sum = 0;
  for (const char of text) sum += isNarrow(char) ? NARROW_EMS : 1;
  return sum;
}
