import type { Where } from '../../../assessment/source';
import { plainParagraph } from '../word/paragraph';
import { countCell } from '../word/story';
import {
  type Beside,
  cellContent,
  cellPlace,
  mergeDown,
  type RawCell,
  type ReadTable,
  tablePlace,
} from '../word/table';
import { child, elementsOf, type XmlElement } from '../xml/element';
import { controlText } from './controls';
import { type DocxPiece, piecesOf } from './flow';
import type { Story } from './story';

/** `place`: where the cell stands that holds a nested table; undefined for a table of the body. */
export function readTable(element: XmlElement, story: Story, place?: Where): ReadTable {
  const beside: Beside = { boxes: [], hidden: [] };
  const at = tablePlace(story, place);
  const raw = rowsOf(element, story).map((row, index) =>
    readRow(row, index, story, at, beside, place !== undefined),
  );
  return { table: { kind: 'table', where: at, rows: mergeDown(raw) }, ...beside };
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
  return cellsOf(row, story).map(({ cell, text }) => {
    countCell(story);
    const place: Place = { row: index, column, where: cellPlace(story, at, index, column, nested) };
    const read = readCell(cell, text, place, story, beside);
    column += read.columnSpan;
    return read;
  });
}

interface FoundCell {
  readonly cell: XmlElement;
  /** The text that a control around the cell stands for. */
  readonly text: string | undefined;
}

function cellsOf(element: XmlElement, story: Story, text?: string): readonly FoundCell[] {
  return elementsOf(element).flatMap((inner) => {
    if (inner.name === 'tc') return child(inner, 'tcPr', 'cellDel') ? [] : [{ cell: inner, text }];
    if (!WRAPPERS.has(inner.name)) return [];
    return cellsOf(inner, story, inner.name === 'sdt' ? controlText(inner, story) : text);
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
    ...cellContent(pieces, beside, (table) => readTable(table, story, place.where)),
    rowSpan: 1,
    columnSpan: Math.max(1, Math.min(span || 1, 1000)),
    ...(isShaded(properties) ? { shaded: true } : {}),
    merge: mergeOf(properties),
  };
}

function controlled(text: string): DocxPiece[] {
  return [{ kind: 'paragraph', paragraph: plainParagraph(text) }];
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
