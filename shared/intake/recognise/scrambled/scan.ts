import type { Folded } from '../fold';
import type { Print, PrintEntry } from '../print';
import type { Atom, Spot } from './atom';
import type { Box } from './pages';

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

export interface TornPiece {
  /** Of the first piece; the others only end the heading. */
  readonly entries: readonly PrintEntry[] | undefined;
  /** Position behind its last character. */
  readonly end: number;
}

export interface Step {
  readonly atom: Atom;
  readonly to: number;
}

export function positionOf(scan: Scan, at: number): number {
  return scan.folded.at[at] ?? scan.text.length;
}

/** Position behind the last character of the key before `to`. */
export function endOf(scan: Scan, to: number): number {
  return positionOf(scan, to - 1) + 1;
}

export function keyIndexFrom(scan: Scan, position: number): number {
  const index = scan.folded.at.findIndex((at) => at >= position);
  return index === -1 ? scan.folded.key.length : index;
}

export function lineOf(scan: Scan, at: number): number {
  return scan.lineAt[positionOf(scan, at)] ?? 0;
}

export function restOfLine(scan: Scan, to: number): string {
  return /^[^\n]*/.exec(scan.text.slice(endOf(scan, to)))?.[0] ?? '';
}

export function startsWord(scan: Scan, at: number): boolean {
  return /^[\s[\]［］]?$/.test(scan.text[positionOf(scan, at) - 1] ?? '');
}

export function endsWord(scan: Scan, to: number): boolean {
  return /^[\s[\]［］]?$/.test(scan.text[endOf(scan, to)] ?? '');
}

/** The characters of a stretch of the key, with the blanks before them that no other atom has. */
export function slice(scan: Scan, at: number, to: number): { readonly spot: Spot; readonly text: string } {
  const start = at === 0 ? 0 : endOf(scan, at);
  const end = endOf(scan, to);
  const line = lineOf(scan, at);
  return {
    text: scan.text.slice(start, end),
    spot: { box: scan.nth, line, lines: scan.box.lines.slice(line, (scan.lineAt[end - 1] ?? line) + 1) },
  };
}

export function lastLine(atom: Atom): number {
  return atom.spot.line + atom.spot.lines.length - 1;
}
