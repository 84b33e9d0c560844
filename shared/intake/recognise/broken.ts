import { type Element, type Observation, observation, textElement } from './elements';
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
  if (!first || !head || head.text.length > LONGEST_LINE || isSettled(print, first, head)) return undefined;
  for (let lines = 2; lines <= MOST_LINES; lines++) {
    const pieces = piecesOf(units.slice(at, at + lines));
    if (!isNumber(head) && pieces.slice(1).some((piece) => standsAlone(print, piece))) return undefined;
    if (pieces.length < lines || (pieces.at(-2)?.text.length ?? 0) > LONGEST_LINE) return undefined;
    const found = joinedHeading(print, pieces);
    const values = units.slice(at + 1, at + lines).flatMap((unit) => unit.pieces.slice(1));
    if (found && (values.length === 0 || found.match.whole))
      return {
        elements: [...elementsOf(print, first, pieces, found), ...values.map(textOfPiece)],
        units: lines,
      };
  }
  return undefined;
}

/** A number in a cell of its own, or a heading with its number. */
function isSettled(print: Print, unit: Unit, piece: Piece): boolean {
  if (isNumber(piece)) return unit.pieces.length > 1;
  const match = headingOf(print, piece.text, false, piece.folded);
  return match?.whole === true && match.numbered;
}

function textOfPiece(piece: Piece): Element {
  return textElement(wholeOf(piece));
}

/** A number waits for the heading in the next cell, and what is a heading by itself goes on with nothing. */
const BARE_NUMBER = /^(?:[①-⑳]|\d{1,2}\.?|[IVX]{1,4})$/;

function isNumber({ folded }: Piece): boolean {
  return BARE_NUMBER.test(folded.key);
}

function standsAlone(print: Print, piece: Piece): boolean {
  return isNumber(piece) || headingOf(print, piece.text, false, piece.folded)?.whole === true;
}

/** The first cells. Where a page divides the row, its value goes on beside the rest of the heading. */
function piecesOf([first, ...rest]: readonly Unit[]): readonly Piece[] {
  const [head] = first?.pieces ?? [];
  const more = rest.flatMap(({ kind, pieces: [piece] }) => {
    const below = kind === first?.kind && piece?.column === head?.column;
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
