import { type Element, type Observation, observation } from './elements';
import { fold } from './fold';
import { type HeadingMatch, headingOf } from './headings';
import { type Together, unitElements } from './together';
import { optionElements } from './lines';
import { type Piece, trimmed, type Unit, wholeOf } from './pieces';
import type { Print } from './print';

const LONGEST_LINE = 60;
const MOST_LINES = 3;
const SHORTEST_HEADING = 6;

/**
 * A heading that goes on in the next lines, or in the next rows of its column: `⑤提供する情報の対象とな` above
 * `る本人の範囲`. What follows the heading in its last line is its value.
 */
export function brokenHeading(print: Print, units: readonly Unit[], at: number): Together | undefined {
  const [first] = units.slice(at, at + 1);
  const head = first?.pieces[0];
  if (!first || !head || head.text.length > LONGEST_LINE || isWholeNumbered(print, head)) return undefined;
  for (let lines = 2; lines <= MOST_LINES; lines++) {
    const pieces = piecesOf(units.slice(at, at + lines));
    if (pieces.length < lines || (pieces.at(-2)?.text.length ?? 0) > LONGEST_LINE) return undefined;
    const found = joinedHeading(print, pieces);
    if (found) return { elements: elementsOf(print, first, pieces, found), units: lines };
  }
  return undefined;
}

function isWholeNumbered(print: Print, piece: Piece): boolean {
  const match = headingOf(print, piece.text, false, piece.folded);
  return match?.whole === true && match.numbered;
}

/** The first cells, of which all but the first stand alone. */
function piecesOf([first, ...rest]: readonly Unit[]): readonly Piece[] {
  const [head] = first?.pieces ?? [];
  const more = rest.flatMap(({ kind, pieces: [piece, ...others] }) => {
    const below = kind === first?.kind && others.length === 0 && piece?.column === head?.column;
    return below && piece ? [piece] : [];
  });
  return head && more.length === rest.length ? [head, ...more] : [];
}

interface Joined {
  readonly match: HeadingMatch;
  /** Where the heading ends in the last piece. */
  readonly to: number;
}

function joinedHeading(print: Print, pieces: readonly Piece[]): Joined | undefined {
  const text = pieces.map((piece) => piece.text.slice(0, 2 * LONGEST_LINE)).join('');
  const before = pieces.slice(0, -1).reduce((length, piece) => length + piece.text.length, 0);
  const match = headingOf(print, text, false, fold(text));
  if (!match || match.length < SHORTEST_HEADING || match.to <= before) return undefined;
  return { match, to: match.whole ? (pieces.at(-1)?.text.length ?? 0) : match.to - before };
}

function elementsOf(
  print: Print,
  first: Unit,
  pieces: readonly Piece[],
  { match, to }: Joined,
): readonly Element[] {
  const [head, ...more] = pieces;
  if (!head) return [];
  const values = first.pieces.slice(1);
  const beside = values.length > 0 ? unitElements(print, { ...first, pieces: values }) : [];
  const rests = more.flatMap((piece, at) =>
    restOf(print, piece, at === more.length - 1 ? to : piece.text.length),
  );
  return [observation(head, match, first.kind === 'row' ? 'first' : 'line'), ...rests, ...beside];
}

/** The end of the heading, and what stands behind it. */
function restOf(print: Print, piece: Piece, to: number): readonly Element[] {
  const end: Observation = {
    kind: 'observation',
    what: 'number',
    span: { piece, from: 0, to },
    candidates: [],
    textCost: 0,
    print: true,
  };
  const rest = trimmed({ ...wholeOf(piece), from: to });
  return rest ? [end, ...optionElements(print, rest)] : [end];
}
