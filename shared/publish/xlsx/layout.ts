import type { ImageRef } from '../../assessment/types';
import { lineCount, SIZE, widthOf } from '../model/measure';
import { lineText } from '../model/runs';
import type {
  Cell,
  HeadingRole,
  Line,
  LineRole,
  PrintBlock,
  PrintSection,
  Row,
  TableBlock,
  Twips,
} from '../model/types';
import { type Area, cellPieces } from './cells';
import { type SheetGrid, sheetGrid } from './grid';
import type { Look } from './styles';

/** A cell of a sheet with its text; it covers its whole area. */
export interface SheetCell extends Area {
  readonly text: string;
  readonly look: Look;
  /** Options of a drop-down list, as they stand in the cell. */
  readonly list?: readonly string[];
  readonly pictures?: readonly ImageRef[];
}

export interface SheetLayout {
  readonly grid: SheetGrid;
  readonly cells: readonly SheetCell[];
  /** Height of each row, in points. */
  readonly heights: readonly number[];
  /** Rows (from 0) that repeat on every printed page. */
  readonly titles?: { readonly from: number; readonly to: number };
}

/** Excel's highest row is 409 points; a longer text stands in a cell over several rows. */
const HIGHEST_ROW = 400;
const LINE_HEIGHT = 14.5;
const PADDING = 5;

/** A part of the form on a sheet. */
export function layOut(section: PrintSection): SheetLayout {
  const sheet = new Sheet(sheetGrid(section));
  for (const block of section.blocks) sheet.add(block);
  return sheet.layout();
}

class Sheet {
  private readonly cells: SheetCell[] = [];
  private readonly heights: number[] = [];
  private titles: SheetLayout['titles'];

  constructor(private readonly grid: SheetGrid) {}

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
          HEADING_LOOKS[block.role],
          HEADING_HEIGHTS[block.role],
        );
      case 'line':
        return this.wide(lineText(block), { ...PLAIN, align: alignOf(block.role) }, LINE_HEIGHT + PADDING);
      case 'table':
        for (const rows of joined(block.rows)) this.rows(block, rows);
    }
  }

  private wide(text: string, look: Look, height: number): void {
    this.cells.push({
      row: this.heights.length,
      column: 0,
      height: 1,
      width: this.grid.widths.length,
      text,
      look,
    });
    this.heights.push(height);
  }

  /** Rows that one tall cell at the left holds together; each may take several rows of the sheet. */
  private rows(table: TableBlock, rows: readonly Row[]): void {
    const first = this.heights.length;
    const tall: { readonly cell: Cell; readonly from: Twips; readonly to: Twips }[] = [];
    for (const row of rows) {
      const slots = slotsOf(row, table.columns);
      tall.push(...slots.filter(({ cell }) => cell.rowSpan));
      this.row(
        row,
        slots.filter(({ cell }) => !cell.rowSpan),
      );
    }
    for (const { cell, from, to } of tall) {
      const place = this.grid.between(from, to);
      const height = this.heights.length - first;
      this.cells.push({ row: first, ...place, height, text: textOf(cell), look: lookOf(cell, rows[0]) });
    }
    if (rows[0]?.header) this.titles = { from: first, to: this.heights.length - 1 };
  }

  private row(row: Row, slots: readonly Slot[]): void {
    const first = this.heights.length;
    const columns = slots.map((slot) => ({ slot, stack: stackOf(slot) }));
    const parts = Math.max(...columns.map(({ stack }) => stack.length));
    const heights = Array.from({ length: parts }, (_, part) => partHeights(columns, part, parts, row));
    this.heights.push(...heights.flat());
    for (const { slot, stack } of columns) {
      let at = first;
      stack.forEach((piece, part) => {
        const own =
          part === stack.length - 1 ? heights.slice(part).flat().length : (heights[part]?.length ?? 1);
        this.cells.push({
          row: at,
          ...this.grid.between(slot.from, slot.to),
          height: own,
          ...piece,
          look: lookFor(slot.cell, row, piece.text, part, stack.length),
        });
        at += own;
      });
    }
  }
}

interface Slot {
  readonly cell: Cell;
  readonly from: Twips;
  readonly to: Twips;
}

interface Piece {
  readonly text: string;
  readonly lines: number;
  readonly list?: readonly string[];
  readonly pictures?: readonly ImageRef[];
}

function slotsOf(row: Row, columns: readonly Twips[]): readonly Slot[] {
  let column = row.covered ?? 0;
  return row.cells.map((cell) => {
    const from = widthOf(columns, 0, column);
    column += cell.span;
    return { cell, from, to: widthOf(columns, 0, column) };
  });
}

