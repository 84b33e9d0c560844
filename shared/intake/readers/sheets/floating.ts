import type { Address } from './address';

/** A box that can be ticked, floating over a sheet. */
export interface FloatingTick extends Address {
  /** Distance from the left edge of its column, for the order of several over one cell. */
  readonly offset: number;
  /** A ticked or empty box with its caption. */
  readonly text: string;
}

/** What floats over the cells: ticks and pictures by the cell below them, the others as paragraphs of their own. */
export interface FloatingParts {
  readonly ticks: readonly FloatingTick[];
  readonly pictures: readonly FloatingPicture[];
  readonly texts: readonly FloatingText[];
}

export interface FloatingPicture extends Address {
  readonly hash: string;
}

export interface FloatingText {
  readonly role: 'textbox' | 'comment';
  readonly text: string;
  /** Undefined where the file does not say whose note it is. */
  readonly at: Address | undefined;
}

/** Pixels below the upper edge of a row from which a box belongs to the row below: it is drawn over the next one. */
const LOW_IN_ROW = 14;

/** The row that a box is drawn over whose top edge lies so many pixels below the edge of `row`. */
export function rowUnder(row: number, down: number): number {
  return down > LOW_IN_ROW ? row + 1 : row;
}

/** The text of a cell with the boxes that float over it: boxes with captions behind, bare ones before. */
export function withTicks(text: string, ticks: readonly FloatingTick[]): string {
  const ordered = [...ticks]
    .sort((a, b) => a.column - b.column || a.offset - b.offset)
    .map((tick) => tick.text);
  const bare = ordered.filter((tick) => tick.length === 1);
  const captioned = ordered.filter((tick) => tick.length > 1);
  return [bare.join('') + text, ...captioned].filter((part) => part !== '').join('　');
}
