import type { Block, CellBlock, ParagraphBlock, TableBlock } from '../../blocks';
import type { Where } from '../../../assessment/source';
import { continues, paragraphsOf, withoutRepeatedHead } from './continuation';
import { GrowingTable } from './growing';
import type { PageItem, PageTable, PageCell } from './pageItems';
import { joinLines, type Line } from './lines';
import type { LaidOutPage } from './margins';
import { appendAll } from '../../lists';

/** A table, with whether it goes on with the one before. */
interface FlowTable {
  readonly kind: 'table';
  readonly table: GrowingTable;
  /** The last page it stands on. */
  page: number;
  readonly continues: boolean;
  /** Heads of the tables of the same width right before it. */
  readonly heads: Set<string>;
}

interface FlowText {
  readonly kind: 'text';
  readonly lines: readonly Line[];
  readonly page: number;
  readonly right: number;
}

type FlowItem = FlowTable | FlowText;

/** A table narrower than this share of the page with a single cell is a box of a drawing. */
const NARROW = 0.4;

/** Blocks of all pages, tables joined over page breaks. */
export function blocksOf(pages: readonly LaidOutPage[]): readonly Block[] {
  const flow: FlowItem[] = [];
  for (const page of pages) addPage(flow, page);
  const whole = flow.map((item) => (item.kind === 'table' ? wholeTable(item) : item));
  const body = bodySize(whole);
  const counter = { tables: 0 };
  return whole.flatMap((item) =>
    item.kind === 'table' ? tableBlock(item, counter) : [textBlock(item, body)],
  );
}

function addPage(flow: FlowItem[], page: LaidOutPage): void {
  const right = rightOf(page.items);
  let lines: Line[] = [];
  const endText = () => {
    appendAll(
      flow,
      paragraphsOf(lines, right).map((paragraph): FlowText => ({
        kind: 'text',
        lines: paragraph,
        page: page.number,
        right,
      })),
    );
    lines = [];
  };
  for (const item of page.items) {
    if (item.kind === 'line') lines.push(item.line);
    else {
      endText();
      addTable(flow, item, page.number);
    }
  }
  endText();
}

function rightOf(items: readonly PageItem[]): number {
  return items.reduce(
    (most, item) => Math.max(most, (item.kind === 'table' ? item.box : item.line).right),
    0,
  );
}

/** A table that directly follows one of the page before goes on with it. */
function addTable(flow: FlowItem[], table: PageTable, page: number): void {
  const last = flow[flow.length - 1];
  const before = last?.kind === 'table' && continues(last.table, table) ? last : undefined;
  const follows = before?.page === page - 1;
  const headless = before && follows ? withoutHeadOf(before, table) : table;
  if (before && follows && (headless.cells.length === 0 || before.table.join(headless))) before.page = page;
  else flow.push(flowTable(headless, page, follows, before));
}

function withoutHeadOf({ table: before, heads }: FlowTable, table: PageTable): PageTable {
  return withoutRepeatedHead(table, (key) => heads.has(key) || before.head === key);
}

function flowTable(table: PageTable, page: number, continues: boolean, before?: FlowTable): FlowTable {
  const heads = before?.heads ?? new Set();
  if (before) heads.add(before.table.head);
  return { kind: 'table', table: new GrowingTable(table), page, continues, heads };
}

/** A table of which no more comes. */
interface WholeTable {
  readonly kind: 'table';
  readonly table: PageTable;
  readonly page: number;
  readonly continues: boolean;
}

function wholeTable({ kind, table, page, continues }: FlowTable): WholeTable {
  return { kind, table: table.whole(), page, continues };
}

/** The size most lines have, points. */
function bodySize(flow: readonly (WholeTable | FlowText)[]): number {
  const sizes = new Map<number, number>();
  const lines = flow.flatMap((item) =>
    item.kind === 'text' ? item.lines : item.table.cells.flatMap((cell) => cell.lines),
  );
  for (const { size, text } of lines)
    sizes.set(Math.round(size), (sizes.get(Math.round(size)) ?? 0) + text.length);
  return [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** A line clearly larger than the body is a heading. */
const HEADING = 1.25;

function textBlock({ lines, page, right }: FlowText, body: number): ParagraphBlock {
  const heading = lines.every(({ size }) => size > body * HEADING);
  return {
    kind: 'paragraph',
    text: joinLines(lines, right),
    where: { page },
    ...(heading ? { role: 'heading' } : {}),
  };
}

function tableBlock({ table, page, continues }: WholeTable, counter: { tables: number }): readonly Block[] {
  if (isDrawnBox(table)) return drawnBox(table, page);
  const where = { page: table.cells[0]?.page ?? page, table: continues ? counter.tables : ++counter.tables };
  return [{ ...tableOf(table, where), ...(continues ? { continues: true } : {}) }];
}

function isDrawnBox({ box, cells }: PageTable): boolean {
  return cells.length === 1 && box.right - box.left < NARROW * A4_WIDTH;
}

const A4_WIDTH = 595;

function drawnBox({ cells }: PageTable, page: number): readonly Block[] {
  const text = cells.map(({ lines, right }) => joinLines(lines, right)).join('\n');
  return text === '' ? [] : [{ kind: 'paragraph', role: 'textbox', text, where: { page } }];
}

function tableOf(table: PageTable, where: Where): TableBlock {
  const rows = new Map<number, CellBlock[]>();
  for (const cell of table.cells) {
    const block = cellBlock(cell, where);
    const row = rows.get(cell.row);
    if (row) row.push(block);
    else rows.set(cell.row, [block]);
  }
  const ordered = [...rows].sort(([a], [b]) => a - b);
  return { kind: 'table', where, rows: ordered.map(([, cells]) => ({ cells })) };
}

function cellBlock(cell: PageCell, table: Where): CellBlock {
  const { row, column, rowSpan, columnSpan } = cell;
  const where = { ...table, page: cell.page, row: row + 1, column: column + 1 };
  return {
    text: joinLines(cell.lines, cell.right),
    row,
    column,
    rowSpan,
    columnSpan,
    where,
    ...(cell.shaded ? { shaded: true } : {}),
    ...(cell.tables.length ? { tables: cell.tables.map((inner) => tableOf(inner, where)) } : {}),
  };
}
