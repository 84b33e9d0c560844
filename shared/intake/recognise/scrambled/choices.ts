import { foldWidth } from '../../../japanese/normalise';
import { groupBy } from '../group';
import type { Atom } from './atom';
import { type Finding, type PageView, placeOf } from './finding';
import type { Slot } from './slots';

type ValueAtom = Extract<Atom, { kind: 'value' }>;

/**
 * The choices of a page. A value that stands right behind its heading (or on the line before it) is certain.
 * The others have lost their heading: they are taken only where the sets of options leave no other way.
 */
export function choicesOf(view: PageView): readonly Finding[] {
  const places = view.places.filter((slot) => slot.takes === 'choice');
  const beside = attached(view, places);
  const loose = view.atoms.filter((atom): atom is ValueAtom => atom.kind === 'value' && !beside.has(atom));
  const open = places.filter((slot) => ![...beside.values()].includes(slot));
  const sure = [...beside].map(([atom, slot]) => {
    const astray = open.some((other) => accepts(other, atom)) || loose.some((other) => accepts(slot, other));
    const finding = certain(slot, [atom]);
    return astray && !onLine(view, atom, slot) ? { ...finding, reason: { code: 'scrambledOrder' } } : finding;
  });
  return [...sure, ...byElimination(open, loose)];
}

/** The value stands on the line of its heading, so no other took its place. */
function onLine(view: PageView, value: ValueAtom, slot: Slot): boolean {
  return view.atoms.some(
    (atom) =>
      placeOf(atom, view.order) === slot &&
      atom.spot.box === value.spot.box &&
      atom.spot.line + atom.spot.lines.length - 1 === value.spot.line,
  );
}

function certain(slot: Slot, atoms: readonly ValueAtom[]): Finding {
  const label = labelIn(slot, atoms[0]);
  return label === undefined ? { slot, atoms: [] } : { slot, value: label, atoms };
}

/** The official wording of the option in this very item. */
function labelIn(slot: Slot, atom: ValueAtom | undefined): string | undefined {
  const wanted = plain(atom?.option.label ?? '');
  return slot.item?.options?.find((option) => plain(option.label) === wanted)?.label;
}

function plain(text: string): string {
  return foldWidth(text).replace(/\s/g, '');
}

function accepts(slot: Slot, atom: ValueAtom): boolean {
  return labelIn(slot, atom) !== undefined;
}

function attached(view: PageView, places: readonly Slot[]): ReadonlyMap<ValueAtom, Slot> {
  const taken = new Map<ValueAtom, Slot>();
  const free = (slot: Slot | undefined): slot is Slot =>
    slot !== undefined && places.includes(slot) && ![...taken.values()].includes(slot);
  view.atoms.forEach((atom, at) => {
    if (atom.kind !== 'value') return;
    const slot = headingBefore(view, at, atom);
    if (free(slot)) taken.set(atom, slot);
  });
  view.atoms.forEach((atom, at) => {
    if (atom.kind !== 'value' || taken.has(atom)) return;
    const slot = headingBehind(view, at, atom);
    if (free(slot)) taken.set(atom, slot);
  });
  return taken;
}

/**
 * The only place among the headings right before that has the option. Words or another value between end the
 * search: what stands behind a text no longer belongs to the heading of the text.
 */
function headingBefore(view: PageView, at: number, value: ValueAtom): Slot | undefined {
  const found: Slot[] = [];
  for (const atom of view.atoms.slice(0, at).reverse()) {
    if (endsSearch(atom, value)) break;
    const slot = placeOf(atom, view.order);
    if (slot && accepts(slot, value)) found.push(slot);
    if (slot && atom.spot.box !== value.spot.box && found.length > 0 && slot !== found[0]) break;
  }
  const [nearest] = found;
  return nearest && (found.length === 1 || sameBox(view, at, nearest)) ? nearest : undefined;
}

function endsSearch(atom: Atom, value: ValueAtom): boolean {
  if (atom.kind === 'value') return atom.option.ids.some((id) => value.option.ids.includes(id));
  return atom.kind === 'text' && atom.text.trim().length > 2;
}

function sameBox(view: PageView, at: number, slot: Slot): boolean {
  const value = view.atoms[at];
  return view.atoms.some((atom) => placeOf(atom, view.order) === slot && atom.spot.box === value?.spot.box);
}

/** A heading on the next line of the same box, or behind the value on its line. */
function headingBehind(view: PageView, at: number, value: ValueAtom): Slot | undefined {
  const next = view.atoms.slice(at + 1).find((atom) => !['open', 'close', 'print'].includes(atom.kind));
  const slot = next?.spot.box === value.spot.box ? placeOf(next, view.order) : undefined;
  return slot && accepts(slot, value) ? slot : undefined;
}

/** Values without a heading against places without a value, each family of options by itself. */
function byElimination(open: readonly Slot[], loose: readonly ValueAtom[]): readonly Finding[] {
  const families = groupBy(open, (slot) =>
    (slot.item?.options ?? []).map((option) => option.label).join('|'),
  );
  return [...families.values()].flatMap((slots) => {
    const [first] = slots;
    const values = loose.filter(
      (value) => first && accepts(first, value) && !fitsElsewhere(value, slots, open),
    );
    return eliminate(slots, values);
  });
}

/** The option is also one of an item with other options: then nothing can be told. */
function fitsElsewhere(value: ValueAtom, slots: readonly Slot[], open: readonly Slot[]): boolean {
  return open.some((slot) => !slots.includes(slot) && accepts(slot, value));
}

function eliminate(slots: readonly Slot[], values: readonly ValueAtom[]): readonly Finding[] {
  const [first] = slots;
  if (!first || values.length === 0) return slots.map((slot) => ({ slot, atoms: [] }));
  const labels = [...new Set(values.map((value) => labelIn(first, value) ?? ''))];
  if (labels.length === 1 && values.length >= slots.length) {
    return slots.map((slot, nth) => certain(slot, nth === 0 ? [...values] : values.slice(nth, nth + 1)));
  }
  return slots.map((slot, nth) => ({
    slot,
    atoms: nth === 0 ? values : [],
    candidates: labels,
    reason: { code: 'scrambledChoice', params: { values: values.length, places: slots.length } },
  }));
}
