import { groupBy } from '../group';
import { entryOf, listOf, mixedEntries } from './entries';
import type { Candidates, HeadingAtom, Order, Placed } from './placed';
import type { Slot } from './slots';

/** An order with the doubts that only the text as a whole shows. */
export function withRivals(
  order: Order,
  pages: readonly (readonly HeadingAtom[])[],
  candidates: Candidates,
): Order {
  return withMixedEntries(withOrphans(order, pages, candidates), pages);
}

function withMixedEntries(order: Order, pages: readonly (readonly HeadingAtom[])[]): Order {
  const mixed = mixedEntries(order, pages);
  return new Map(
    [...order].map(([atom, { slot, rivals }]) => {
      const more = slot ? (mixed.get(slot) ?? []) : [];
      return [atom, { slot, rivals: [...new Set([...rivals, ...more])] }] as const;
    }),
  );
}

/** How far, in printed headings, a place may lie from one that was mistaken for it. */
const NEAR = 40;
/** The same where the mistaken one stands beside a heading that is certain. */
const BESIDE = 12;

/**
 * Headings that stand at several places of the form: where such a place near by lacks its own, it may be this one. It
 * is less likely the closer the heading is tied to one that stands at one place only.
 */
function withOrphans(
  order: Order,
  pages: readonly (readonly HeadingAtom[])[],
  candidates: Candidates,
): Order {
  const taken = new Set([...order.values()].map(({ slot }) => slot));
  const ranks = new Set([...taken].map((slot) => slot?.rank));
  const result = new Map(order);
  for (const chain of pages.flatMap((atoms) => chainsOf(atoms, order))) {
    const tied = chain.some((atom) => candidates(atom).length === 1);
    for (const atom of chain) {
      const { slot, rivals } = order.get(atom) ?? { slot: undefined, rivals: [] };
      if (!slot) continue;
      const orphans = candidates(atom).filter((one) => !taken.has(one) && isNear(one, slot, NEAR));
      const likely = orphans.filter((one) => !tied || (ranks.has(one.rank - 1) && isNear(one, slot, BESIDE)));
      result.set(atom, { slot, rivals: [...new Set([...rivals, ...likely])] });
    }
  }
  return result;
}

function isNear(one: Slot, other: Slot, distance: number): boolean {
  return one.segment === other.segment && Math.abs(one.rank - other.rank) <= distance;
}

/** Headings of a page that follow each other in the text as on the form. */
function chainsOf(atoms: readonly HeadingAtom[], order: Order): readonly (readonly HeadingAtom[])[] {
  const chains: HeadingAtom[][] = [];
  let last: Slot | undefined;
  for (const atom of atoms) {
    const slot = order.get(atom)?.slot;
    if (!slot) continue;
    if (last && slot.rank === last.rank + 1) chains.at(-1)?.push(atom);
    else chains.push([atom]);
    last = slot;
  }
  return chains;
}

/**
 * The same words at several places of a page are told apart by the headings around them only. Where one of
 * them follows none of its neighbours on the form, it could have changed places with each of the others.
 */
export function spread(
  read: readonly (readonly [HeadingAtom, Placed])[],
  candidates: Candidates,
): readonly (readonly [HeadingAtom, Placed])[] {
  const twins = groupBy(
    read.filter(([atom, { slot }]) => slot && !slot.shared && candidates(atom).length > 1),
    ([, { slot }]) => slot?.item?.label ?? slot?.id ?? '',
  );
  const mixed = mixedLists(read);
  const adrift = new Map<Slot, readonly Slot[]>();
  for (const group of twins.values()) {
    if (group.length < 2) continue;
    if (
      !group.some((one) => mixed.has(listOf(one[1].slot))) &&
      group.every((one) => isAnchored(one, read, candidates))
    )
      continue;
    const slots = group.flatMap(([, { slot }]) => slot ?? []);
    for (const slot of slots)
      adrift.set(
        slot,
        slots.filter((other) => other !== slot),
      );
  }
  return read.map(([atom, placed]) => {
    const more = placed.slot ? (adrift.get(placed.slot) ?? []) : [];
    return [atom, { ...placed, rivals: [...new Set([...placed.rivals, ...more])] }] as const;
  });
}

/** A heading that stands at one place only follows on it or goes before it, as on the form. */
function isAnchored(
  [atom, { slot }]: readonly [HeadingAtom, Placed],
  read: readonly (readonly [HeadingAtom, Placed])[],
  candidates: Candidates,
): boolean {
  const placed = read.filter(([, other]) => other.slot);
  const at = placed.findIndex(([other]) => other === atom);
  const entry = entryOf(slot);
  if (entry && [placed[at - 1], placed[at + 1]].some((one) => entryOf(one?.[1].slot) === entry)) return true;
  const chain = chainsOf(
    placed.map(([heading]) => heading),
    new Map(placed),
  ).find((one) => one.includes(atom));
  if (chain?.some((heading) => candidates(heading).length === 1)) return true;
  return (chain?.length ?? 0) > 1 && isSorted(placed.flatMap(([, { slot: one }]) => one?.rank ?? []));
}

function isSorted(ranks: readonly number[]): boolean {
  return ranks.every((rank, at) => rank >= (ranks[at - 1] ?? -1));
}

/** Lists whose entries do not follow each other on the page: a heading of an earlier one comes after a later one. */
function mixedLists(read: readonly (readonly [HeadingAtom, Placed])[]): ReadonlySet<string | undefined> {
  const mixed = new Set<string | undefined>();
  const last = new Map<string, number>();
  for (const [, { slot }] of read) {
    const list = listOf(slot);
    if (list === undefined) continue;
    const ordinal = Number(/\[(\d+)\]$/.exec(entryOf(slot) ?? '')?.[1]);
    if (ordinal < (last.get(list) ?? 0)) mixed.add(list);
    last.set(list, ordinal);
  }
  return mixed;
}
