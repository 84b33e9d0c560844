import type { Leftover } from '../../result';
import { groupBy } from '../group';
import type { Atom } from './atom';
import { checksOf } from './checks';
import { choicesOf } from './choices';
import { type Finding, type PageView, placeOf, viewOf } from './finding';
import type { HeadingAtom, Order, Placed } from './placed';
import { isBracketsOnly, type Run, runsOf } from './runs';
import type { Slot } from './slots';
import { type Belonging, belongings, type Carried, startsMidList } from './texts';
import { appendAll } from '../../lists';

/** Everything that the pages say about the places of the form. */
export interface Reading {
  readonly findings: ReadonlyMap<Slot, readonly Finding[]>;
  readonly texts: ReadonlyMap<Slot, readonly Belonging[]>;
  /** Places whose heading was found, with the doubt about it. */
  readonly headings: ReadonlyMap<Slot, { readonly atom: HeadingAtom; readonly placed: Placed }>;
  readonly leftover: readonly Leftover[];
  /** Lines of neighbouring cells run into each other. */
  readonly interleaved: boolean;
}

export function readPages(
  pages: readonly (readonly Atom[])[],
  order: Order,
  slots: readonly Slot[],
): Reading {
  const findings: Finding[] = [];
  const texts: Belonging[] = [];
  const leftover: Leftover[] = [];
  let carried: Carried | undefined;
  const centred = headsAreCentred(pages, order);
  const interleaved = isInterleaved(pages, order);
  for (const atoms of pages) {
    const view = viewOf(atoms, order, slots);
    const choices = choicesOf(view).map((one) => (interleaved ? doubtChoice(one, view) : one));
    const found = [...choices, ...checksOf(view)];
    const bare = namesWithoutBox(view);
    const spent = new Set([...found.flatMap((finding) => finding.atoms), ...bare]);
    const runs = runsOf(atoms, order, spent);
    const placed = belongings(runs, view.places, carried)
      .map((one, nth, all) =>
        interleaved ? doubtInterleaved(one) : centred ? doubtBefore(one, all[nth + 1]) : one,
      )
      .map((one, _, all) => (isDisplaced(one, all) ? { ...one, weak: true } : one));
    appendAll(findings, found);
    if (carried && mayGoOn(placed[0], carried)) {
      appendAll(texts, weakened(texts, carried));
      placed.splice(0, 1, ...placed.slice(0, 1).map((one) => ({ ...one, weak: true })));
    }
    appendAll(texts, placed.filter(isValue));
    appendAll(
      leftover,
      placed.filter((one) => !isValue(one)).map(({ run }) => leftoverOf(run)),
    );
    appendAll(leftover, unread(view, spent));
    appendAll(leftover, undecided(found));
    appendAll(
      leftover,
      bare.map(({ spot, text }) => ({ where: spot.lines[0]?.where ?? {}, text })),
    );
    carried = lastWritten(view, placed) ?? (view.places.length > 0 ? undefined : carried);
  }
  return {
    findings: bySlot(withHabits(findings)),
    texts: bySlot(inAllDoubt(texts).flatMap((one) => (one.slot ? [{ ...one, slot: one.slot }] : []))),
    headings: headingsOf(order),
    leftover,
    interleaved,
  };
}

/** As often in one order of their own, and boxes are drawn that way throughout. */
const HABIT = 3;

/** Boxes out of the order of the form are in doubt, unless every entry of the text has them in that very order. */
function withHabits(findings: readonly Finding[]): readonly Finding[] {
  const habits = groupBy(
    findings.filter(({ drawn }) => drawn !== undefined),
    ({ slot, drawn }) => `${slot.id} ${drawn ?? ''}`,
  );
  const usual = new Set([...habits.values()].filter((all) => all.length >= HABIT).flat());
  return findings.map((finding) => {
    if (!usual.has(finding)) return finding;
    const { reason: _, ...sure } = finding;
    return sure;
  });
}

/** Names of boxes that stand without their brackets, where the page has fewer of that box than places for it. */
function namesWithoutBox({ atoms, places }: PageView): readonly Atom[] {
  return atoms.filter((atom) => {
    if (atom.kind !== 'text' || atom.names === undefined) return false;
    const asked = places.filter(
      ({ takes, item }) => takes === 'checks' && item?.options?.some(({ label }) => label === atom.names),
    );
    const shown = atoms.filter((other) => other.kind === 'label' && other.label === atom.names);
    return shown.length < asked.length;
  });
}

/** The first words of a page went elsewhere, but may be the end of what was written last. */
function mayGoOn(first: Belonging | undefined, carried: Carried): boolean {
  if (!first || first.slot === carried.slot) return false;
  const { before, after, text } = first.run;
  return carried.unfinished || startsMidList(text) || (!before && !after?.sameLine);
}

function weakened(texts: Belonging[], { slot }: Carried): readonly Belonging[] {
  const at = texts.findLastIndex((one) => one.slot === slot);
  return at === -1 ? [] : texts.splice(at, 1).map((one) => ({ ...one, weak: true }));
}

/** Share of headings with words before them in their box, from which on headings stand in the middle of values. */
const CENTRED = 0.04;

/** Whether this text has its headings in the middle of the values: cells were centred from top to bottom. */
function headsAreCentred(pages: readonly (readonly Atom[])[], order: Order): boolean {
  const heads = pages.flatMap((atoms) =>
    atoms.flatMap((atom, at) => (placeOf(atom, order)?.takes === 'text' ? [isAmidWords(atoms, at)] : [])),
  );
  return heads.filter((amid) => amid).length > heads.length * CENTRED;
}

