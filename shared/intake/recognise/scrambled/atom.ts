import type { ItemId } from '../../../forms/types';
import type { EntryHeading, PrintOption } from '../print';
import type { Line } from './pages';

/** Where an atom stands on its page. */
export interface Spot {
  /** Ordinal of the box on the page and of the line in the box, from 0. */
  readonly box: number;
  readonly line: number;
  /** The lines it touches. */
  readonly lines: readonly Line[];
}

/** The smallest pieces that a page of scrambled text falls into. Together they hold all its characters. */
export type Atom =
  /** A heading of the form; which of the items that print it is still open. */
  | {
      readonly kind: 'heading';
      readonly spot: Spot;
      readonly text: string;
      readonly ids: readonly ItemId[];
      readonly numbered: boolean;
      /** Written at the very beginning of its line. */
      readonly leads: boolean;
      /** Its lines have words of other cells between them. */
      readonly torn: boolean;
    }
  /** `委託事項3` */
  | { readonly kind: 'entry'; readonly spot: Spot; readonly text: string; readonly heading: EntryHeading }
  | { readonly kind: 'open' | 'close' | 'circle'; readonly spot: Spot; readonly text: string }
  /** The name of a box to tick: `] 庁内連携システム`. `ids`: checks that have this option, flags with this label. */
  | {
      readonly kind: 'label';
      readonly spot: Spot;
      readonly text: string;
      readonly label: string;
      readonly ids: readonly ItemId[];
    }
  /** （…） behind such a name. */
  | { readonly kind: 'words'; readonly spot: Spot; readonly text: string; readonly inner: string }
  /** Words that are exactly an option: a choice, unless nobody needs it. */
  | {
      readonly kind: 'value';
      readonly spot: Spot;
      readonly text: string;
      readonly option: PrintOption;
      /** Stands behind `[` or before it or `]`. */
      readonly bracketed: boolean;
    }
  /** `（ 5 ）件` */
  | {
      readonly kind: 'count';
      readonly spot: Spot;
      readonly text: string;
      readonly number: number | undefined;
    }
  /** What the form prints itself. */
  | { readonly kind: 'print'; readonly spot: Spot; readonly text: string }
  | {
      readonly kind: 'text';
      readonly spot: Spot;
      readonly text: string;
      /** Something other stands before it on the line. */
      readonly inline: boolean;
      /** An option is all it says (and what its brackets hold): one that lost its bracket, or a value. */
      readonly names: string | undefined;
    };
