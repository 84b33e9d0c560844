import type { Atom } from './atom';
import { placeInList } from './entries';
import type { Candidates, HeadingAtom, Order, Placed } from './placed';
import { anchorsOf, type Range, rangesOf } from './ranges';
import { spread, withRivals } from './rivals';
import type { Segments } from './segments';
import type { Slot } from './slots';

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
  return withRivals(result, headings, candidates);
}

function isHeading(atom: Atom): atom is HeadingAtom {
  return atom.kind === 'heading' || atom.kind === 'entry';
}

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

function slotsAlong(state: State): readonly (Slot | undefined)[] {
  const slots: (Slot | undefined)[] = [];
  for (let at = state; at.before; at = at.before) slots.push(at.slot);
  return slots.reverse();
}
