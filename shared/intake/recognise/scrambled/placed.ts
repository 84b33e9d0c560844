import type { Atom } from './atom';
import type { Slot } from './slots';

/** A heading or the heading of an entry. */
export type HeadingAtom = Extract<Atom, { kind: 'heading' | 'entry' }>;

/** Which place of the form a heading of the text is. */
export interface Placed {
  /** Undefined: words of the text that only look like a heading. */
  readonly slot: Slot | undefined;
  /** Other places it could be nearly as well. */
  readonly rivals: readonly Slot[];
}

export type Order = ReadonlyMap<HeadingAtom, Placed>;

/** The places of the form that print a heading. */
export type Candidates = (atom: HeadingAtom) => readonly Slot[];
