import { type Element, observation, type Position, TEXT_COST, textElement } from './elements';
import { type HeadingMatch, headingOf } from './headings';
import { optionItems, splitAtFlags } from './listed';
import { type Piece, type Span, trimmed, type Unit, wholeOf } from './pieces';
import type { Print } from './print';

export function lineElements(print: Print, unit: Unit): readonly Element[] {
  return unit.pieces.flatMap((piece) => pieceElements(print, piece, 'line', false));
}

/** The whole piece as a heading, else line by line. */
export function pieceElements(
  print: Print,
  piece: Piece,
  position: Position,
  label: boolean,
): readonly Element[] {
  const match = headingOf(print, piece.text, position !== 'value', piece.folded);
  if (match?.whole && acceptable(match, position)) return [observation(piece, match, position)];
  const options = optionElements(print, wholeOf(piece));
  if (label && !match && options.length === 1 && /\S/.test(piece.text))
    return [{ kind: 'observation', what: 'unknown', span: wholeOf(piece), candidates: [], textCost: 0 }];
  const lines = linesOf(piece).map((span) => lineOf(print, span, position));
  return lines.some((line) => line.some(({ kind }) => kind === 'observation')) ? lines.flat() : options;
}

function acceptable(match: HeadingMatch, position: Position): boolean {
  return (
    !match.near || position === 'first' || position === 'alone' || position === 'inner' || match.numbered
  );
}

function linesOf(piece: Piece): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const line of piece.text.split('\n')) {
    spans.push({ piece, from, to: from + line.length });
    from += line.length + 1;
  }
  return spans;
}

/** One line: a heading, a heading with its value behind it, or text. */
function lineOf(print: Print, line: Span, position: Position): readonly Element[] {
  const span = trimmed(line);
  if (!span) return [];
  const text = span.piece.text.slice(span.from, span.to);
  const match = headingOf(print, text, false);
  if (!match || (position === 'value' && !(match.whole && match.numbered)))
    return optionElements(print, span);
  if (!match.whole && !match.numbered && match.length < 3) return optionElements(print, span);
  const heading = { ...span, to: span.from + match.to };
  const rest = trimmed({ ...span, from: heading.to });
  const behind = rest ? optionElements(print, rest) : [];
  return [
    { ...observation(span.piece, match, position), span: heading, textCost: lineCost(match, position) },
    ...behind,
  ];
}

function lineCost(match: HeadingMatch, position: Position): number {
  const cost = TEXT_COST[position][match.numbered ? 'numbered' : 'plain'];
  return match.whole ? cost : match.numbered ? cost * 0.7 : cost * 0.4;
}

/** Text, with a place for the items whose options it lists; every flag is a place of its own. */
function optionElements(print: Print, span: Span): readonly Element[] {
  return splitAtFlags(print, span).flatMap((part) => {
    const listed = optionItems(print, part);
    if (listed.ids.length === 0) return [textElement(part)];
    const candidates = listed.ids.map((id) => ({ id, cost: 0 }));
    return [
      { kind: 'observation', what: 'options', span: part, candidates, textCost: listed.weight },
      textElement(part),
    ];
  });
}
