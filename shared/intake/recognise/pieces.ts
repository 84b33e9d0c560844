import type { Block, CellBlock, SourceDocument, TableBlock } from '../blocks';
import type { SourceBlock, Where } from '../../assessment/source';
import { type Folded, fold } from './fold';
import { appendAll, largest } from '../lists';

/** A paragraph or a cell: the smallest part of a source that has a place of its own. */
export interface Piece {
  /** Position among the pieces of the source, from 0; `where.block` says the same. */
  readonly index: number;
  readonly text: string;
  readonly folded: Folded;
  readonly where: Where;
  readonly shaded: boolean;
  /** Grid column of a cell. */
  readonly column?: number;
  /** Stands in a table inside a cell. */
  readonly nested: boolean;
  readonly role?: string;
}

/** One row of a table (its cells that hold text, from left to right) or one paragraph. */
export interface Unit {
  readonly kind: 'row' | 'line';
  readonly pieces: readonly Piece[];
  /** Columns of the table's grid. */
  readonly columns: number;
  /** Columns that cells of the row begin in, where its last cell reaches over all that follow; else all columns. */
  readonly reach: number;
  /** First row of a table that goes on from the page before. */
  readonly continued: boolean;
  /** Number of the table in the source, from 1. */
  readonly table?: number;
}

/** The pieces of a source in reading order, row by row. */
export function unitsOf(document: SourceDocument): readonly Unit[] {
  const gatherer = new Gatherer();
  for (const block of document.blocks) gatherer.block(block);
  return gatherer.units;
}

/** The source as the review screen shows it: one block for every piece, in the order of `where.block`. */
export function sourceBlocks(units: readonly Unit[]): readonly SourceBlock[] {
  return units.flatMap((unit) => unit.pieces.map(({ where, text }) => ({ where, text })));
}

class Gatherer {
  readonly units: Unit[] = [];
  private next = 0;
  private tables = 0;

  block(block: Block): void {
    if (block.kind === 'paragraph') this.line(block.text, block.where, block.role);
    if (block.kind === 'table') this.table(block, false);
  }

  private line(text: string, where: Where, role: string | undefined): void {
    if (text.trim() === '') return;
    const piece = this.piece(text, where, { shaded: false, nested: false, ...(role ? { role } : {}) });
    this.units.push({ kind: 'line', pieces: [piece], columns: 1, reach: 1, continued: false });
  }

  private table(block: TableBlock, nested: boolean): void {
    const table = ++this.tables;
    const columns = largest([
      ...block.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)),
      1,
    ]);
    block.rows.forEach((row, at) => {
      const continued = block.continues === true && at === 0;
      this.row(row.cells, { columns, continued, table }, nested);
    });
  }

  private row(
    cells: readonly CellBlock[],
    unit: Omit<Unit, 'kind' | 'pieces' | 'reach'>,
    nested: boolean,
  ): void {
    const pieces: Piece[] = [];
    for (const cell of cells) {
      if (cell.text.trim() !== '')
        pieces.push(
          this.piece(cell.text, cell.where, { shaded: cell.shaded === true, nested, column: cell.column }),
        );
      appendAll(
        pieces,
        (cell.tables ?? []).flatMap((table) => this.nestedPieces(table, cell.column)),
      );
    }
    if (pieces.length > 0)
      this.units.push({ kind: 'row', pieces, reach: reachOf(cells, unit.columns), ...unit });
  }

  private nestedPieces(table: TableBlock, column: number): readonly Piece[] {
    const cells = table.rows.flatMap((row) => row.cells);
    return cells.flatMap((cell) => [
      ...(cell.text.trim() === ''
        ? []
        : [this.piece(cell.text, cell.where, { shaded: false, nested: true, column })]),
      ...(cell.tables ?? []).flatMap((inner) => this.nestedPieces(inner, column)),
    ]);
  }

  private piece(
    text: string,
    where: Where,
    more: Pick<Piece, 'shaded' | 'nested' | 'column' | 'role'>,
  ): Piece {
    const index = this.next++;
    return { index, text, folded: fold(text), where: { ...where, block: index }, ...more };
  }
}

function reachOf(cells: readonly CellBlock[], columns: number): number {
  const last = cells.find((cell) => cell.columnSpan > 1 && cell.column + cell.columnSpan === columns);
  return last ? last.column + 1 : columns;
}

/** A stretch of a piece. */
export interface Span {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

export function textOf(span: Span): string {
  return span.piece.text.slice(span.from, span.to);
}

export function whereOf(span: Span): Where {
  return { ...span.piece.where, from: span.from, to: span.to };
}

export function wholeOf(piece: Piece): Span {
  return { piece, from: 0, to: piece.text.length };
}

/** Without the white space around it; undefined where nothing is left. */
export function trimmed(span: Span): Span | undefined {
  const text = textOf(span);
  const from = span.from + (text.length - text.trimStart().length);
  const to = from + text.trim().length;
  return to > from ? { piece: span.piece, from, to } : undefined;
}
