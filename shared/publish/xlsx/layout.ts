import type { ImageRef } from '../../assessment/types';
import { widthOf } from '../model/measure';
import { isHeadingCell, lineText } from '../model/runs';
import type {
  Cell,
  HeadingRole,
  LineRole,
  PrintBlock,
  PrintSection,
  Row,
  TableBlock,
  Twips,
} from '../model/types';
import { type Area, cellPieces } from './cells';
import { type SheetGrid, sheetGrid } from './grid';
import type { PictureSize } from './pictureSize';
import { layerHeights, cellLayers, textOf } from './cellLayers';
import { FONT_SIZES, type CellStyle } from './styles';
import { heightOf } from './wrap';

/** A cell of a sheet with its text; it covers its whole area. */
export interface SheetCell extends Area {
  readonly text: string;
  readonly style: CellStyle;
  /** Options of a drop-down list, as they are in the cell. */
  readonly list?: readonly string[];
  readonly picture?: ImageRef;
}

export interface SheetLayout {
  readonly grid: SheetGrid;
  readonly cells: readonly SheetCell[];
  /** Height of each row, in points. */
  readonly heights: readonly number[];
  /** Rows (from 0) that repeat on every printed page. */
  readonly titles?: { readonly from: number; readonly to: number };
}

/** Excel's highest row is 409 points; a longer text is in a cell over several rows, low ones, since pages end between rows. */
const MAX_ROW_HEIGHT = 400;
const SPLIT_ROW_HEIGHT = 130;
const TWIPS_PER_POINT = 20;

/** A part of the form on a sheet. */
export function layOut(section: PrintSection, sizeOf: PictureSize = () => undefined): SheetLayout {
  const sheet = new Sheet(sheetGrid(section), sizeOf);
  for (const block of section.blocks) sheet.add(block);
  return sheet.layout();
}

class Sheet {
  private readonly cells: SheetCell[] = [];
  private readonly heights: number[] = [];
  private titles: SheetLayout['titles'];

  constructor(
    private readonly grid: SheetGrid,
    private readonly sizeOf: PictureSize,
  ) {}

  layout(): SheetLayout {
    return {
      grid: this.grid,
      cells: this.cells,
      heights: this.heights,
      ...(this.titles ? { titles: this.titles } : {}),
    };
  }

  add(block: PrintBlock): void {
    switch (block.kind) {
      case 'heading':
        return this.wide(
          block.runs.map((run) => run.text).join(''),
          HEADING_STYLES[block.role],
          HEADING_HEIGHTS[block.role],
        );
      case 'line':
        return this.wide(lineText(block), { ...PLAIN, align: alignOf(block.role) }, 0);
      case 'table':
        for (const rows of rowGroups(block.rows)) this.rows(block, rows);
    }
  }

  /** A text over the whole width; at least so many points high. */
  private wide(text: string, style: CellStyle, minHeight: number): void {
    const width = this.grid.widths.reduce((sum, column) => sum + column, 0);
    for (const layer of cellPieces(text)) {
      const heights = rowsFor(Math.max(minHeight, heightOf(layer, width, FONT_SIZES[style.font])));
      this.cells.push({
        row: this.heights.length,
        column: 0,
        height: heights.length,
        width: this.grid.widths.length,
        text: layer,
        style,
      });
      this.heights.push(...heights);
    }
  }

  /** Rows that one tall cell at the left holds together; each may take several rows of the sheet. */
  private rows(table: TableBlock, rows: readonly Row[]): void {
    const first = this.heights.length;
    const tallCells: { readonly cell: Cell; readonly from: Twips; readonly to: Twips }[] = [];
    for (const row of rows) {
      const extents = extentsOf(row, table.columns);
      tallCells.push(...extents.filter(({ cell }) => cell.rowSpan));
      this.row(
        row,
        extents.filter(({ cell }) => !cell.rowSpan),
      );
    }
    for (const { cell, from, to } of tallCells) {
      const area = this.grid.between(from, to);
      const height = this.heights.length - first;
      this.cells.push({ row: first, ...area, height, text: textOf(cell), style: cellStyle(cell, rows[0]) });
    }
    if (rows[0]?.header) this.titles = { from: first, to: this.heights.length - 1 };
  }

