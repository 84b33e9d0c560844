import type { Twips } from './types';

/** A4 portrait with margins of 20 mm: the width that lines of text have. */
export const PAGE = { width: 11906, height: 16838, margin: 1134, header: 567 } as const;
export const TEXT_WIDTH: Twips = PAGE.width - 2 * PAGE.margin;
/** A4 landscape with margins of 15 mm, for 変更箇所. */
export const WIDE = { width: 16838, height: 11906, margin: 850, header: 397 } as const;
export const WIDE_TEXT_WIDTH: Twips = WIDE.width - 2 * WIDE.margin;

/** Left and right padding of a cell. */
export const CELL_PADDING: Twips = 80;

/** Type sizes in half points, as Word counts them. */
export const SIZE = { body: 21, small: 16, option: 15, part: 30, item: 22, title: 36 } as const;

/**
 * From line to line, in type sizes. Word makes lines of its own fonts about this high and LibreOffice those of others a
 * quarter lower, so pages of both, and of the PDF, are set by this one figure.
 */
export const LINE_PITCH = 1.32;

/**
 * The grid of an item table: edge beside nested labels, label (全ての記録項目 has one line), label of a part of an item, value, and
 * ＜選択肢＞ in two columns, because a part of an item leaves less room for its value.
 */
export const GRID: readonly Twips[] = [340, 1640, 1215, 2380, 600, 3463];

export function widthOf(columns: readonly Twips[], from: number, span: number): Twips {
  return columns.slice(from, from + span).reduce((sum, width) => sum + width, 0);
}

/** Width of a text in ems: a full-width character is 1, others a half. */
export function ems(text: string): number {
  let sum = 0;
  for (const char of text) sum += isNarrow(char) ? 0.5 : 1;
  return sum;
}

/** Lines that a text takes in a cell of this width at a type size in half points. */
export function lineCount(text: string, width: Twips, size: number = SIZE.body): number {
  const perLine = Math.max(1, emsIn(width, size));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / perLine)), 0);
}

export function emsIn(width: Twips, size: number): number {
  return Math.floor((width - 2 * CELL_PADDING) / (size * 10));
}

export function isNarrow(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x2000 || (code >= 0xff61 && code <= 0xffdc);
}
