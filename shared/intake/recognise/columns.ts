import { abreast, type ColumnHeading, columnHeading, headingsIn, inParts } from './abreast';
import { observation, textElement } from './elements';
import { headingOf } from './headings';
import { type Piece, type Span, trimmed, type Unit, wholeOf } from './pieces';
import type { Print } from './print';
import type { Together } from './together';
import { appendAll } from '../lists';

/** A row of headings above a row of their values: 評価書番号 | 評価書名. */
export function headedColumns(print: Print, units: readonly Unit[], at: number): Together | undefined {
  const [unit, next] = [units[at], units[at + 1]];
  if (unit?.kind !== 'row' || next?.kind !== 'row' || unit.pieces.length < 2) return undefined;
  const headings = unit.pieces.flatMap((piece) => columnHeading(print, wholeOf(piece)));
  if (headings.length < unit.pieces.length || next.pieces.some((piece) => isHeading(print, piece)))
    return undefined;
  const elements = headings.flatMap(({ span: { piece }, match }) => {
    const below = next.pieces.filter((value) => nearestColumn(unit.pieces, value) === piece);
    return [observation(piece, match, 'first'), ...below.map((value) => textElement(wholeOf(value)))];
  });
  return { elements, units: 2 };
}

function nearestColumn(headings: readonly Piece[], value: Piece): Piece | undefined {
  return [...headings].reverse().find(({ column }) => (column ?? 0) <= (value.column ?? 0)) ?? headings[0];
}

function isHeading(print: Print, piece: Piece): boolean {
  return headingOf(print, piece.text, false, piece.folded)?.whole === true;
}

/** The same without cells: the headings in one line or one below the other, then as many values. */
export function headedLines(print: Print, units: readonly Unit[], at: number): Together | undefined {
  const { headings, end } = stackedHeadings(print, units, at);
  if (headings.length < 2) return undefined;
  const values = valuesBelow(print, units.slice(end, end + headings.length), headings.length);
  if (!values) return undefined;
  return { elements: abreast(headings, values.spans), units: end - at + values.lines };
}

interface Stack {
  readonly headings: readonly ColumnHeading[];
  /** The unit behind the last heading. */
  readonly end: number;
}

function stackedHeadings(print: Print, units: readonly Unit[], at: number): Stack {
  const headings: ColumnHeading[] = [];
  let end = at;
  for (let unit = units[end]; unit; unit = units[++end]) {
    const line = lineOf(unit);
    const found = line ? headingsIn(print, line) : [];
    if (found.length === 0) break;
    appendAll(headings, found);
  }
  return { headings, end };
}

function lineOf(unit: Unit): Span | undefined {
  const [piece, ...more] = unit.pieces;
  return unit.kind === 'line' && piece && more.length === 0 ? trimmed(wholeOf(piece)) : undefined;
}

interface ValuesBelow {
  readonly spans: readonly Span[];
  readonly lines: number;
}

/** In one line, or one in each of the next lines. */
function valuesBelow(print: Print, units: readonly Unit[], wanted: number): ValuesBelow | undefined {
  const lines = units.flatMap((unit) => lineOf(unit) ?? []);
  const [first] = lines;
  if (!first || isHeading(print, first.piece)) return undefined;
  const parts = inParts(first, wanted);
  if (parts.length === wanted) return { spans: parts, lines: 1 };
  const apart = lines.length === wanted && !lines.some(({ piece }) => isHeading(print, piece));
  return apart ? { spans: lines, lines: wanted } : undefined;
}
