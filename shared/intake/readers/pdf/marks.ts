import type { Box } from './geometry';

/** One character as it stands on the page. */
export interface Glyph extends Box {
  readonly text: string;
  /** Height of the font, points. */
  readonly size: number;
  /** Where the next character stands: to the right, below (vertical or turned text), above. */
  readonly direction: 'across' | 'down' | 'up';
}

/** A drawn straight line, horizontal (`at` = y) or vertical (`at` = x). */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page shows: characters in the order of drawing, lines, and filled areas that are not white. */
export interface Marks {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly shades: readonly Box[];
  /** Small shapes that are no straight lines: ticks drawn by hand, parts of pictures. */
  readonly inks: readonly Box[];
  /** Characters that the file gives no meaning to. */
  readonly unreadable: number;
}
