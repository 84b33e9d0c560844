import type { Value } from '../../../assessment/types';
import type { ReviewReason } from '../../../assessment/source';
import type { Atom } from './atom';
import type { Order } from './placed';
import type { Slot } from './slots';

/** What a page says about one place. */
export interface Finding {
  readonly slot: Slot;
  readonly value?: Value;
  /** Why a person must look; absent where it is certain. */
  readonly reason?: ReviewReason;
  readonly candidates?: readonly Value[];
  /** Boxes whose order is all the doubt: as they come. */
  readonly drawn?: string;
  /** The atoms that said it: they are not words of any other value. */
  readonly atoms: readonly Atom[];
}

/** The atoms of a page with the places that its headings name. */
export interface PageView {
  readonly atoms: readonly Atom[];
  readonly order: Order;
  /** In the order of the text. */
  readonly places: readonly Slot[];
  readonly slots: readonly Slot[];
}

export function viewOf(atoms: readonly Atom[], order: Order, slots: readonly Slot[]): PageView {
  const places = atoms.flatMap((atom) => {
    const slot = placeOf(atom, order);
    return slot ? [slot] : [];
  });
  return { atoms, order, slots, places: [...new Set(places)] };
}

/** The place that a heading names. */
export function placeOf(atom: Atom, order: Order): Slot | undefined {
  return atom.kind === 'heading' || atom.kind === 'entry' ? order.get(atom)?.slot : undefined;
}

/**
 * Places of a page that have no heading of their own (flags, counts): of all instances of an item the one that
 * lies nearest to the places of the page.
 */
export function nearestPlace(view: PageView, id: string): Slot | undefined {
  const indexes = view.places.map((slot) => slot.index).sort((a, b) => a - b);
  const middle = indexes[Math.floor(indexes.length / 2)] ?? 0;
  const all = view.slots.filter((slot) => slot.id === id);
  return all.sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))[0];
}
