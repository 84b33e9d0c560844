import type { Block, CellBlock, TableBlock, TableRowBlock } from '../../blocks';
import type { Where } from '../../../assessment/source';
import type { Paragraph, Piece } from './paragraph';
import { here, type WordContext } from './story';
import { appendAll } from '../../lists';

/** A table with what was anchored in it but stands beside it. */
export interface ReadTable {
  readonly table: TableBlock;
  readonly boxes: readonly Block[];
  readonly hidden: readonly string[];
}

/** Collects what the cells of one table bring besides their text. */
export interface Beside {
  readonly boxes: Block[];
  readonly hidden: string[];
}

export interface RawCell extends CellBlock {
  /** `restart` begins a vertical merge, `continue` belongs to the cell above. */
  readonly merge: 'restart' | 'continue' | undefined;
}

/** The place of a table: a running number, or that of the cell that holds it. */
export function tablePlace(story: WordContext, holder: Where | undefined): Where {
  return holder ?? { ...here(story), table: ++story.counts.tables };
}

/** The place of a cell; cells of a nested table stand where the cell stands that holds it. */
export function cellPlace(
  story: WordContext,
  table: Where,
  row: number,
  column: number,
  nested: boolean,
): Where {
  return nested ? table : { ...table, ...here(story), row: row + 1, column: column + 1 };
}

/** Text, nested tables and pictures of a cell; what is anchored in it goes to `beside`. */
export function cellContent<Table>(
  pieces: readonly Piece<Table>[],
  beside: Beside,
  readNested: (table: Table) => ReadTable,
): Pick<CellBlock, 'text' | 'tables' | 'images'> {
  const paragraphs = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.paragraph] : []));
  const nested = pieces.flatMap((piece) => (piece.kind === 'table' ? [readNested(piece.table)] : []));
  const images = paragraphs.flatMap((paragraph) => paragraph.images);
  putBeside(beside, paragraphs, nested);
  return {
    text: textOfPieces(pieces),
    ...(nested.length ? { tables: nested.map(({ table }) => table) } : {}),
    ...(images.length ? { images } : {}),
  };
}

function putBeside(beside: Beside, paragraphs: readonly Paragraph[], nested: readonly ReadTable[]): void {
  appendAll(
    beside.boxes,
    paragraphs.flatMap(({ boxes }) => boxes),
  );
  appendAll(
    beside.boxes,
    nested.flatMap(({ boxes }) => boxes),
  );
  appendAll(
    beside.hidden,
    paragraphs.map(({ hidden }) => hidden),
  );
  appendAll(
    beside.hidden,
    nested.flatMap(({ hidden }) => hidden),
  );
}

/** Paragraphs one a line. Word asks for an empty paragraph behind a table that ends a cell: it is no line. */
function textOfPieces<Table>(pieces: readonly Piece<Table>[]): string {
  return pieces
    .filter((piece, at) => !(isEmpty(piece) && pieces[at - 1]?.kind === 'table'))
    .flatMap((piece) => (piece.kind === 'paragraph' ? [piece.paragraph.text] : []))
    .join('\n');
}

function isEmpty<Table>(piece: Piece<Table>): boolean {
  return piece.kind === 'paragraph' && piece.paragraph.text === '';
}

/** A cell that others below may belong to. */
interface Span {
  readonly row: number;
  rowSpan: number;
}

/** Cells that continue the one above give it their row; text in them is kept by staying a cell of its own. */
export function mergeDown(rows: readonly (readonly RawCell[])[]): readonly TableRowBlock[] {
  const open = new Map<number, Span>();
  const spans = new Map<RawCell, Span>();
  for (const cell of rows.flat()) {
    const above = open.get(cell.column);
    if (cell.merge === 'continue' && above && cell.text === '' && !cell.tables && !cell.images) {
      above.rowSpan = cell.row - above.row + 1;
      continue;
    }
    const span = { row: cell.row, rowSpan: 1 };
    spans.set(cell, span);
    if (cell.merge) open.set(cell.column, span);
    else open.delete(cell.column);
  }
  return rows.map((row) => ({
    cells: row.flatMap((cell) => {
      const { merge: _, ...block } = cell;
      const span = spans.get(cell);
      return span ? [{ ...block, rowSpan: span.rowSpan }] : [];
    }),
  }));
}
