import type { ItemId } from '../../../forms/types';
import { fold, type Folded } from '../fold';
import type { EntryHeading, Print, PrintEntry, PrintOption } from '../print';
import type { Box, Line } from './pages';
import { tornHeadings } from './torn';

/** Where an atom stands on its page. */
export interface Spot {
  /** Ordinal of the box on the page and of the line in the box, from 0. */
  readonly box: number;
  readonly line: number;
  /** The lines it touches. */
  readonly lines: readonly Line[];
}

/** The smallest pieces that a page of scrambled text falls into. Together they hold all its characters. */
export type Atom =
  /** A heading of the form; which of the items that print it is still open. */
  | {
      readonly kind: 'heading';
      readonly spot: Spot;
      readonly text: string;
      readonly ids: readonly ItemId[];
      readonly numbered: boolean;
      /** Written at the very beginning of its line. */
      readonly leads: boolean;
      /** Its lines have words of other cells between them. */
      readonly torn: boolean;
    }
  /** `委託事項3` */
  | { readonly kind: 'entry'; readonly spot: Spot; readonly text: string; readonly heading: EntryHeading }
  | { readonly kind: 'open' | 'close' | 'circle'; readonly spot: Spot; readonly text: string }
  /** The name of a box to tick: `] 庁内連携システム`. `ids`: checks that have this option, flags with this label. */
  | {
      readonly kind: 'label';
      readonly spot: Spot;
      readonly text: string;
      readonly label: string;
      readonly ids: readonly ItemId[];
    }
  /** （…） behind such a name. */
  | { readonly kind: 'words'; readonly spot: Spot; readonly text: string; readonly inner: string }
  /** Words that are exactly an option: a choice, unless nobody needs it. */
  | {
      readonly kind: 'value';
      readonly spot: Spot;
      readonly text: string;
      readonly option: PrintOption;
      /** Stands behind `[` or before it or `]`. */
      readonly bracketed: boolean;
    }
  /** `（ 5 ）件` */
  | {
      readonly kind: 'count';
      readonly spot: Spot;
      readonly text: string;
      readonly number: number | undefined;
    }
  /** What the form prints itself. */
  | { readonly kind: 'print'; readonly spot: Spot; readonly text: string }
  | {
      readonly kind: 'text';
      readonly spot: Spot;
      readonly text: string;
      /** Something other stands before it on the line. */
      readonly inline: boolean;
    };

/** The text of a box with everything that the scanner asks of it. */
export interface Scan {
  readonly text: string;
  readonly folded: Folded;
  readonly lineAt: readonly number[];
  readonly box: Box;
  readonly nth: number;
  readonly print: Print;
  /** Headings that go on behind other words, by the position of each of their pieces. */
  readonly torn: ReadonlyMap<number, TornPiece>;
}

interface TornPiece {
  /** Of the first piece; the others only end the heading. */
  readonly entries: readonly PrintEntry[] | undefined;
  /** Position behind its last character. */
  readonly end: number;
}

/** All atoms of a box, in the order of its text. */
export function atomsOf(box: Box, nth: number, print: Print): readonly Atom[] {
  const text = box.lines.map((line) => line.text).join('\n');
  const torn = tornPieces(box, print);
  const scan: Scan = { text, folded: fold(text), lineAt: lineNumbers(text), box, nth, print, torn };
  const atoms: Atom[] = [];
  for (let at = 0; at < scan.folded.key.length;) {
    const step = nextAtom(scan, at, atoms);
    atoms.push(step.atom);
    at = step.to;
  }
  return atoms;
}

export interface Step {
  readonly atom: Atom;
  readonly to: number;
}

