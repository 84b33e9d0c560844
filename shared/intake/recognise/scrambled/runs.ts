import type { Atom } from './atom';
import { isDash, widthOf } from './cellText';
import type { HeadingAtom, Order } from './placed';
import { type Look, lookOf } from './shapes';
import type { Slot } from './slots';
import { largest } from '../../lists';

/** An atom that is words of a value. */
export type Wording = Extract<Atom, { kind: 'text' | 'value' | 'heading' | 'entry' }>;

/** How a run stands to the nearest heading before or after it. */
export interface Beside {
  readonly slot: Slot;
  readonly sameLine: boolean;
  readonly sameBox: boolean;
  /** Boxes between them. */
  readonly distance: number;
}

/** Lines of one box with no heading between: they belong to one value. */
export interface Run {
  readonly text: string;
  readonly look: Look;
  readonly wordings: readonly Wording[];
  readonly before: Beside | undefined;
  readonly after: Beside | undefined;
  readonly box: number;
  /** Its last line is full and does not end a sentence. */
  readonly breaksOff: boolean;
  /** A line before the last is short: several cells may stand in the box. */
  readonly hasShortLine: boolean;
  /** Words of the form are taken for words of a value. */
  readonly hasPrint: boolean;
  /** Places whose headings stand before the run with no words between, in the order of the text. */
  readonly clump: readonly Clumped[];
}

export interface Clumped {
  readonly slot: Slot;
  /** How often brackets or the form's own print stand between its heading and the run. */
  readonly breaks: number;
}

interface Draft {
  readonly wordings: Wording[];
  readonly before: { readonly atom: HeadingAtom; readonly slot: Slot } | undefined;
  readonly clump: readonly Clumped[];
  after?: { readonly atom: HeadingAtom; readonly slot: Slot };
}

/** The runs of a page, in the order of its text. `spent`: atoms that checks and choices have taken. */
export function runsOf(atoms: readonly Atom[], order: Order, spent: ReadonlySet<Atom>): readonly Run[] {
  const drafts: Draft[] = [];
  let heading: Draft['before'];
  let clump: readonly Clumped[] = [];
  let broken = false;
  let open: Draft | undefined;
  for (const atom of atoms) {
    const slot = slotOf(atom, order);
    if (slot) {
      const found = { atom: atom as HeadingAtom, slot };
      for (const draft of drafts) draft.after ??= found;
      const fresh = heading && drafts.at(-1)?.before === heading;
      clump = [...(fresh ? [] : clump), { slot, breaks: 0 }];
      heading = found;
      broken = false;
      open = undefined;
    } else if (isWording(atom) && !spent.has(atom)) {
      if (!open || !sameCell(open.wordings.at(-1), atom)) {
        open = { wordings: [], before: heading, clump };
        drafts.push(open);
      }
      open.wordings.push(atom);
    } else {
      open = undefined;
      if (!broken) clump = clump.map((one) => ({ ...one, breaks: one.breaks + 1 }));
      broken = true;
    }
  }
  const widest = largest([0, ...drafts.flatMap(({ wordings }) => wordings.flatMap(lineWidths))]);
  return drafts.map((draft) => runOf(draft, widest));
}

/** A line that is only a dash is a value of its own: `—` in cell after cell comes as one box. */
function sameCell(last: Wording | undefined, next: Wording): boolean {
  return last?.spot.box === next.spot.box && !isDash(last.text) && !isDash(next.text);
}

function slotOf(atom: Atom, order: Order): Slot | undefined {
  return atom.kind === 'heading' || atom.kind === 'entry' ? order.get(atom)?.slot : undefined;
}

/** `Ⅰ　基本情報` is the form's own wherever it stands. */
function isTitle(atom: Atom): boolean {
  return atom.kind === 'heading' && /^\s*(?:Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|Ⅶ|I{1,3}|IV|VI{0,2})[\s　．.]/.test(atom.text);
}

/** Brackets and marks by themselves are words of nothing. */
function isWording(atom: Atom): atom is Wording {
  if (isBracketsOnly(atom) || isTitle(atom)) return false;
  return ['text', 'value', 'heading', 'entry'].includes(atom.kind);
}

function lineWidths(wording: Wording): readonly number[] {
  return wording.text.split('\n').map(widthOf);
}

/** A line that is nearly as wide as its own text (or as the page) and ends in the middle of a sentence. */
function breaksOff(wordings: readonly Wording[], widest: number): boolean {
  const last = wordings.at(-1);
  if (!last || /[。．.）)」』】＞>}］\]]\s*$/.test(last.text)) return false;
  const widths = wordings.flatMap(lineWidths);
  const wide = wordings.length > 1 ? largest(widths) * 0.96 : widest * 0.96;
  return (widths.at(-1) ?? 0) >= Math.max(12, wide);
}

export function isBracketsOnly(atom: Atom): boolean {
  return atom.kind === 'text' && /^[\s[\]［］○〇◯()（）]+$/.test(atom.text);
}

/** A heading or an option that is all of its line: a value may say it, or it is one that lost its place. */
function isPrinted(atom: Wording): boolean {
  if (atom.kind === 'text') return atom.names !== undefined || BOX.test(atom.text);
  if (atom.kind === 'value') return true;
  return bareWords(atom.spot.lines.map(({ text }) => text).join('')) === bareWords(atom.text);
}

/** `[ ○ ] 紙` amid words: the rest of a list of boxes. */
const BOX = /[[［]\s*[○〇◯]?\s*[\]］]/;

function bareWords(text: string): string {
  return text.replace(/[\s[\]［］]/g, '');
}

function hasShortLine(wordings: readonly Wording[]): boolean {
  const widths = wordings.flatMap(lineWidths);
  const short = largest(widths) * 0.6;
  return widths.slice(0, -1).some((width) => width < short);
}

function runOf(draft: Draft, widest: number): Run {
  const { wordings, before, after, clump } = draft;
  const text = textOf(wordings);
  return {
    text,
    look: lookOf(text),
    wordings,
    clump,
    box: wordings[0]?.spot.box ?? 0,
    breaksOff: breaksOff(wordings, widest),
    hasShortLine: hasShortLine(wordings),
    hasPrint: wordings.some(isPrinted),
    before: before && beside(before, wordings[0], before.slot, lastLine),
    after: after && beside(after, wordings.at(-1), after.slot, firstLine),
  };
}

function beside(
  heading: { readonly atom: HeadingAtom },
  wording: Wording | undefined,
  slot: Slot,
  lineOf: (atom: Atom) => number,
): Beside {
  const sameBox = heading.atom.spot.box === wording?.spot.box;
  const line = wording === undefined ? -1 : lineOf === lastLine ? firstLine(wording) : lastLine(wording);
  return {
    slot,
    sameBox,
    sameLine: sameBox && lineOf(heading.atom) === line,
    distance: Math.abs((wording?.spot.box ?? 0) - heading.atom.spot.box),
  };
}

function firstLine(atom: Atom): number {
  return atom.spot.line;
}

function lastLine(atom: Atom): number {
  return atom.spot.line + atom.spot.lines.length - 1;
}

/** The lines as they stand; pieces of one line stay on it. */
export function textOf(wordings: readonly Wording[]): string {
  let text = '';
  let line = -1;
  for (const wording of wordings) {
    const same = text !== '' && firstLine(wording) === line;
    text += same ? wording.text : (text === '' ? '' : '\n') + wording.text.replace(/^\n+/, '');
    line = lastLine(wording);
  }
  return text;
}