/** Rows in groups: a row with a cell over several rows, and the rows that it covers. */
function joined(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    if (row.covered && groups.length > 0) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** What stands in a cell, one piece below the other: a chosen value alone, for its list; texts too long for one cell. */
function stackOf({ cell, from, to }: Slot): readonly Piece[] {
  const width = to - from;
  const lines = cell.content.flatMap((content) => (content.kind === 'line' ? [content] : []));
  const images = cell.content.flatMap((content) => (content.kind === 'picture' ? [content.image] : []));
  if (cell.options && lines[0]) return choiceStack(cell.options, lines, width);
  const size = cell.role === 'options' ? SIZE.small : SIZE.body;
  const pieces = cellPieces(lines.map(sheetText).join('\n')).map((text) => ({
    text,
    lines: lineCount(text, width, size),
  }));
  const first = pieces[0];
  return images.length > 0 && first ? [{ ...first, pictures: images }, ...pieces.slice(1)] : pieces;
}

function choiceStack(options: readonly string[], lines: readonly Line[], width: Twips): readonly Piece[] {
  const [bracket, ...rest] = lines.map(sheetText);
  const text = bracket ?? '';
  const first = { text, lines: lineCount(text, width), list: options.map((option) => `[　${option}　]`) };
  const below = rest.join('\n');
  return rest.length > 0 ? [first, { text: below, lines: lineCount(below, width) }] : [first];
}

/** Parts that stand in columns on paper are set apart by spaces. */
function sheetText(line: Line): string {
  return line.parts.map((runs) => runs.map((run) => run.text).join('')).join('　　');
}

/** Heights of the rows that one part of a row takes. */
function partHeights(
  columns: readonly { readonly stack: readonly Piece[] }[],
  part: number,
  parts: number,
  row: Row,
): readonly number[] {
  const lines = columns.map(({ stack }) => {
    if (stack.length === parts) return stack[part]?.lines ?? 1;
    return part === parts - 1
      ? (stack.at(-1)?.lines ?? 1) - (parts - stack.length)
      : (stack[part]?.lines ?? 1);
  });
  const height = Math.max(Math.max(1, ...lines) * LINE_HEIGHT + PADDING, (row.minHeight ?? 0) / 20 / parts);
  const count = Math.ceil(height / HIGHEST_ROW);
  return Array.from({ length: count }, () => height / count);
}

function textOf(cell: Cell): string {
  return cell.content.flatMap((content) => (content.kind === 'line' ? [sheetText(content)] : [])).join('\n');
}

const PLAIN: Look = { font: 'body', lines: '', align: 'left', valign: 'center' };

const HEADING_LOOKS: Readonly<Record<HeadingRole, Look>> = {
  title: { ...PLAIN, font: 'title', align: 'center' },
  part: { ...PLAIN, font: 'part' },
  item: { ...PLAIN, font: 'item', shade: 'item', lines: 'tblr' },
  risk: { ...PLAIN, font: 'risk', shade: 'risk', lines: 'tblr' },
};

const HEADING_HEIGHTS: Readonly<Record<HeadingRole, number>> = { title: 40, part: 32, item: 22, risk: 20 };

function alignOf(role: LineRole): Look['align'] {
  if (role === 'center' || role === 'bracket' || role === 'head') return 'center';
  return role === 'end' || role === 'stamp' ? 'right' : 'left';
}

function lookFor(cell: Cell, row: Row, text: string, part: number, parts: number): Look {
  const look = lookOf(cell, row);
  const open = (part > 0 ? 't' : '') + (part < parts - 1 ? 'b' : '');
  const lines = Array.from(look.lines)
    .filter((side) => !open.includes(side))
    .join('');
  return { ...look, lines, ...(/^[=+\-@]/.test(text) ? { quoted: true as const } : {}) };
}

function lookOf(cell: Cell, row: Row | undefined): Look {
  const first = cell.content.find((content) => content.kind === 'line');
  const role = first?.kind === 'line' ? first.role : 'text';
  const shaded = cell.role === 'label' || cell.role === 'band' || cell.role === 'head';
  return {
    font: cell.role === 'options' ? 'small' : 'body',
    ...(shaded ? { shade: 'label' as const } : {}),
    lines: linesOf(cell),
    align: cell.vertical ? 'center' : alignOf(role),
    valign: row?.fromTop ? 'top' : 'center',
    ...(cell.vertical ? { vertical: true as const } : {}),
  };
}

function linesOf(cell: Cell): string {
  return 'tb' + (cell.role === 'options' ? '' : 'l') + (cell.openEnd ? '' : 'r');
}