  private row(row: Row, extents: readonly CellExtent[]): void {
    const first = this.heights.length;
    const columns = extents.map((extent) => ({
      slot: extent,
      layers: cellLayers(extent.cell, extent.to - extent.from, this.sizeOf),
    }));
    const parts = layerHeights(
      columns.map(({ layers }) => layers),
      (row.minHeight ?? 0) / TWIPS_PER_POINT,
    );
    const heights = parts.map(rowsFor);
    this.heights.push(...heights.flat());
    for (const { slot: extent, layers } of columns) {
      let at = first;
      layers.forEach((layer, part) => {
        const rowCount =
          part === layers.length - 1 ? heights.slice(part).flat().length : (heights[part]?.length ?? 1);
        this.cells.push({
          row: at,
          ...this.grid.between(extent.from, extent.to),
          height: rowCount,
          text: layer.text,
          ...(layer.list ? { list: layer.list } : {}),
          ...(layer.picture ? { picture: layer.picture } : {}),
          style: layerStyle(extent.cell, row, layer.text, part, layers.length),
        });
        at += rowCount;
      });
    }
  }
}

interface CellExtent {
  readonly cell: Cell;
  readonly from: Twips;
  readonly to: Twips;
}

function extentsOf(row: Row, columns: readonly Twips[]): readonly CellExtent[] {
  let column = row.covered ?? 0;
  return row.cells.map((cell) => {
    const from = widthOf(columns, 0, column);
    column += cell.span;
    return { cell, from, to: widthOf(columns, 0, column) };
  });
}

/** Rows in groups: a row with a cell over several rows, and the rows that it covers. */
function rowGroups(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    if (row.covered && groups.length > 0) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Rows of the sheet that take so many points. */
function rowsFor(height: number): readonly number[] {
  const count = height <= MAX_ROW_HEIGHT ? 1 : Math.ceil(height / SPLIT_ROW_HEIGHT);
  return Array.from({ length: count }, () => height / count);
}

const PLAIN: CellStyle = { font: 'body', lines: '', align: 'left', valign: 'center' };

const HEADING_STYLES: Readonly<Record<HeadingRole, CellStyle>> = {
  title: { ...PLAIN, font: 'title', align: 'center' },
  part: { ...PLAIN, font: 'part' },
  item: { ...PLAIN, font: 'item', shade: 'item', lines: 'tblr' },
  risk: { ...PLAIN, font: 'risk', shade: 'risk', lines: 'tblr' },
};

const HEADING_HEIGHTS: Readonly<Record<HeadingRole, number>> = { title: 40, part: 32, item: 22, risk: 20 };

function alignOf(role: LineRole): CellStyle['align'] {
  if (role === 'center' || role === 'bracket' || role === 'head') return 'center';
  return role === 'end' || role === 'stamp' ? 'right' : 'left';
}

function layerStyle(cell: Cell, row: Row, text: string, part: number, parts: number): CellStyle {
  const style = cellStyle(cell, row);
  const open = (part > 0 ? 't' : '') + (part < parts - 1 ? 'b' : '');
  const lines = Array.from(style.lines)
    .filter((side) => !open.includes(side))
    .join('');
  return { ...style, lines, ...(/^[=+\-@]/.test(text) ? { quoted: true as const } : {}) };
}

function cellStyle(cell: Cell, row: Row | undefined): CellStyle {
  const first = cell.content.find((content) => content.kind === 'line');
  const role = first?.kind === 'line' ? first.role : 'text';
  return {
    font: cell.role === 'options' ? 'small' : 'body',
    ...(isHeadingCell(cell) ? { shade: 'label' as const } : {}),
    lines: linesOf(cell),
    align: cell.vertical ? 'center' : alignOf(role),
    valign: row?.fromTop ? 'top' : 'center',
    ...(cell.vertical ? { vertical: true as const } : {}),
  };
}

function linesOf(cell: Cell): string {
  return 'tb' + (cell.role === 'options' ? '' : 'l') + (cell.openEnd ? '' : 'r');
}
