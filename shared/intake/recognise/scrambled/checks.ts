import type { Checks } from '../../../assessment/types';
import type { FormOption } from '../../../forms/types';
import type { Atom } from './atom';
import { boxStates, type LabelAtom, type Ticked } from './boxes';
import { type Finding, nearestPlace, type PageView } from './finding';
import { type Group, labelsOf, share } from './share';
import type { Slot } from './slots';

/** Checks, flags and the numbers printed behind them. */
export function checksOf(view: PageView): readonly Finding[] {
  const ticked = boxStates(view);
  const places = view.places.filter((slot) => slot.takes === 'checks');
  const groups = groupsOf(ticked, places, view);
  const found = groups.flatMap((group) => [checksFinding(group, view), ...countsBehind(group, view)]);
  return [...found, ...flagsOf(ticked, view), ...looseCounts(view, found)];
}

function groupsOf(ticked: readonly Ticked[], places: readonly Slot[], view: PageView): readonly Group[] {
  const owners = new Map(ticked.map((box) => [box, ownersOf(box, places)] as const));
  return familiesOf(places).flatMap((family) => {
    const boxes = ticked.filter((box) => belongsTo(box, family, { ticked, owners }));
    return share(family, boxes, view);
  });
}

function ownersOf(box: Ticked, places: readonly Slot[]): readonly Slot[] {
  return places.filter((slot) => optionOf(slot, box.atom));
}

function optionOf(slot: Slot, atom: LabelAtom): FormOption | undefined {
  return slot.item?.options?.find((option) => option.label === atom.label);
}

/** Places with mostly the same options: their boxes look alike. */
function familiesOf(places: readonly Slot[]): readonly (readonly Slot[])[] {
  const families: Slot[][] = [];
  for (const slot of places) {
    const kin = families.find(([first]) => first && alike(first, slot));
    if (kin) kin.push(slot);
    else families.push([slot]);
  }
  return families;
}

function alike(a: Slot, b: Slot): boolean {
  const [of, other] = [labelsOf(a), labelsOf(b)];
  return of.filter((label) => other.includes(label)).length * 2 > Math.max(of.length, other.length);
}

interface Owned {
  readonly ticked: readonly Ticked[];
  readonly owners: ReadonlyMap<Ticked, readonly Slot[]>;
}

/** A box that several families have (その他) goes with the nearest box that only one of them has. */
function belongsTo(box: Ticked, family: readonly Slot[], { ticked, owners }: Owned): boolean {
  const own = owners.get(box) ?? [];
  const [first] = own;
  if (!first || !own.some((slot) => family.includes(slot))) return false;
  if (own.every((slot) => family.includes(slot))) return true;
  const at = ticked.indexOf(box);
  const sure = ticked
    .map((other, nth) => ({ own: owners.get(other) ?? [], distance: distance(ticked, at, nth) }))
    .filter((other) => other.own.length > 0 && isOneFamily(other.own))
    .sort((a, b) => a.distance - b.distance)[0];
  return sure?.own.some((slot) => family.includes(slot)) ?? false;
}

function isOneFamily(slots: readonly Slot[]): boolean {
  const [first] = slots;
  return first !== undefined && slots.every((slot) => slot === first || alike(first, slot));
}

/** In boxes of the page first, then in order. */
function distance(ticked: readonly Ticked[], a: number, b: number): number {
  const boxes = Math.abs((ticked[a]?.atom.spot.box ?? 0) - (ticked[b]?.atom.spot.box ?? 0));
  return a === b ? Infinity : boxes * 100 + Math.abs(a - b);
}

function checksFinding({ slot, boxes, mixed, doubt }: Group, view: PageView): Finding {
  const atoms = boxes.flatMap((box) => box.atoms);
  if (mixed) return { slot, atoms: [], reason: { code: 'scrambledTicks' } };
  if (boxes.length === 0) return { slot, atoms: [] };
  const words = wordsFor(boxes, view);
  const value: Checks = {
    selected: boxes.filter((box) => box.ticked === true).map((box) => box.atom.label),
    texts: Object.fromEntries(words.map(([box, text]) => [box.atom.label, text.inner])),
  };
  const finding = { slot, value, atoms: [...atoms, ...words.map(([, text]) => text.atom)] };
  if (!complete(slot, boxes) || boxes.some(isDoubtful))
    return { ...finding, reason: { code: 'scrambledTicks' } };
  const said = new Set(words.map(([box]) => box));
  const silent = boxes.some((box) => box.ticked === true && box.withText && !said.has(box));
  if (silent || words.some(([, { atom }]) => isCutOff(atom, view.atoms)))
    return { ...finding, reason: { code: 'scrambledWords' } };
  if (!doubt) return finding;
  const drawn = doubt === 'order' ? { drawn: boxes.map((box) => box.atom.label).join('|') } : {};
  return { ...finding, reason: { code: 'scrambledTicks' }, ...drawn };
}

/** The bracket is not closed, and words go on below. */
function isCutOff(words: Atom, atoms: readonly Atom[]): boolean {
  const next = atoms[atoms.indexOf(words) + 1];
  return !/[)）]\s*$/.test(words.text) && next?.kind === 'text' && next.spot.box === words.spot.box;
}

