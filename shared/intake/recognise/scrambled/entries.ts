import { groupBy } from '../group';
import type { HeadingAtom, Order } from './placed';
import type { Slot } from './slots';

/** `II[1].5.transfer[3]` for a place in that entry. */
export function entryOf(slot: Slot | undefined): string | undefined {
  return /^.*\.[a-z]+\[\d+\]/.exec(slot?.path ?? '')?.[0];
}

/** `II[1].5.transfer` for a place in one of its entries. */
export function listOf(slot: Slot | undefined): string | undefined {
  return entryOf(slot)?.replace(/\[\d+\]$/, '');
}

export interface PlaceInList {
  /** `II.5.transfer` */
  readonly list: string;
  readonly ordinal: number;
}

export function placeInList(slot: Slot): PlaceInList | undefined {
  const entry = entryOf(slot);
  if (entry === undefined) return undefined;
  return {
    list: slot.id.slice(0, entry.replace(/\[\d+\]/g, '').length),
    ordinal: Number(/\[(\d+)\]$/.exec(entry)?.[1]),
  };
}

interface Seen {
  readonly slot: Slot;
  readonly page: number;
  readonly ordinal: number;
  /** The heading of the entry itself. */
  readonly heads: boolean;
}

/**
 * Places of entries that stand where the text shows another entry, with the same places of the entries beside: their
 * order within a page may be lost, but not so far.
 */
export function mixedEntries(
  order: Order,
  pages: readonly (readonly HeadingAtom[])[],
): ReadonlyMap<Slot, readonly Slot[]> {
  const seen = pages.flatMap((atoms, page) =>
    atoms.flatMap((atom): readonly Seen[] => {
      const slot = order.get(atom)?.slot;
      const place = slot && placeInList(slot);
      return slot && place ? [{ slot, page, ordinal: place.ordinal, heads: slot.entry !== undefined }] : [];
    }),
  );
  const mixed = new Map<Slot, Slot[]>();
  for (const own of groupBy(seen, ({ slot }) => listOf(slot)).values()) {
    own.forEach((one, at) => {
      if (one.heads || !isAmongOthers(one, at, own)) return;
      for (const other of own.filter((twin) => isCounterpart(one, twin))) {
        mixed.set(one.slot, [...(mixed.get(one.slot) ?? []), other.slot]);
        mixed.set(other.slot, [...(mixed.get(other.slot) ?? []), one.slot]);
      }
    });
  }
  return mixed;
}

function isCounterpart(one: Seen, other: Seen): boolean {
  return one.slot.id === other.slot.id && Math.abs(one.ordinal - other.ordinal) === 1;
}

/** `own`: all of one list, in the order of the text. */
function isAmongOthers({ page, ordinal }: Seen, at: number, own: readonly Seen[]): boolean {
  const heads = own.filter((other) => other.heads);
  const late = heads.some((head) => head.ordinal > ordinal && head.page < page);
  const early = heads.some((head) => head.ordinal === ordinal && head.page > page);
  if (late || early) return true;
  const last = own.slice(0, at).findLast((other) => other.heads);
  return last !== undefined && last.ordinal !== ordinal && last.page === page;
}
