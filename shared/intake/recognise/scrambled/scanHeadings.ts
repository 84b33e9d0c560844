import type { Print, PrintEntry } from '../print';
import type { Box } from './pages';
import {
  endOf,
  endsWord,
  keyIndexFrom,
  positionOf,
  type Scan,
  slice,
  startsWord,
  type Step,
  type TornPiece,
} from './scan';
import { tornHeadings } from './torn';

export function tornPieces(box: Box, print: Print): ReadonlyMap<number, TornPiece> {
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

export function tornAt(scan: Scan, at: number): Step | undefined {
  const piece = scan.torn.get(positionOf(scan, at));
  if (!piece) return undefined;
  const to = withMark(scan, keyIndexFrom(scan, piece.end));
  if (piece.entries) return headingStep(scan, at, piece.entries, to, true);
  return { atom: { kind: 'print', ...slice(scan, at, to) }, to };
}

export function entryAt(scan: Scan, at: number): Step | undefined {
  const heading = scan.print.entryAt(scan.folded.key, at);
  if (!heading || !startsWord(scan, at) || !endsWord(scan, at + heading.length)) return undefined;
  const to = at + heading.length;
  const base = slice(scan, at, to);
  return {
    atom: heading.through === undefined ? { kind: 'entry', ...base, heading } : { kind: 'print', ...base },
    to,
  };
}

export function headingAt(scan: Scan, at: number): Step | undefined {
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
  if (!/^(?:$|[\s※：:[\]［］])/.test(rest)) return false;
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