/** An open box where a mark is astray, or that has words in its brackets without a mark. */
function isDoubtful(box: Ticked): boolean {
  return box.ticked !== true && (box.doubtful || (box.words?.inner ?? '') !== '');
}

function complete(slot: Slot, boxes: readonly Ticked[]): boolean {
  const seen = new Set(boxes.map((box) => box.atom.label));
  const asked = slot.item?.options ?? [];
  const shown = (option: FormOption): boolean =>
    seen.has(option.label) ||
    (option.slot !== undefined && asked.some((one) => one.slot === option.slot && seen.has(one.label)));
  return boxes.every((box) => box.ticked !== undefined) && asked.every(shown);
}

interface Words {
  readonly inner: string;
  readonly atom: Atom;
}

/** The words in the brackets behind the names; a bracket that stands alone goes to the one box that lacks it. */
function wordsFor(boxes: readonly Ticked[], view: PageView): readonly (readonly [Ticked, Words])[] {
  const own = boxes.flatMap((box) => (box.words ? [[box, box.words] as const] : []));
  const lacking = boxes.filter(
    (box) => box.ticked === true && box.withText && (box.words?.inner ?? '') === '',
  );
  const alone = view.atoms.flatMap((atom, at) => [...bracketAlone(atom), ...betweenBrackets(view.atoms, at)]);
  const [box] = lacking;
  const [words] = alone;
  const found = box && words && lacking.length === 1 && alone.length === 1 ? [[box, words] as const] : [];
  return [...own, ...found].filter(([, { inner }]) => inner !== '');
}

function bracketAlone(atom: Atom): readonly Words[] {
  if (atom.kind !== 'text' || atom.inline) return [];
  const match = /^\s*[（(][\s　]+(\S.*?)[\s　]*[)）]\s*$/.exec(atom.text);
  return match ? [{ inner: match[1] ?? '', atom }] : [];
}

/** Words of one line between `（` and `）` that lost their line. */
function betweenBrackets(atoms: readonly Atom[], at: number): readonly Words[] {
  const atom = atoms[at];
  if (atom?.kind !== 'text' || atom.inline) return [];
  const [before, after] = [atoms[at - 1], atoms[at + 1]];
  const opened = before && /[（(]\s*$/.test(before.text) && before.kind !== 'text';
  return opened && after?.kind === 'print' && /^\s*[)）]\s*$/.test(after.text)
    ? [{ inner: atom.text.trim(), atom }]
    : [];
}

/** `[ ○ ] 移転を行っている （ 15 ） 件` */
function countsBehind({ slot, boxes, mixed }: Group, view: PageView): readonly Finding[] {
  if (mixed) return [];
  return boxes.flatMap((box) => {
    const id = optionOf(slot, box.atom)?.countItem;
    const place = id && nearestPlace(view, id);
    if (!place || box.count?.kind !== 'count') return [];
    return [countFinding(place, box.count)];
  });
}

function countFinding(slot: Slot, atom: Extract<Atom, { kind: 'count' }>): Finding {
  return atom.number === undefined ? { slot, atoms: [atom] } : { slot, value: atom.number, atoms: [atom] };
}

function flagsOf(ticked: readonly Ticked[], view: PageView): readonly Finding[] {
  return ticked.flatMap((box) => {
    const slot = box.atom.ids.map((id) => nearestPlace(view, id)).find((place) => place?.takes === 'flag');
    if (!slot) return [];
    const value = box.ticked;
    const finding = { slot, atoms: box.atoms };
    return [
      value === undefined || (!value && box.doubtful)
        ? { ...finding, reason: { code: 'scrambledTicks' } }
        : { ...finding, value },
    ];
  });
}

/** Numbers of entries that stand by themselves: as many as items without one, in the order of the form. */
function looseCounts(view: PageView, found: readonly Finding[]): readonly Finding[] {
  const taken = new Set(found.flatMap(({ atoms }) => atoms));
  const loose = view.atoms.filter((atom) => atom.kind === 'count' && !taken.has(atom));
  const open = countPlaces(view).filter((slot) => !found.some((finding) => finding.slot === slot));
  if (loose.length !== open.length) return [];
  return loose.flatMap((atom, nth) => {
    const slot = open[nth];
    return slot && atom.kind === 'count' ? [countFinding(slot, atom)] : [];
  });
}

/** Items with a number whose choice or checks (the heading is theirs) are on the page. */
function countPlaces(view: PageView): readonly Slot[] {
  return view.slots.filter(
    (slot) => slot.takes === 'count' && view.places.some((place) => isCountOf(slot, place)),
  );
}

function isCountOf(slot: Slot, place: Slot): boolean {
  if (place.takes === 'choice')
    return place.index === slot.index - 1 && place.item?.label === slot.item?.label;
  const near = slot.index > place.index && slot.index <= place.index + 2;
  return near && (place.item?.options ?? []).some((option) => option.countItem === slot.id);
}
