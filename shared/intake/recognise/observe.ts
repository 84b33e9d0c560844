import { isLeaf } from '../../forms/lookup';
import type { ItemId } from '../../forms/types';
import { type HeadingMatch, headingOf } from './headings';
import { optionItems, splitAtFlags } from './listed';
import { type Piece, type Span, trimmed, type Unit, wholeOf } from './pieces';
import type { EntryHeading, Print } from './print';

/**
 * The source as a stream: places that may be print of the form (with the items they may belong to) and text
 * between them. `align` decides which reading of each place fits the order of the form.
 */
export type Element = Observation | TextElement;

export interface TextElement {
  readonly kind: 'text';
  readonly span: Span;
  /** Begins a row whose heading cell is empty: it may go on with the row above, or have lost its heading. */
  readonly headless?: boolean;
}

export interface Observation {
  readonly kind: 'observation';
  /** `options`: a list of options or ticks, whose text follows as an element of its own. */
  readonly what: 'heading' | 'options' | 'unknown';
  readonly span: Span;
  readonly candidates: readonly Candidate[];
  /** What it costs to take the place for ordinary text. */
  readonly textCost: number;
  /** Print that is never a value, whatever it is aligned to. */
  readonly print?: boolean;
  /** Holds more than print; it is kept beside what it is aligned to. */
  readonly more?: boolean;
}

export interface Candidate {
  readonly id: ItemId;
  readonly cost: number;
  readonly entry?: EntryHeading;
  readonly section?: boolean;
}

/** How sure a text in this position is a heading: the cost of taking it for ordinary text. */
type Position = 'first' | 'alone' | 'inner' | 'value' | 'line';

const TEXT_COST: Readonly<Record<Position, { numbered: number; plain: number }>> = {
  first: { numbered: 9, plain: 8 },
  alone: { numbered: 9, plain: 6 },
  inner: { numbered: 8, plain: 7 },
  line: { numbered: 8, plain: 4 },
  value: { numbered: 2.5, plain: 0.6 },
};

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
  const match = headingOf(print, piece.text, false);
  return match?.whole ? match : undefined;
}

function rowElements(print: Print, unit: Unit): readonly Element[] {
  const elements: Element[] = [];
  let position: Position = unit.pieces.length === 1 ? 'alone' : 'first';
  const headless = (unit.pieces[0]?.column ?? 0) > 0;
  unit.pieces.forEach((piece, at) => {
    const label = at === 0 && isLabel(piece, unit.pieces.length);
    const found = pieceElements(print, piece, piece.nested ? 'value' : position, label);
    elements.push(
      ...(position === 'value' ? found.flatMap((element) => ofHeading(print, elements, element)) : found),
    );
    position = nextPosition(print, found, unit.pieces.length - at - 1);
  });
  const [first, ...rest] = elements;
  return headless && first?.kind === 'text' ? [{ ...first, headless }, ...rest] : elements;
}

/** Options beside the heading of an item are that item's own, or ordinary text. */
function ofHeading(print: Print, before: readonly Element[], element: Element): readonly Element[] {
  if (element.kind === 'text' || element.what !== 'options') return [element];
  const heading = before.findLast((one) => one.kind === 'observation' && one.what === 'heading') as
    Observation | undefined;
  const ids = heading?.candidates.map(({ id }) => id) ?? [];
  if (ids.length === 0 || !ids.every((id) => isLeafId(print, id))) return [element];
  const candidates = element.candidates.filter(({ id }) => ids.includes(id));
  return candidates.length > 0 ? [{ ...element, candidates }] : [];
}

function isLeafId(print: Print, id: ItemId): boolean {
  const item = print.byId.get(id)?.item;
  return item !== undefined && isLeaf(item);
}

/** A short text at the head of a row with more cells: on official sheets always a heading, known or not. */
function isLabel(piece: Piece, cells: number): boolean {
  return cells > 1 && (piece.column ?? 0) === 0 && !piece.nested && piece.folded.key.length <= 60;
}

/** Behind the heading of a group another heading may stand in the row; behind that of an item stands its value. */
function nextPosition(print: Print, found: readonly Element[], left: number): Position {
  const last = found.at(-1);
  if (last?.kind !== 'observation' || last.what !== 'heading') return 'value';
  const holdsValue = last.candidates.every(({ id }) => {
    const item = print.byId.get(id)?.item;
    return item !== undefined && item.type !== 'group';
  });
  return holdsValue && left < 2 ? 'value' : 'inner';
}

function lineElements(print: Print, unit: Unit): readonly Element[] {
  return unit.pieces.flatMap((piece) => pieceElements(print, piece, 'line', false));
}

/** The whole piece as a heading, else line by line. */
function pieceElements(print: Print, piece: Piece, position: Position, label: boolean): readonly Element[] {
  const match = headingOf(print, piece.text, position !== 'value');
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

function textElement(span: Span): TextElement {
  return { kind: 'text', span };
}

function observation(piece: Piece, match: HeadingMatch, position: Position): Observation {
  const candidates = match.readings.flatMap(({ ids, kind, entry, cost }) =>
    ids.map((id) => ({
      id,
      cost,
      ...(entry ? { entry } : {}),
      ...(kind === 'section' || kind === 'title' ? { section: true } : {}),
    })),
  );
  const cost = match.near ? 3 : TEXT_COST[position][match.numbered ? 'numbered' : 'plain'];
  const print = match.readings.some(({ kind }) => kind === 'title');
  return {
    kind: 'observation',
    what: 'heading',
    span: wholeOf(piece),
    candidates,
    textCost: cost,
    ...(print ? { print } : {}),
    ...(match.more ? { more: true } : {}),
  };
}
