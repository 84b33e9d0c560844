import type { Block, CellBlock, TableBlock, TableRowBlock } from '../../blocks';
import type { Where } from '../../result';
import { assertCells } from '../reading';
import { child, elementsOf, type XmlElement } from '../xml/element';
import { controlText } from './controls';
import { piecesOf, plainParagraph, type Piece } from './flow';
import { here, type Story } from './story';

/** A table with what was anchored in it but stands beside it. */
export interface ReadTable {
  readonly table: TableBlock;
  readonly boxes: readonly Block[];
  readonly hidden: readonly string[];
}

/** Collects what the cells of one table bring besides their text. */
interface Beside {
  readonly boxes: Block[];
  readonly hidden: string[];
}

/** `place`: where the cell stands that holds a nested table; undefined for a table of the body. */
export function readTable(element: XmlElement, story: Story, place?: Where): ReadTable {
  const beside: Beside = { boxes: [], hidden: [] };
  const at: Where = place ?? { ...here(story), table: ++story.counts.tables };
  const raw = rowsOf(element, story).map((row, index) =>
    readRow(row, index, story, at, beside, place !== undefined),
  );
  return { table: { kind: 'table', where: at, rows: mergeDown(raw) }, ...beside };
}

interface RawCell extends CellBlock {
  /** `restart` begins a vertical merge, `continue` belongs to the cell above. */
  readonly merge: 'restart' | 'continue' | undefined;
}

/** Rows as they stand when all tracked changes are accepted. */
function rowsOf(table: XmlElement, story: Story): readonly XmlElement[] {
  return unwrapped(table, 'tr').filter((row) => {
    const deleted = child(row, 'trPr', 'del') !== undefined;
    if (deleted || child(row, 'trPr', 'ins')) story.notices.add('trackedChanges');
    return !deleted;
  });
}

function unwrapped(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((inner) => {
    if (inner.name === name) return [inner];
    return WRAPPERS.has(inner.name) ? unwrapped(inner, name) : [];
  });
}

const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'AlternateContent', 'Choice']);

function readRow(
  row: XmlElement,
  index: number,
  story: Story,
  at: Where,
  beside: Beside,
  nested: boolean,
): readonly RawCell[] {
  let column = Number(child(row, 'trPr', 'gridBefore')?.attributes.val ?? 0);
  return cellsOf(row).map(({ cell, text }) => {
    countCell(story);
    const place: Place = { row: index, column, where: whereOf(story, at, index, column, nested) };
    const read = readCell(cell, text, place, story, beside);
    column += read.columnSpan;
    return read;
  });
}

function whereOf(story: Story, at: Where, row: number, column: number, nested: boolean): Where {
  return nested ? at : { ...at, ...here(story), row: row + 1, column: column + 1 };
}

function countCell({ counts, limits }: Story): void {
  assertCells(++counts.cells, limits.cells);
}

interface FoundCell {
  readonly cell: XmlElement;
  /** The text that a control around the cell stands for. */
  readonly text: string | undefined;
}

function cellsOf(element: XmlElement, text?: string): readonly FoundCell[] {
  return elementsOf(element).flatMap((inner) => {
    if (inner.name === 'tc') return child(inner, 'tcPr', 'cellDel') ? [] : [{ cell: inner, text }];
    return WRAPPERS.has(inner.name) ? cellsOf(inner, inner.name === 'sdt' ? controlText(inner) : text) : [];
  });
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly where: Where;
}

function readCell(
  cell: XmlElement,
  text: string | undefined,
  place: Place,
  story: Story,
  beside: Beside,
): RawCell {
  const properties = child(cell, 'tcPr');
  const span = Number(child(properties, 'gridSpan')?.attributes.val ?? 1);
  const pieces = text === undefined ? [...piecesOf(elementsOf(cell), story)] : controlled(text);
  return {
    ...place,
    ...contentOf(pieces, place.where, story, beside),
    rowSpan: 1,
    columnSpan: Math.max(1, Math.min(span || 1, 1000)),
    ...(isShaded(properties) ? { shaded: true } : {}),
    merge: mergeOf(properties),
  };
}

function controlled(text: string): Piece[] {
  return [{ kind: 'paragraph', paragraph: plainParagraph(text) }];
}

function contentOf(
  pieces: readonly Piece[],
  where: Where,
  story: Story,
  beside: Beside,
): Pick<CellBlock, 'text' | 'tables' | 'images'> {
  const paragraphs = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.paragraph] : []));
  const nested = pieces.flatMap((piece) =>
    piece.kind === 'table' ? [readTable(piece.element, story, where)] : [],
  );
  const images = paragraphs.flatMap((paragraph) => paragraph.images);
  beside.boxes.push(...paragraphs.flatMap(({ boxes }) => boxes), ...nested.flatMap(({ boxes }) => boxes));
  beside.hidden.push(...paragraphs.map(({ hidden }) => hidden), ...nested.flatMap(({ hidden }) => hidden));
  return {
    text: textOfPieces(pieces),
    ...(nested.length ? { tables: nested.map(({ table }) => table) } : {}),
    ...(images.length ? { images } : {}),
  };
}

/** Paragraphs one a line. Word asks for an empty paragraph behind a table that ends a cell: it is no line. */
function textOfPieces(pieces: readonly Piece[]): string {
  return pieces
    .filter((piece, at) => !(isEmpty(piece) && pieces[at - 1]?.kind === 'table'))
    .flatMap((piece) => (piece.kind === 'paragraph' ? [piece.paragraph.text] : []))
    .join('\n');
}

function isEmpty(piece: Piece): boolean {
  return piece.kind === 'paragraph' && piece.paragraph.text === '';
}

function isShaded(properties: XmlElement | undefined): boolean {
  const shade = child(properties, 'shd')?.attributes;
  if (!shade || shade.val === 'nil') return false;
  const fill = (shade.fill ?? 'auto').toUpperCase();
  return !['AUTO', 'FFFFFF', ''].includes(fill) || /^pct|solid/.test(shade.val ?? '');
}

function mergeOf(properties: XmlElement | undefined): RawCell['merge'] {
  const merge = child(properties, 'vMerge');
  if (!merge) return undefined;
  return merge.attributes.val === 'restart' ? 'restart' : 'continue';
}

/** Cells that continue the one above give it their row; text in them is kept by staying a cell of its own. */
function mergeDown(rows: readonly (readonly RawCell[])[]): readonly TableRowBlock[] {
  const open = new Map<number, { rowSpan: number }>();
  const spans = new Map<RawCell, { rowSpan: number }>();
  for (const cell of rows.flat()) {
    const above = open.get(cell.column);
    if (cell.merge === 'continue' && above && cell.text === '' && !cell.tables && !cell.images) {
      above.rowSpan = cell.row - (rowOf(spans, above) ?? cell.row) + 1;
      continue;
    }
    const span = { rowSpan: 1 };
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

function rowOf(spans: ReadonlyMap<RawCell, object>, span: object): number | undefined {
  for (const [cell, own] of spans) if (own === span) return cell.row;
  return undefined;
}
