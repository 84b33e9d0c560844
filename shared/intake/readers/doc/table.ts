import type { Where } from '../../../assessment/source';
import { joinedPieces, type Paragraph, type Piece } from '../word/paragraph';
import { countCell, type WordContext } from '../word/story';
import {
  type Beside,
  cellContent,
  cellPlace,
  mergeDown,
  type RawCell,
  type ReadTable,
  tablePlace,
} from '../word/table';
import { gridOf, type Columns } from './grid';
import type { RowShape } from './rows';
import { appendAll } from '../../lists';

export type DocPiece = Piece<DocTable>;

/** A table with its rows read, before it has a place. */
export interface DocTable {
  readonly rows: readonly DocRow[];
}

export interface DocRow {
  readonly cells: readonly (readonly DocPiece[])[];
  readonly shape: RowShape;
}

/** What the paragraph at a place of the text is for the tables around it. */
export interface FlowParagraph {
  readonly paragraph: Paragraph;
  readonly depth: number;
  readonly ends: 'paragraph' | 'cell' | 'row';
  /** Of the row that it ends. */
  readonly shape: RowShape | undefined;
  /** The row is deleted. */
  readonly deleted: boolean;
}

/** Paragraphs one by one, the next one to be seen before it is taken. */
export class Flow {
  private ahead: FlowParagraph | undefined;

  constructor(private readonly rest: Iterator<FlowParagraph>) {
    this.ahead = next(rest);
  }

  get next(): FlowParagraph | undefined {
    return this.ahead;
  }

  take(): void {
    this.ahead = next(this.rest);
  }
}

function next(iterator: Iterator<FlowParagraph>): FlowParagraph | undefined {
  const { value, done } = iterator.next() as IteratorResult<FlowParagraph, undefined>;
  return done ? undefined : value;
}

/** The paragraphs and tables of a text; paragraphs that stand in tables become tables (MS-DOC 2.4.3). */
export function* piecesOf(flow: Flow): Generator<DocPiece> {
  yield* joinedPieces(rawPieces(flow));
}

function* rawPieces(flow: Flow): Generator<DocPiece> {
  for (let found = flow.next; found; found = flow.next) {
    if (found.depth > 0) yield { kind: 'table', table: tableFrom(flow, 1) };
    else {
      yield { kind: 'paragraph', paragraph: found.paragraph };
      flow.take();
    }
  }
}

const NO_SHAPE: RowShape = { edges: [], cells: [] };

/** The table of this depth that begins here. A row that nothing ends is kept with what it has. */
function tableFrom(flow: Flow, depth: number): DocTable {
  const rows: DocRow[] = [];
  let row = new OpenRow();
  for (let found = flow.next; found && found.depth >= depth; found = flow.next) {
    if (found.depth > depth) {
      row.add({ kind: 'table', table: tableFrom(flow, depth + 1) });
      continue;
    }
    flow.take();
    if (found.ends === 'row') {
      appendAll(rows, row.closed(found));
      row = new OpenRow();
    } else {
      row.add({ kind: 'paragraph', paragraph: found.paragraph });
      if (found.ends === 'cell') row.endCell();
    }
  }
  return { rows: [...rows, ...row.closed(undefined)] };
}

class OpenRow {
  private readonly cells: DocPiece[][] = [];
  private open: DocPiece[] = [];

  add(piece: DocPiece): void {
    this.open.push(piece);
  }

  endCell(): void {
    this.cells.push([...joinedPieces(this.open)]);
    this.open = [];
  }

  /** No row where it has no cells, or was deleted with all that stood in it. */
  closed(end: FlowParagraph | undefined): readonly DocRow[] {
    if (this.open.length) this.endCell();
    if (this.cells.length === 0 || (end?.deleted && this.cells.flat().every(isBlank))) return [];
    return [{ cells: this.cells, shape: end?.shape ?? NO_SHAPE }];
  }
}

function isBlank(piece: DocPiece): boolean {
  if (piece.kind === 'table') return false;
  const { text, hidden, images, boxes } = piece.paragraph;
  return text === '' && hidden === '' && images.length + boxes.length === 0;
}

/** `holder`: where the cell stands that holds a nested table; undefined for a table of the text. */
export function readTable({ rows }: DocTable, story: WordContext, holder?: Where): ReadTable {
  const beside: Beside = { boxes: [], hidden: [] };
  const at = tablePlace(story, holder);
  const grid = gridOf(rows.map(({ shape }) => shape.edges));
  const raw = rows.map((row, index) => {
    const places = columnsOf(row, grid);
    const cells = row.cells.map((pieces, number): RawCell => {
      countCell(story);
      const { column, span } = places[number] ?? { column: number, span: 1 };
      const where = cellPlace(story, at, index, column, holder !== undefined);
      const content = cellContent(pieces, beside, (table) => readTable(table, story, where));
      const { merge, shaded } = row.shape.cells[number] ?? { merge: undefined, shaded: false };
      const place = { row: index, column, rowSpan: 1, columnSpan: span, where };
      return { ...content, ...place, ...(shaded ? { shaded } : {}), merge };
    });
    return mergedAcross(cells, row.shape);
  });
  return { table: { kind: 'table', where: at, rows: mergeDown(raw) }, ...beside };
}

/** Cells that the shape of the row does not tell of follow one another to the right. */
function columnsOf(
  { cells, shape: { edges } }: DocRow,
  grid: (left: number, right: number) => Columns,
): readonly Columns[] {
  let free = 0;
  return cells.map((_, number) => {
    const [left, right] = [edges[number], edges[number + 1]];
    const place = left === undefined || right === undefined ? { column: free, span: 1 } : grid(left, right);
    const column = Math.max(free, place.column);
    free = column + Math.max(1, place.column + place.span - column);
    return { column, span: free - column };
  });
}

/** Cells that belong to the one before them widen it; one with something in it stays, that nothing is lost. */
function mergedAcross(cells: readonly RawCell[], shape: RowShape): readonly RawCell[] {
  const merged: RawCell[] = [];
  cells.forEach((cell, number) => {
    const before = merged.at(-1);
    const isEmpty = cell.text === '' && !cell.tables && !cell.images;
    if (before && isEmpty && shape.cells[number]?.joinsLeft)
      merged.splice(-1, 1, { ...before, columnSpan: before.columnSpan + cell.columnSpan });
    else merged.push(cell);
  });
  return merged;
}
