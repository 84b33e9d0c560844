import { type Element, observation, textElement } from './elements';
import { type HeadingMatch, headingOf } from './headings';
import { lineElements } from './lines';
import { type Piece, type Unit, wholeOf } from './pieces';
import type { Print } from './print';
import { rowElements } from './rows';

/** The source as a stream of places that may be print of the form, and of the text between them. */
export function observe(print: Print, units: readonly Unit[]): readonly Element[] {
  const elements: Element[] = [];
  let headings: Unit | undefined;
  for (const [at, unit] of units.entries()) {
    const columns = headings && headedColumns(print, headings, unit);
    headings = undefined;
    if (columns) elements.push(...columns);
    else if (headedColumns(print, unit, units[at + 1])) headings = unit;
    else elements.push(...(unit.kind === 'row' ? rowElements(print, unit) : lineElements(print, unit)));
  }
  return elements;
}

/** A row of headings above a row of their values: 評価書番号 | 評価書名. */
function headedColumns(print: Print, unit: Unit, next: Unit | undefined): readonly Element[] | undefined {
  if (unit.kind !== 'row' || next?.kind !== 'row' || unit.pieces.length < 2) return undefined;
  const headings = unit.pieces.flatMap((piece) => columnHeading(print, piece));
  if (headings.length < unit.pieces.length || next.pieces.some((piece) => wholeHeading(print, piece)))
    return undefined;
  return headings.flatMap(({ piece, match }) => {
    const below = next.pieces.filter((value) => nearestColumn(unit.pieces, value) === piece);
    return [observation(piece, match, 'first'), ...below.map((value) => textElement(wholeOf(value)))];
  });
}

function columnHeading(print: Print, piece: Piece): readonly { piece: Piece; match: HeadingMatch }[] {
  const match = wholeHeading(print, piece);
  const item = print.byId.get(match?.readings[0]?.ids[0] ?? '')?.item;
  return match && item?.type === 'text' ? [{ piece, match }] : [];
}

function nearestColumn(headings: readonly Piece[], value: Piece): Piece | undefined {
  return [...headings].reverse().find(({ column }) => (column ?? 0) <= (value.column ?? 0)) ?? headings[0];
}

function wholeHeading(print: Print, piece: Piece): HeadingMatch | undefined {
  const match = headingOf(print, piece.text, false, piece.folded);
  return match?.whole ? match : undefined;
}
