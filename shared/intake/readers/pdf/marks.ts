import type { Box } from './geometry';
import type { Glyphs } from './glyphs';

/** A drawn straight line, horizontal (`at` = y) or vertical (`at` = x). */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page shows: characters, lines, and filled areas that are not white. */
export interface Marks {
  readonly glyphs: Glyphs;
  readonly rules: readonly Rule[];
  readonly shades: readonly Box[];
  /** Small shapes that are no straight lines: ticks drawn by hand, parts of pictures. */
  readonly inks: readonly Box[];
  /** Degrees, clockwise, by which the page must be turned for most of its text to run across. */
  readonly turn: number;
  /** Characters that the file gives no meaning to. */
  readonly unreadable: number;
}