/** In this order: what is more certain comes first. */
function nextAtom(scan: Scan, at: number, before: readonly Atom[]): Step {
  const last = before.at(-1);
  const leads = lineIsFree(scan, at, before);
  return (
    tornAt(scan, at) ??
    stampAt(scan, at) ??
    optionListAt(scan, at, last) ??
    countAt(scan, at) ??
    (leads || last?.kind === 'close' ? labelAt(scan, at, last) : undefined) ??
    bracketAt(scan, at, leads || last?.kind === 'heading') ??
    (last?.kind === 'label' ? wordsAt(scan, at, last) : undefined) ??
    (leads ? leadingAt(scan, at, last) : undefined) ??
    (last?.kind === 'heading' ? valueAt(scan, at, last) : undefined) ??
    (leads ? looseLabelAt(scan, at) : undefined) ??
    lostBracketAt(scan, at, before) ??
    textAt(scan, at, before)
  );
}

/** A closing bracket that is all of its box, an opening one that is all of its line: the form's, far from the words. */
function lostBracketAt(scan: Scan, at: number, before: readonly Atom[]): Step | undefined {
  const line = scan.box.lines[lineOf(scan, at)]?.text ?? '';
  if (!/^\s*[（(]\s*$/.test(line) && (before.length > 0 || !/^\s*[)）]\s*$/.test(scan.text)))
    return undefined;
  return { atom: { kind: 'print', ...slice(scan, at, at + 1) }, to: at + 1 };
}

function leadingAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  return entryAt(scan, at) ?? valueAt(scan, at, last) ?? headingAt(scan, at);
}

/** Nothing but brackets, marks and headings stand before on the line. */
function lineIsFree(scan: Scan, at: number, before: readonly Atom[]): boolean {
  const line = lineOf(scan, at);
  const last = before.at(-1);
  if (!last) return true;
  if (lastLine(last) !== line) return true;
  if (last.kind === 'text') return endedByHeading(scan, at);
  return last.kind !== 'heading' && last.kind !== 'entry';
}

function lastLine(atom: Atom): number {
  return atom.spot.line + atom.spot.lines.length - 1;
}

function tornPieces(box: Box, print: Print): ReadonlyMap<number, TornPiece> {
  const starts = box.lines.map(() => 0);
  box.lines.forEach((line, nth) => {
    if (nth + 1 < starts.length) starts[nth + 1] = (starts[nth] ?? 0) + line.text.length + 1;
  });
  const pieces = tornHeadings(box.lines, print).flatMap(({ entries, pieces }) =>
    pieces.map(({ line, end }, nth) => {
      const start = starts[line] ?? 0;
      const indent = /^[\s[［]*/.exec(box.lines[line]?.text ?? '')?.[0].length ?? 0;
      return [start + indent, { entries: nth === 0 ? entries : undefined, end: start + end }] as const;
    }),
  );
  return new Map(pieces);
}

function tornAt(scan: Scan, at: number): Step | undefined {
  const piece = scan.torn.get(positionOf(scan, at));
  if (!piece) return undefined;
  const to = withMark(scan, keyIndexFrom(scan, piece.end));
  if (piece.entries) return headingStep(scan, at, piece.entries, to, true);
  return { atom: { kind: 'print', ...slice(scan, at, to) }, to };
}

function stampAt(scan: Scan, at: number): Step | undefined {
  const match = /^[[［]\s*(?:平成|令和)[^\]］]{2,14}様式\s*\S{1,2}\s*[\]］]/.exec(
    scan.text.slice(positionOf(scan, at), positionOf(scan, at) + 34),
  );
  if (!match) return undefined;
  const to = keyIndexFrom(scan, positionOf(scan, at) + match[0].length);
  return { atom: { kind: 'print', ...slice(scan, at, to) }, to };
}

/** `＜選択肢＞`, `2） 十分である` */
function optionListAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  const { key } = scan.folded;
  const mark = /^<選択肢>/.exec(key.slice(at, at + 5));
  if (mark) return { atom: { kind: 'print', ...slice(scan, at, at + 5) }, to: at + 5 };
  const number = /^\d{1,2}[).]/.exec(key.slice(at, at + 3));
  if (!number || !(startsWord(scan, at) || last?.kind === 'print' || last?.kind === 'close'))
    return undefined;
  const option = scan.print.optionAt(key, at + number[0].length);
  if (!option || !(endsWord(scan, option.to) || /^(?:\d{1,2})?[()]/.test(key.slice(option.to))))
    return undefined;
  return { atom: { kind: 'print', ...slice(scan, at, option.to) }, to: option.to };
}

