import { groupBy } from '../group';
import type { Atom } from './atom';
import type { Ticked } from './boxes';
import { type PageView, placeOf } from './finding';
import type { Slot } from './slots';
import { appendAll, largest, smallest } from '../../lists';

export interface Group {
  readonly slot: Slot;
  readonly boxes: readonly Ticked[];
  /** The boxes of several places of one kind could not be told apart. */
  readonly mixed: boolean;
  /**
   * They could, but the boxes do not come in the order of the form, so one may be that of the place beside; or only
   * because the others have theirs.
   */
  readonly doubt?: 'order' | 'elimination' | undefined;
}

export function labelsOf(slot: Slot): readonly string[] {
  return (slot.item?.options ?? []).map((option) => option.label);
}

/**
 * Several places of one kind on a page: each begins with its heading, so a box belongs to the heading before it, or
 * the boxes come in turns, each option once, around their headings. Where an option comes again before the others
 * are through, nothing can be told; where a place lacks boxes that lie elsewhere, a person looks.
 */
export function share(family: readonly Slot[], boxes: readonly Ticked[], view: PageView): readonly Group[] {
  const [only] = family;
  if (only && family.length === 1) return [{ slot: only, boxes, mixed: repeats(boxes) }];
  const behind = behindHeadings(family, boxes, view);
  const turns = roundHeadings(family, inTurns(boxes), view);
  const shared = [behind, turns ?? behind].find(isEven) ?? behind;
  if ([...shared.values()].some(repeats)) return byElimination(family, boxes, view);
  return family.map((slot) => {
    const own = shared.get(slot) ?? [];
    return { slot, boxes: own, mixed: false, doubt: inOrder(slot, own) ? undefined : 'order' };
  });
}

function inOrder(slot: Slot, boxes: readonly Ticked[]): boolean {
  const places = boxes.map((box) => labelsOf(slot).indexOf(box.atom.label));
  return places.every((place, nth) => nth === 0 || place > (places[nth - 1] ?? -1));
}

type Shared = ReadonlyMap<Slot, readonly Ticked[]>;

function behindHeadings(family: readonly Slot[], boxes: readonly Ticked[], view: PageView): Shared {
  const heads = headPlaces(family, view);
  const placed = boxes.flatMap((box) => {
    const at = view.atoms.indexOf(box.atom);
    const head = heads.findLast((one) => one.at < at) ?? heads[0];
    return head ? [{ slot: head.slot, box }] : [];
  });
  const shared = groupBy(placed, ({ slot }) => slot);
  return new Map([...shared].map(([slot, group]) => [slot, group.map(({ box }) => box)] as const));
}

/** Each turn goes to the nearest heading; undefined where two want the same. */
function roundHeadings(
  family: readonly Slot[],
  turns: readonly (readonly Ticked[])[],
  view: PageView,
): Shared | undefined {
  const heads = headPlaces(family, view);
  const pairs = turns.map((turn) => {
    const places = turn.map((box) => view.atoms.indexOf(box.atom));
    const [from, to] = [smallest(places), largest(places)];
    const far = (at: number): number => Math.max(0, from - at, at - to);
    return [[...heads].sort((a, b) => far(a.at) - far(b.at))[0]?.slot, turn] as const;
  });
  const shared = new Map(pairs.flatMap(([slot, turn]) => (slot ? [[slot, turn] as const] : [])));
  return shared.size === turns.length ? shared : undefined;
}

function headPlaces(
  family: readonly Slot[],
  view: PageView,
): readonly { readonly slot: Slot; readonly at: number }[] {
  return view.atoms.flatMap((atom, at) => {
    const slot = placeOf(atom, view.order);
    return slot && family.includes(slot) ? [{ slot, at }] : [];
  });
}

/** Every place has its boxes, and none twice. */
function isEven(shared: Shared): boolean {
  const groups = [...shared.values()];
  return groups.every((group) => group.length === groups[0]?.length && !repeats(group));
}

function repeats(boxes: readonly Ticked[]): boolean {
  return new Set(boxes.map((box) => box.atom.label)).size < boxes.length;
}

function inTurns(boxes: readonly Ticked[]): readonly (readonly Ticked[])[] {
  const parts: Ticked[][] = [];
  for (const box of boxes) {
    const part = parts.at(-1);
    if (!part || part.some((other) => other.atom.label === box.atom.label)) parts.push([box]);
    else part.push(box);
  }
  return parts;
}

/** Boxes that were drawn together; none of them twice. */
type Stretch = readonly Ticked[];

/**
 * Boxes right behind a heading are its own; the others go to the only place that still lacks them, as long as there
 * is one. A person looks at all of them; places that several stretches would fit stay open.
 */
function byElimination(family: readonly Slot[], boxes: readonly Ticked[], view: PageView): readonly Group[] {
  const own = new Map<Slot, Ticked[]>(family.map((slot) => [slot, []]));
  const lacks = (slot: Slot, stretch: Stretch): boolean =>
    stretch.every(
      ({ atom }) =>
        labelsOf(slot).includes(atom.label) && !own.get(slot)?.some((box) => box.atom.label === atom.label),
    );
  let loose = stretchesOf(boxes).filter((stretch) => {
    const slot = headingRightBefore(stretch, view);
    if (!slot || !family.includes(slot) || !lacks(slot, stretch)) return true;
    appendAll(own.get(slot) ?? [], stretch);
    return false;
  });
  for (let before = Infinity; loose.length < before;) {
    before = loose.length;
    loose = loose.filter((stretch) => {
      const open = family.filter((slot) => lacks(slot, stretch));
      const twins = loose.filter((other) => sayTheSame(other, stretch));
      const [only] = open;
      if (!only || open.length > twins.length) return true;
      appendAll(own.get(only) ?? [], stretch);
      return false;
    });
  }
  const open = family.filter((slot) => loose.some((stretch) => lacks(slot, stretch)));
  const first = open[0] ?? family[0];
  return family.map((slot) => {
    const mixed = open.includes(slot) || (loose.length > 0 && slot === first);
    return { slot, boxes: own.get(slot) ?? [], mixed, doubt: 'elimination' };
  });
}

function stretchesOf(boxes: readonly Ticked[]): readonly Stretch[] {
  const boxed = groupBy(boxes, (box) => box.atom.spot.box);
  return [...boxed.values()].flatMap(inTurns);
}

function sayTheSame(one: Stretch, other: Stretch): boolean {
  const said = (stretch: Stretch): string =>
    stretch
      .map(({ atom, ticked, words }) => `${atom.label}=${String(ticked)}=${words?.inner ?? ''}`)
      .join('|');
  return said(one) === said(other);
}

/** Nothing but other boxes and print between. */
function headingRightBefore([first]: Stretch, view: PageView): Slot | undefined {
  const at = first ? view.atoms.indexOf(first.atom) : -1;
  const before = view.atoms.slice(0, Math.max(0, at)).findLast((atom) => !BETWEEN.has(atom.kind));
  return before && placeOf(before, view.order);
}

const BETWEEN: ReadonlySet<Atom['kind']> = new Set<Atom['kind']>([
  'open',
  'close',
  'circle',
  'print',
  'label',
  'words',
  'count',
]);
