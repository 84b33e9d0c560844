import type { Atom } from './atom';
import type { PageView } from './finding';
import type { Slot } from './slots';

export type LabelAtom = Extract<Atom, { kind: 'label' }>;

/** One box of the form with what the text says about it. */
export interface Ticked {
  readonly atom: LabelAtom;
  /** Undefined: its mark cannot be told. */
  readonly ticked: boolean | undefined;
  readonly words: { readonly inner: string; readonly atom: Atom } | undefined;
  readonly count: Atom | undefined;
  readonly withText: boolean;
  /** A mark on the page belongs to nobody knows which box. */
  readonly doubtful: boolean;
  readonly atoms: readonly Atom[];
}

/** An opening bracket at the end of its line: its box stands elsewhere. */
interface LooseOpen {
  readonly ticked: boolean | undefined;
  /** The name of the box before it on the line. */
  readonly after: LabelAtom | undefined;
}

/**
 * All boxes of a page. `[ ○ ] name`, `[ ] name` and `○ ] name` say it themselves. Where only `] name` is left,
 * the opening bracket at the end of another line decides if that line's last box stands right before this one
 * on the form; for the rest only if all loose brackets say the same.
 */
export function boxStates(view: PageView): readonly Ticked[] {
  const { atoms } = view;
  const labels = atoms.flatMap((atom, at) =>
    atom.kind === 'label' ? [{ atom, at, ticked: ownState(atoms, at) }] : [],
  );
  const circles = looseCircles(atoms);
  const open = looseOpens(atoms);
  const opens = settle(open, circles);
  const bare = open.filter((one) => !one.ticked).length;
  const inWords = marksInWords(atoms);
  const stray = circles + inWords > 0 && (inWords > 0 || bare !== circles);
  const hanging = labels.filter((label) => label.ticked === undefined);
  const followed = new Map<LabelAtom, boolean | undefined>();
  const used = new Set<LooseOpen>();
  for (const open of opens) {
    const next = hanging.find(
      (label) => !followed.has(label.atom) && open.after && follows(view, open.after, label.atom),
    );
    if (!next) continue;
    followed.set(next.atom, open.ticked);
    used.add(open);
  }
  const rest = hanging.length - followed.size;
  const common = commonState(
    opens.filter((open) => !used.has(open)),
    rest,
  );
  return labels.map(({ atom, at, ticked }) => {
    const told = followed.has(atom) ? followed.get(atom) : common;
    return { ...tickedOf(view, at, atom, ticked ?? told), doubtful: stray };
  });
}