function countAt(scan: Scan, at: number): Step | undefined {
  const match = /^\((\d[\d,、]*)?\)件/.exec(scan.folded.key.slice(at, at + 12));
  if (!match || !endsWord(scan, at + match[0].length)) return undefined;
  const to = at + match[0].length;
  const number = match[1] === undefined ? undefined : Number(match[1].replace(/\D/g, ''));
  return { atom: { kind: 'count', ...slice(scan, at, to), number }, to };
}

function bracketAt(scan: Scan, at: number, leads: boolean): Step | undefined {
  const character = scan.text[positionOf(scan, at)] ?? '';
  const kind = /[[［]/.test(character) ? 'open' : /[\]］]/.test(character) ? 'close' : undefined;
  if (kind && leads) return { atom: { kind, ...slice(scan, at, at + 1) }, to: at + 1 };
  if (kind && isolated(scan, at)) return { atom: { kind, ...slice(scan, at, at + 1) }, to: at + 1 };
  if (leads && /[○〇◯]/.test(character) && isolated(scan, at)) {
    return { atom: { kind: 'circle', ...slice(scan, at, at + 1) }, to: at + 1 };
  }
  return undefined;
}

/** A single character between blanks and brackets. */
function isolated(scan: Scan, at: number): boolean {
  const position = positionOf(scan, at);
  return (
    /^[\s[\]［］]?$/.test(scan.text[position - 1] ?? '') &&
    /^[\s[\]［］]?$/.test(scan.text[position + 1] ?? '')
  );
}

/** The name of a box: an option right behind `]`, or the label of a flag. */
function labelAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  return last?.kind === 'close' ? boxNameAt(scan, at) : undefined;
}

function boxNameAt(scan: Scan, at: number): Step | undefined {
  const option = boxOptionAt(scan, at);
  const flag = entriesAt(scan, at).find(({ entries }) => entries.some((entry) => isFlag(scan, entry)));
  const to = Math.max(option?.to ?? 0, flag?.to ?? 0);
  if (to === 0 || !(endsWord(scan, to) || /[[［(（○〇◯]/.test(scan.text[endOf(scan, to)] ?? '')))
    return undefined;
  const flags = flag?.to === to ? flag.entries.flatMap((entry) => entry.ids) : [];
  const options = option?.to === to ? option.values : [];
  const label = options[0]?.label ?? flag?.entries[0]?.text ?? '';
  const ids = [...flags, ...options.flatMap((one) => one.ids)];
  return { atom: { kind: 'label', ...slice(scan, at, to), label, ids }, to };
}

/** An option of checks; those of a choice have no box of their own. */
function boxOptionAt(
  scan: Scan,
  at: number,
): { readonly to: number; readonly values: readonly PrintOption[] } | undefined {
  const found = scan.print.optionAt(scan.folded.key, at);
  const values = found?.values.filter(({ ids }) =>
    ids.some((id) => scan.print.byId.get(id)?.item.type === 'checks'),
  );
  return found && values && values.length > 0 ? { to: found.to, values } : undefined;
}

/** The name of a box whose brackets and mark stand behind it: nothing else is on the line. */
function looseLabelAt(scan: Scan, at: number): Step | undefined {
  const step = boxNameAt(scan, at);
  if (!step || !/^\s*[[\]［］○〇◯]/.test(restOfLine(scan, step.to))) return undefined;
  return /^[\s[\]［］○〇◯]+$/.test(restOfLine(scan, step.to)) ? step : undefined;
}

function isFlag(scan: Scan, entry: PrintEntry): boolean {
  return entry.ids.some((id) => scan.print.byId.get(id)?.item.type === 'flag');
}

/** `（ 連携基盤 ）` behind the name of a box: to the closing bracket, over a few lines, or to the end of the line. */
function wordsAt(scan: Scan, at: number, last: Atom): Step | undefined {
  const from = positionOf(scan, at);
  if (!/[(（]/.test(scan.text[from] ?? '') || lineOf(scan, at) !== lastLine(last)) return undefined;
  const lines = /^[^\n]*(?:\n[^\n]*){0,3}/.exec(scan.text.slice(from))?.[0] ?? '';
  const shut = closingOf(lines);
  const raw = shut === -1 ? (/^[^\n]*/.exec(lines)?.[0] ?? '') : lines.slice(0, shut + 1);
  const inner = raw.slice(1, shut === -1 ? undefined : -1).trim();
  const to = keyIndexFrom(scan, from + raw.length);
  return { atom: { kind: 'words', ...slice(scan, at, to), inner }, to };
}

/** The bracket that closes the first one; -1 where a box comes before it, or the text ends. */
function closingOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (/[[\]［］]/.test(text[at] ?? '')) return -1;
    if (/[(（]/.test(text[at] ?? '')) depth++;
    if (/[)）]/.test(text[at] ?? '') && --depth === 0) return at;
  }
  return -1;
}

function entryAt(scan: Scan, at: number): Step | undefined {
  const heading = scan.print.entryAt(scan.folded.key, at);
  if (!heading || !startsWord(scan, at) || !endsWord(scan, at + heading.length)) return undefined;
  const to = at + heading.length;
  const base = slice(scan, at, to);
  return {
    atom: heading.through === undefined ? { kind: 'entry', ...base, heading } : { kind: 'print', ...base },
    to,
  };
}

/** An option by itself: the rest of its line holds nothing but brackets and the form's own list. */
function valueAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  const found = scan.print.optionAt(scan.folded.key, at);
  const option = found?.values[0];
  if (!found || !option) return undefined;
  const rest = restOfLine(scan, found.to);
  const opened = last?.kind === 'open';
  const closed = /^\s*[[\]［］]/.test(rest);
  const alone = /^\s*(?:$|[[\]［］]|[<＜]選択肢|\d{1,2}[)）])/.test(rest.normalize('NFKC'));
  if (!alone) return undefined;
  const base = slice(scan, at, found.to);
  return { atom: { kind: 'value', ...base, option, bracketed: opened || closed }, to: found.to };
}

