import { groupBy } from '../group';
import type { Atom } from './atom';
import type { Segments } from './segments';
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

/**
 * Gives every heading its place of the form. The order of headings within a page is lost only in parts: mostly
 * one follows the other as on the form. So of all ways to give each its own place, the one is taken that jumps
 * least, page by page; what is nearly as good is a rival.
 */
export function orderOf(
  pages: readonly (readonly Atom[])[],
  slots: readonly Slot[],
  segments: Segments,
): Order {
  const headings = pages.map((atoms) => atoms.filter(isHeading));
  const candidates = candidatesOf(slots);
  const ranges = rangesOf(
    headings.map((atoms, nth) => anchorsOf(atoms, candidates, segments.onPage[nth] ?? [])),
    slots.length,
  );
  const result = new Map<HeadingAtom, Placed>();
  const used = new Set<Slot>();
  let from: Slot | undefined;
  headings.forEach((atoms, nth) => {
    const range = ranges[nth] ?? { low: 0, high: slots.length };
    const parts = segments.onPage[nth] ?? [];
    const begun = segments.begun[nth] ?? [];
    const foreign = segments.certain ? FOREIGN_FOR_CERTAIN : FOREIGN;
    const states = search({ atoms, candidates, range, used, from, parts, begun, foreign });
    for (const [atom, placed] of spread(read(atoms, states), candidates)) {
      result.set(atom, placed);
      if (placed.slot) used.add(placed.slot);
      if (placed.slot && placed.slot.index > (from?.index ?? -1)) from = placed.slot;
    }
  });
  return withOrphans(result, headings, candidates);
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

function isHeading(atom: Atom): atom is HeadingAtom {
  return atom.kind === 'heading' || atom.kind === 'entry';
}

type Candidates = (atom: HeadingAtom) => readonly Slot[];

function candidatesOf(slots: readonly Slot[]): Candidates {
  const byId = new Map<string, Slot[]>();
  for (const slot of slots) {
    for (const id of [slot.id, ...(slot.section ? [slot.section] : [])])
      byId.set(id, [...(byId.get(id) ?? []), slot]);
  }
  const entries = slots.filter((slot) => slot.entry);
  return (atom) =>
    atom.kind === 'entry'
      ? entries.filter(({ entry }) => entry?.id === atom.heading.id && entry.ordinal === atom.heading.ordinal)
      : [...new Set(atom.ids.flatMap((id) => byId.get(id) ?? []))];
}

/** Headings that can be one place only, or one only in the parts that the page shows: `委託事項4`. */
function anchorsOf(
  atoms: readonly HeadingAtom[],
  candidates: Candidates,
  parts: readonly string[],
): readonly number[] {
  return atoms.flatMap((atom) => {
    const all = candidates(atom);
    const here = atom.kind === 'entry' ? all.filter(({ segment }) => parts.includes(segment)) : all;
    const [only, other] = here;
    return only && !other ? [only.index] : [];
  });
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Between which places a page lies, told by headings that can be one place only. */
function rangesOf(anchors: readonly (readonly number[])[], count: number): readonly Range[] {
  const kept = consistent(anchors);
  return kept.map((own, nth) => {
    const before = Math.max(-1, ...kept.slice(0, nth).flat());
    const after = Math.min(count, ...kept.slice(nth + 1).flat());
    return { low: Math.min(before, ...own), high: Math.max(after, ...own) };
  });
}

/** Without those that contradict most of the others: words of a value that look like a heading. */
function consistent(anchors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const all = anchors.flatMap((own, page) => own.map((index) => ({ page, index })));
  return anchors.map((own, page) =>
    own.filter((index) => {
      const others = all.filter((other) => other.page !== page);
      const against = others.filter((other) =>
        other.page < page ? other.index > index : other.index < index,
      );
      return against.length * 3 <= others.length;
    }),
  );
}

interface Search {
  readonly candidates: Candidates;
  readonly range: Range;
  /** Places taken on the pages before. */
  readonly used: ReadonlySet<Slot>;
  readonly from: Slot | undefined;
  /** Parts of the form that the page shows. */
  readonly parts: readonly string[];
  /** Those that begin on it. */
  readonly begun: readonly string[];
  /** What a place of another part costs. */
  readonly foreign: number;
  /** The headings of the page. */
  readonly atoms: readonly HeadingAtom[];
}

/** A heading of another part of the form than the page shows: less likely than words that look like one. */
const FOREIGN_FOR_CERTAIN = 9;
const FOREIGN = 3;

interface State {
  readonly cost: number;
  readonly slot: Slot | undefined;
  /** The last heading that has a place. */
  readonly last: Slot | undefined;
  readonly before: State | undefined;
}

/** States kept at each heading; enough that the runners-up are real alternatives. */
const WIDTH = 48;

function search(within: Search): readonly State[] {
  let states: readonly State[] = [{ cost: 0, slot: undefined, last: within.from, before: undefined }];
  for (const atom of within.atoms) {
    const candidates = within.candidates(atom);
    states = states
      .flatMap((state) => steps(state, atom, candidates, within))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, WIDTH);
  }
  return states;
}

function steps(
  state: State,
  atom: HeadingAtom,
  candidates: readonly Slot[],
  within: Search,
): readonly State[] {
  const free = candidates.filter(
    (slot) => slot.shared || slot.section !== undefined || (!within.used.has(slot) && !isTaken(state, slot)),
  );
  return [
    { cost: state.cost + doubt(atom), slot: undefined, last: state.last, before: state },
    ...free.map((slot) => ({
      cost: state.cost + away(slot, within) + jump(state.last, slot) + outOfTurn(slot, atom, within),
      slot,
      last: slot,
      before: state,
    })),
  ];
}

function isTaken(state: State, slot: Slot): boolean {
  for (let at: State | undefined = state; at; at = at.before) if (at.slot === slot) return true;
  return false;
}

/** What it costs to take a heading for words of a value. */
function doubt(atom: HeadingAtom): number {
  if (atom.kind === 'entry') return 7;
  return (atom.numbered ? 6 : 4) + (atom.leads ? 1 : 0);
}

function away(slot: Slot, { parts, begun, foreign, range }: Search): number {
  const opens = slot.section !== undefined || slot.path === slot.segment;
  return outside(slot, range) + ((opens ? begun : parts).includes(slot.segment) ? 0 : foreign);
}

function outside(slot: Slot, { low, high }: Range): number {
  const distance = Math.max(low - slot.index, slot.index - high, 0);
  return distance === 0 ? 0 : 3 + Math.min(6, distance * 0.3);
}

/** A place of an entry before the heading of that entry, or behind that of a later one. */
const OUT_OF_TURN = 0.7;

function outOfTurn(slot: Slot, atom: HeadingAtom, { atoms }: Search): number {
  const own = slot.entry ? undefined : placeInList(slot);
  if (!own) return 0;
  const at = atoms.indexOf(atom);
  const wrong = atoms.some(
    (other, nth) =>
      other.kind === 'entry' &&
      other.heading.id === own.list &&
      (nth > at ? other.heading.ordinal === own.ordinal : other.heading.ordinal > own.ordinal),
  );
  return wrong ? OUT_OF_TURN : 0;
}

/** `{ list: 'II.5.transfer', ordinal: 3 }` for a place in that entry. */
function placeInList(slot: Slot): { readonly list: string; readonly ordinal: number } | undefined {
  const entry = entryOf(slot);
  if (entry === undefined) return undefined;
  return { list: slot.id.slice(0, idLength(entry)), ordinal: Number(/\[(\d+)\]$/.exec(entry)?.[1]) };
}

/** Length of the id of the list in `II[1].5.transfer[3]`. */
function idLength(entry: string): number {
  return entry.replace(/\[\d+\]/g, '').length;
}

/** The next heading of the form costs nothing, a jump back more than one ahead. */
function jump(from: Slot | undefined, to: Slot): number {
  const distance = to.rank - (from?.rank ?? -1);
  if (distance === 1 || to === from) return 0;
  return distance > 0 ? 0.3 + 0.5 * Math.log2(distance) : 1 + 0.5 * Math.log2(1 - distance);
}

/** Alternatives that cost less than this more are rivals. */
const MARGIN = 0.8;

function read(
  atoms: readonly HeadingAtom[],
  states: readonly State[],
): readonly (readonly [HeadingAtom, Placed])[] {
  const paths = states.map((state) => ({ cost: state.cost, slots: slotsAlong(state) }));
  const best = paths[0];
  if (!best) return [];
  const near = paths.filter((path) => path.cost < best.cost + MARGIN);
  return atoms.map((atom, nth) => {
    const slot = best.slots[nth];
    const others = near
      .map((path) => path.slots[nth])
      .filter((other): other is Slot => !!other && other !== slot);
    return [atom, { slot, rivals: [...new Set(others)] }] as const;
  });
}

/**
 * The same words at several places of a page are told apart by the headings around them only. Where one of
 * them follows none of its neighbours on the form, it could have changed places with each of the others.
 */
function spread(
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

/** `II[1].5.transfer` for a place in one of its entries. */
function listOf(slot: Slot | undefined): string | undefined {
  return entryOf(slot)?.replace(/\[\d+\]$/, '');
}

/** `II[1].5.transfer[3]` for a place in that entry. */
function entryOf(slot: Slot | undefined): string | undefined {
  return /^.*\.[a-z]+\[\d+\]/.exec(slot?.path ?? '')?.[0];
}

function slotsAlong(state: State): readonly (Slot | undefined)[] {
  const slots: (Slot | undefined)[] = [];
  for (let at = state; at.before; at = at.before) slots.push(at.slot);
  return slots.reverse();
}