/** Marks that stand among words: `○ [ ] 内部監査`, `（ ○ 法務省 ）`. */
function marksInWords(atoms: readonly Atom[]): number {
  return atoms.filter(({ kind, text }) => {
    if (kind === 'words') return /^\s*[（(]\s*[○〇◯]\s/.test(text);
    return kind === 'text' && /^[\s[\]［］()（）]*[○〇◯][\s[\]［］()（）]*$/.test(text);
  }).length;
}

/** Marks that stand alone came out of open brackets: out of all that are left, or nobody knows out of which. */
function settle(opens: readonly LooseOpen[], circles: number): readonly LooseOpen[] {
  if (circles === 0) return opens;
  const bare = opens.filter((open) => !open.ticked).length;
  return opens.map((open) => (open.ticked ? open : { ...open, ticked: bare === circles ? true : undefined }));
}

function ownState(atoms: readonly Atom[], at: number): boolean | undefined {
  if (isLateMark(atoms, at - 1)) return true;
  const before = atoms[at - 2];
  if (before?.spot.box !== atoms[at]?.spot.box && !fillsBox(atoms, at - 2)) return undefined;
  if (before?.kind === 'circle') return true;
  if (before?.kind !== 'open') return undefined;
  return drawnBefore(atoms[at - 3], before) && atoms[at - 4]?.kind !== 'open';
}

/** A bracket, with or without its mark, that is all of its box: the name stands in the next one. */
function fillsBox(atoms: readonly Atom[], at: number): boolean {
  const own = atoms[at]?.spot.box;
  const first =
    atoms[at]?.kind === 'circle' && atoms[at - 1]?.kind === 'open' && atoms[at - 1]?.spot.box === own
      ? at - 1
      : at;
  return atoms[first - 1]?.spot.box !== own;
}

/** `○[ ] name`: the mark was drawn before its bracket. */
function drawnBefore(mark: Atom | undefined, open: Atom): boolean {
  return mark?.kind === 'circle' && mark.spot.box === open.spot.box && mark.spot.line === open.spot.line;
}

/** `[ ]○ name`: the mark was drawn behind its bracket. */
function isLateMark(atoms: readonly Atom[], at: number): boolean {
  const [open, close, mark] = [atoms[at - 2], atoms[at - 1], atoms[at]];
  if (mark?.kind !== 'circle' || close?.kind !== 'close' || open?.kind !== 'open') return false;
  const { box, line } = mark.spot;
  return [open, close, atoms[at + 1]].every((one) => one?.spot.box === box && one.spot.line === line);
}

function looseOpens(atoms: readonly Atom[]): readonly LooseOpen[] {
  return atoms.flatMap((atom, at) => {
    if (atom.kind !== 'open') return [];
    const circled = atoms[at + 1]?.kind === 'circle' && atoms[at + 1]?.spot.box === atom.spot.box;
    const next = atoms[at + (circled ? 2 : 1)];
    if (next?.spot.box === atom.spot.box && !endsLine(atom, next, atoms[at + 1])) return [];
    return [{ ticked: circled, after: labelOnLine(atoms, at) }];
  });
}

function endsLine(open: Atom, next: Atom, circle: Atom | undefined): boolean {
  const line = circle?.kind === 'circle' ? circle.spot.line : open.spot.line;
  return next.spot.line > line && next.kind !== 'close';
}

function labelOnLine(atoms: readonly Atom[], at: number): LabelAtom | undefined {
  const line = atoms[at]?.spot;
  for (let back = at - 1; back >= 0; back--) {
    const atom = atoms[back];
    if (atom?.spot.box !== line?.box || atom?.spot.line !== line?.line) return undefined;
    if (atom?.kind === 'label') return atom;
  }
  return undefined;
}

/** Right behind the other among the options of an item of the page. */
function follows(view: PageView, first: LabelAtom, next: LabelAtom): boolean {
  return view.places.some((slot: Slot) => {
    const labels = (slot.item?.options ?? []).map((option) => option.label);
    const at = labels.indexOf(first.label);
    return at >= 0 && labels[at + 1] === next.label;
  });
}

function looseCircles(atoms: readonly Atom[]): number {
  return atoms.filter((atom, at) => {
    if (atom.kind !== 'circle' || (atoms[at + 1]?.kind === 'label' && isLateMark(atoms, at))) return false;
    return atoms[at - 1]?.kind !== 'open' && atoms[at + 1]?.kind !== 'close';
  }).length;
}

function commonState(opens: readonly LooseOpen[], boxes: number): boolean | undefined {
  if (opens.some((open) => open.ticked === undefined)) return undefined;
  const marks = opens.filter((open) => open.ticked).length;
  if (marks === 0) return false;
  return marks === boxes && opens.length === boxes ? true : undefined;
}

function isBeside(atom: Atom, next: Atom): boolean {
  return next.spot.box === atom.spot.box && next.spot.line < atom.spot.line + atom.spot.lines.length;
}

function tickedOf(
  view: PageView,
  at: number,
  atom: LabelAtom,
  ticked: boolean | undefined,
): Omit<Ticked, 'doubtful'> {
  const next = view.atoms[at + 1];
  const option = view.places
    .flatMap((slot) => slot.item?.options ?? [])
    .find((one) => one.label === atom.label && one.withText);
  const words = next?.kind === 'words' ? { inner: next.inner, atom: next } : undefined;
  const count = next?.kind === 'count' && isBeside(atom, next) ? next : undefined;
  const atoms = [atom, ...(words ? [words.atom] : []), ...(count ? [count] : [])];
  return { atom, ticked, words, count, withText: option !== undefined, atoms };
}
