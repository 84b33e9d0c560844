import { type Element, observation, type Position, textCostOf, textElement } from './elements';
import { type HeadingMatch, headingOf, headingStart, leastCost } from './headings';
import { optionItems, splitAtFlags } from './listed';
import { abreast, columnHeading, headingsIn, inParts } from './abreast';
import { cutAtHeadings, isAnswered, stampLength } from './cuts';
import { type Piece, type Span, textOf, trimmed, type Unit, wholeOf } from './pieces';
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
  if (match?.whole && acceptable(match, position) && !(match.near && hasFlags(print, piece)))
    return [observation(piece, match, position)];
  const over = match && overLines(print, piece, match, position);
  if (over) return over;
  const options = optionElements(print, wholeOf(piece));
  if (label && !match && options.length === 1 && /\S/.test(piece.text))
    return [{ kind: 'observation', what: 'unknown', span: wholeOf(piece), candidates: [], textCost: 0 }];
  return byLine(print, wholeOf(piece), position) ?? options;
}

function hasFlags(print: Print, piece: Piece): boolean {
  return splitAtFlags(print, wholeOf(piece)).length > 1;
}

/** A heading that goes on in the second line of its cell, with something behind it. */
function overLines(
  print: Print,
  piece: Piece,
  match: HeadingMatch,
  position: Position,
): readonly Element[] | undefined {
  const end = piece.text.indexOf('\n');
  if (end < 0 || match.to <= end || match.whole || match.near || !match.numbered) return undefined;
  const span = { ...wholeOf(piece), to: match.to };
  const rest = trimmed({ ...wholeOf(piece), from: match.to });
  const behind = rest ? (byLine(print, rest, position) ?? optionElements(print, rest)) : [];
  return [{ ...observation(piece, match, position), span }, ...behind];
}

/** Nearly a heading by its wording alone, in a line of its own: about one character in seven may be another. */
const LONG_ENOUGH = 8;
const NEAR_ENOUGH = 2.6;

function acceptable(match: HeadingMatch, position: Position): boolean {
  if (!match.near || match.numbered) return true;
  if (position === 'line') return match.length >= LONG_ENOUGH && leastCost(match) <= NEAR_ENOUGH;
  return position !== 'value';
}

/** Undefined where no line holds print of the form. */
function byLine(print: Print, span: Span, position: Position): readonly Element[] | undefined {
  const lines = linesOf(span).map((line) => lineOf(print, line, position));
  return lines.some((line) => line.some(({ kind }) => kind === 'observation')) ? lines.flat() : undefined;
}

function linesOf(span: Span): readonly Span[] {
  const spans: Span[] = [];
  let { from } = span;
  for (const line of textOf(span).split('\n')) {
    spans.push({ ...span, from, to: from + line.length });
    from += line.length + 1;
  }
  return spans;
}

/** One line: a heading, a heading with its value behind it, several of them one after the other, or text. */
function lineOf(print: Print, line: Span, position: Position): readonly Element[] {
  const parts = cutAtHeadings(print, line, position);
  const beside = parts.findIndex((_, at) => besideAt(print, parts, at) !== undefined);
  const found = besideAt(print, parts, beside);
  if (!found) return parts.flatMap((part) => partOf(print, part, position));
  return [
    ...parts.slice(0, beside).flatMap((part) => partOf(print, part, position)),
    ...found,
    ...parts.slice(beside + 2).flatMap((part) => partOf(print, part, position)),
  ];
}

/** `評価書番号 評価書名 8 水辺の事務`: two headings beside each other and then their values. */
function besideAt(print: Print, parts: readonly Span[], at: number): readonly Element[] | undefined {
  const [first, second] = parts.slice(Math.max(0, at), at + 2);
  if (at < 0 || !first || !second) return undefined;
  const [left] = headingsIn(print, first);
  const match = left && headingOf(print, textOf(second), false);
  if (!match || match.whole || match.numbered) return undefined;
  const [right] = columnHeading(print, { ...second, to: second.from + match.to });
  const rest = trimmed({ ...second, from: second.from + match.to });
  const values = rest ? inParts(rest, 2) : [];
  return right && values.length === 2 ? abreast([left, right], values) : undefined;
}

function partOf(print: Print, line: Span, position: Position): readonly Element[] {
  const span = trimmed(line);
  if (!span) return [];
  const text = span.piece.text.slice(span.from, span.to);
  const stamp = stampLength(text);
  if (stamp > 0) return [printed({ ...span, to: span.from + stamp })];
  const match =
    headingOf(print, text, false) ?? (position === 'value' ? undefined : headingStart(print, text));
  if (!match || (position === 'value' && !match.numbered)) return optionElements(print, span);
  if (!match.whole && !match.numbered && match.length < 3 && !isAnswered(print, match, text.slice(match.to)))
    return optionElements(print, span);
  const heading = { ...span, to: span.from + match.to };
  const rest = trimmed({ ...span, from: heading.to });
  const behind = rest ? optionElements(print, rest) : [];
  return [
    { ...observation(span.piece, match, position), span: heading, textCost: lineCost(match, position) },
    ...behind,
  ];
}

function lineCost(match: HeadingMatch, position: Position): number {
  const cost = textCostOf(match, position);
  return match.whole ? cost : match.numbered ? cost * 0.7 : cost * 0.4;
}

/** Print of the form that belongs to no item. */
function printed(span: Span): Element {
  return { kind: 'observation', what: 'number', span, candidates: [], textCost: 0, print: true };
}

/** Text, with a place for the items whose options it lists; every flag is a place of its own. */
export function optionElements(print: Print, span: Span): readonly Element[] {
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