function headingAt(scan: Scan, at: number): Step | undefined {
  const from = scan.folded.key.startsWith('(', at) ? [at, at + 1] : [at];
  for (const start of from) {
    const found = entriesAt(scan, start).find(({ entries, to }) => isHeadingHere(scan, start, to, entries));
    if (found) return headingStep(scan, at, found.entries, withMark(scan, found.to));
  }
  return undefined;
}

function headingStep(scan: Scan, at: number, entries: readonly PrintEntry[], to: number, torn = false): Step {
  const ids = [...new Set(entries.flatMap((entry) => entry.ids))];
  const base = slice(scan, at, to);
  const own = entries.some(({ kind }) => kind === 'title' || kind === 'stamp' || kind === 'optionsMark');
  if (own || ids.length === 0) return { atom: { kind: 'print', ...base }, to };
  const numbered = entries.some((entry) => entry.numbered);
  const leads = /(^|\n) ?$/.test(scan.text.slice(0, positionOf(scan, at)));
  return { atom: { kind: 'heading', ...base, ids, numbered, leads, torn }, to };
}

/** ※ or a printed note behind a heading, and the colon of `（手数料額、納付方法：`. */
function withMark(scan: Scan, to: number): number {
  const note = scan.print
    .at(scan.folded.key, to)
    .findLast(({ values }) => values.some(({ kind }) => kind === 'note'));
  if (note && endsWord(scan, note.to)) return note.to;
  return /[※:]/.test(scan.folded.key[to] ?? '') && !/[（(]/.test(scan.text[endOf(scan, to + 1)] ?? '')
    ? to + 1
    : to;
}

/** Notes belong to the heading before them, `fixed` words and heads of columns are read as words. */
const SPOKEN: ReadonlySet<PrintEntry['kind']> = new Set([
  'title',
  'section',
  'heading',
  'stamp',
  'optionsMark',
]);

interface EntriesFound {
  readonly entries: readonly PrintEntry[];
  readonly to: number;
}

/** What the form prints and begins here, longest first. */
export function entriesAt(scan: Scan, at: number): readonly EntriesFound[] {
  return scan.print
    .at(scan.folded.key, at)
    .map((found) => ({ to: found.to, entries: found.values.filter((entry) => SPOKEN.has(entry.kind)) }))
    .filter(({ entries }) => entries.length > 0)
    .reverse();
}

function isHeadingHere(scan: Scan, at: number, to: number, entries: readonly PrintEntry[]): boolean {
  const rest = scan.text.slice(endOf(scan, to), endOf(scan, to) + 2);
  if (!/^(?:$|\s|※|\[|［|：|:)/.test(rest)) return false;
  if (entries.some((entry) => entry.numbered || entry.kind !== 'heading')) return true;
  if (!entries.some((entry) => printedWithoutNumber(scan, entry))) return false;
  return (
    to - at >= SHORTEST ||
    /^(?:$|\n|※)/.test(rest) ||
    /(^|\n) $/.test(scan.text.slice(0, positionOf(scan, at)))
  );
}

/** Fewest characters of a heading with words behind it on its line. */
const SHORTEST = 3;

/** A wording that the form always prints with a number is no heading without one. */
function printedWithoutNumber(scan: Scan, entry: PrintEntry): boolean {
  return entry.ids.some((id) => scan.print.byId.get(id)?.item.number === undefined);
}

/** The rest of the line, or as far as a heading that ends it. */
function textAt(scan: Scan, at: number, before: readonly Atom[]): Step {
  const line = lineOf(scan, at);
  let to = at + 1;
  while (to < scan.folded.key.length && lineOf(scan, to) === line && !endedByHeading(scan, to)) to++;
  const last = before.at(-1);
  const inline = last !== undefined && lastLine(last) === line;
  return { atom: { kind: 'text', ...slice(scan, at, to), inline }, to };
}

/** `…掲載している。 特記事項`: a heading behind a blank, with nothing behind it on its last line. */
function endedByHeading(scan: Scan, at: number): boolean {
  if (!startsWord(scan, at)) return false;
  const step = headingAt(scan, at) ?? entryAt(scan, at);
  if (step?.atom.kind !== 'heading' && step?.atom.kind !== 'entry') return false;
  return /^\s*$/.test(restOfLine(scan, step.to));
}

function lineNumbers(text: string): readonly number[] {
  let line = 0;
  return Array.from({ length: text.length + 1 }, (_, at) => (text[at - 1] === '\n' ? ++line : line));
}

export function positionOf(scan: Scan, at: number): number {
  return scan.folded.at[at] ?? scan.text.length;
}

/** Position behind the last character of the key before `to`. */
function endOf(scan: Scan, to: number): number {
  return positionOf(scan, to - 1) + 1;
}

function keyIndexFrom(scan: Scan, position: number): number {
  const index = scan.folded.at.findIndex((at) => at >= position);
  return index === -1 ? scan.folded.key.length : index;
}

function lineOf(scan: Scan, at: number): number {
  return scan.lineAt[positionOf(scan, at)] ?? 0;
}

function restOfLine(scan: Scan, to: number): string {
  return /^[^\n]*/.exec(scan.text.slice(endOf(scan, to)))?.[0] ?? '';
}

function startsWord(scan: Scan, at: number): boolean {
  return /^[\s[\]［］]?$/.test(scan.text[positionOf(scan, at) - 1] ?? '');
}

function endsWord(scan: Scan, to: number): boolean {
  return /^[\s[\]［］]?$/.test(scan.text[endOf(scan, to)] ?? '');
}

/** The characters of a stretch of the key, with the blanks before them that no other atom has. */
function slice(scan: Scan, at: number, to: number): { readonly spot: Spot; readonly text: string } {
  const start = at === 0 ? 0 : endOf(scan, at);
  const end = endOf(scan, to);
  const line = lineOf(scan, at);
  return {
    text: scan.text.slice(start, end),
    spot: { box: scan.nth, line, lines: scan.box.lines.slice(line, (scan.lineAt[end - 1] ?? line) + 1) },
  };
}
