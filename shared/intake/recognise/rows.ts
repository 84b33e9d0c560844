import { isLeaf } from '../../forms/lookup';
import type { ItemId } from '../../forms/types';
import { type Element, observation, type Observation, type Position, textElement } from './elements';
import { headingOf } from './headings';
import { flagLabelled } from './listed';
import { pieceElements } from './lines';
import { type Piece, type Unit, wholeOf } from './pieces';
import type { Print } from './print';
import { appendAll } from '../lists';

/** A row: a heading and its value, a group's heading and more headings, or a value that goes on. */
export function rowElements(print: Print, unit: Unit): readonly Element[] {
  const elements: Element[] = [];
  let position: Position = unit.pieces.length === 1 ? 'alone' : 'first';
  for (let at = 0; at < unit.pieces.length; at++) {
    const found =
      numberCell(print, unit.pieces, at, position) ?? cellElements(print, unit, at, position, elements);
    appendAll(elements, found.elements);
    at += found.cells - 1;
    position = nextPosition(print, found.elements, unit.pieces.length - at - 1);
  }
  const [first, ...rest] = elements;
  const headless = (unit.pieces[0]?.column ?? 0) > 0;
  return headless && first?.kind === 'text' ? [{ ...first, headless }, ...rest] : elements;
}

/** What some cells of a row are read as. */
interface Cells {
  readonly elements: readonly Element[];
  /** How many cells it takes. */
  readonly cells: number;
}

const HEADING_NUMBER = /^(?:[①-⑳]|\d{1,2}\.|[IVX]{1,4}|リスク\d?:?)$/;

/** `①` in a cell of its own before the cell of its heading: only items with that number are meant. */
function numberCell(
  print: Print,
  pieces: readonly Piece[],
  at: number,
  position: Position,
): Cells | undefined {
  const [piece, next] = pieces.slice(at, at + 2);
  if (!piece || !next || position === 'value' || !HEADING_NUMBER.test(piece.folded.key)) return undefined;
  const match = headingOf(print, `${piece.text}${next.text}`, false);
  if (match?.whole !== true) return undefined;
  const number: Observation = {
    kind: 'observation',
    what: 'number',
    span: wholeOf(piece),
    candidates: [],
    textCost: 0,
    print: true,
  };
  return { elements: [number, observation(next, match, position)], cells: 2 };
}

function cellElements(
  print: Print,
  unit: Unit,
  at: number,
  position: Position,
  before: readonly Element[],
): Cells {
  const piece = unit.pieces[at] ?? unit.pieces[0];
  if (!piece) return { elements: [], cells: 1 };
  const flag = flagAcross(print, unit.pieces, at);
  if (flag) return flag;
  const label = at === 0 && isLabel(piece, unit.pieces.length);
  const found = pieceElements(print, piece, piece.nested ? 'value' : position, label);
  const elements =
    position === 'value' ? found.flatMap((element) => ofHeading(print, before, element)) : found;
  return { elements, cells: 1 };
}

const WIDEST_BOX = 3;

/** `[`, `○`, `]`, `委託しない`: the box of a flag in cells of its own. */
function flagAcross(print: Print, pieces: readonly Piece[], at: number): Cells | undefined {
  let box = '';
  for (let end = at; end < Math.min(pieces.length - 1, at + WIDEST_BOX); end++) {
    box += pieces[end]?.folded.key ?? '';
    const ids = /^\([○Oo☑☐]?\)$/.test(box) ? flagLabelled(print, pieces[end + 1]?.folded.key ?? '') : [];
    if (ids.length > 0) return flagCells(pieces.slice(at, end + 2), ids);
  }
  return undefined;
}

function flagCells(pieces: readonly Piece[], ids: readonly ItemId[]): Cells {
  const spans = pieces.map(wholeOf);
  const candidates = ids.map((id) => ({ id, cost: 0 }));
  const place = spans
    .slice(0, 1)
    .map((span): Observation => ({ kind: 'observation', what: 'options', span, candidates, textCost: 1.5 }));
  return { elements: [...place, ...spans.map(textElement)], cells: pieces.length };
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
  const { key } = piece.folded;
  const said = key.replace(/[()<>○☐☑]|選択肢/g, '');
  return cells > 1 && (piece.column ?? 0) === 0 && !piece.nested && key.length <= 60 && said !== '';
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