function isAmidWords(atoms: readonly Atom[], at: number): boolean {
  const [before, head] = [atoms[at - 1], atoms[at]];
  return before?.kind === 'text' && before.spot.box === head?.spot.box;
}

/** Share of unclear values from which on a text is unclear as a whole. */
const MOSTLY_UNCLEAR = 0.3;

/** Where so much is unclear, only what stands on one line with its heading is still certain. */
function inAllDoubt(texts: readonly Belonging[]): readonly Belonging[] {
  const unclear = texts.filter(({ weak, rivals }) => weak || rivals.length > 0);
  if (unclear.length <= texts.length * MOSTLY_UNCLEAR) return texts;
  return texts.map((one) =>
    one.run.before?.slot === one.slot && one.run.before?.sameLine ? one : { ...one, weak: true },
  );
}

/** Share of headings torn by words of the cell beside, from which on only the simplest values are certain. */
const INTERLEAVED = 0.08;

/**
 * Whether the cells of a row run into each other line by line: then the extent of a value above and below its
 * heading cannot be told.
 */
function isInterleaved(pages: readonly (readonly Atom[])[], order: Order): boolean {
  const heads = pages.flatMap((atoms) => atoms.filter((atom) => placeOf(atom, order)?.takes === 'text'));
  const torn = heads.filter((atom) => atom.kind === 'heading' && atom.torn);
  return torn.length > heads.length * INTERLEAVED;
}

/** A choice on another line than its heading may be that of the next cell. */
function doubtChoice(finding: Finding, { atoms, order }: PageView): Finding {
  const [value] = finding.atoms;
  const head = atoms.find((atom) => placeOf(atom, order) === finding.slot);
  const beside = value?.spot.box === head?.spot.box && value?.spot.line === head?.spot.line;
  return beside || finding.value === undefined ? finding : { ...finding, reason: { code: 'scrambledOrder' } };
}

/** One line right behind its heading is still certain. */
function doubtInterleaved(one: Belonging): Belonging {
  const { run, slot } = one;
  const simple = run.before?.slot === slot && run.before?.sameLine === true && run.wordings.length === 1;
  return simple ? one : { ...one, weak: true };
}

/**
 * Where headings stand in the middle of values, a further paragraph right before the next heading may be the
 * beginning of that heading's value.
 */
function doubtBefore(one: Belonging, next: Belonging | undefined): Belonging {
  const { run, slot } = one;
  const further = run.before?.slot === slot && !run.before?.sameBox;
  const heading = run.after?.slot;
  if (!slot || !further || heading?.takes !== 'text' || next?.slot !== heading) return one;
  return { ...one, rivals: [...one.rivals, heading] };
}

/** Other words end on the line of its heading: either these are not its own, or those are. */
function isDisplaced({ slot }: Belonging, all: readonly Belonging[]): boolean {
  return all.some(
    (other) =>
      slot !== undefined && other.slot !== slot && other.run.after?.slot === slot && other.run.after.sameLine,
  );
}

/** Words of a picture (annex 1) are no value: they are left over. */
function isValue({ slot }: Belonging): boolean {
  return slot?.takes === 'text';
}

/** The furthest place of the page, if its words may go on. */
function lastWritten(view: PageView, placed: readonly Belonging[]): Carried | undefined {
  const furthest = [...view.places].sort((a, b) => b.index - a.index)[0];
  if (furthest?.takes !== 'text') return undefined;
  const last = placed.findLast(({ slot }) => slot === furthest)?.run;
  const open = last !== undefined && !/[。．.）)」』】＞>]$/.test(last.text.trimEnd());
  return { slot: furthest, unfinished: last?.breaksOff === true, open };
}

function bySlot<T extends { readonly slot: Slot }>(elements: readonly T[]): ReadonlyMap<Slot, readonly T[]> {
  const map = new Map<Slot, T[]>();
  for (const element of elements) map.set(element.slot, [...(map.get(element.slot) ?? []), element]);
  return map;
}

function headingsOf(order: Order): Reading['headings'] {
  return new Map(
    [...order].flatMap(([atom, placed]) => (placed.slot ? [[placed.slot, { atom, placed }] as const] : [])),
  );
}

function leftoverOf(run: Run): Leftover {
  return { where: run.wordings[0]?.spot.lines[0]?.where ?? {}, text: run.text };
}

/** Boxes, marks and numbers that no item took: their lines, so that nothing of them is lost. */
function unread(view: PageView, spent: ReadonlySet<Atom>): readonly Leftover[] {
  const lines = view.atoms
    .filter(
      (atom) =>
        (atom.kind === 'label' || atom.kind === 'words' || isNumber(atom) || isLooseMark(atom)) &&
        !spent.has(atom),
    )
    .flatMap((atom) => atom.spot.lines);
  return [...new Set(lines)].map(({ where, text }) => ({ where, text }));
}

/** Options of which nobody can tell whose they are: they are offered as candidates, and kept as words. */
function undecided(findings: readonly Finding[]): readonly Leftover[] {
  const atoms = findings.filter(({ value }) => value === undefined).flatMap((finding) => finding.atoms);
  return atoms.flatMap((atom) =>
    atom.kind === 'value' ? [{ where: atom.spot.lines[0]?.where ?? {}, text: atom.text.trim() }] : [],
  );
}

function isLooseMark(atom: Atom): boolean {
  return isBracketsOnly(atom) && /[○〇◯]/.test(atom.text);
}

function isNumber(atom: Atom): boolean {
  return atom.kind === 'count' && atom.number !== undefined;
}
