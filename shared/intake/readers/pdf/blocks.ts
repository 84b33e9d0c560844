import type { Block, CellBlock, ParagraphBlock, TableBlock } from '../../blocks';
import type { Where } from '../../result';
import { continues, joinCutRow, paragraphsOf, withoutRepeatedHead } from './continuation';
import type { PageCell, PageItem, PageTable } from './layout';
import { joinLines, type Line } from './lines';
import type { LaidOutPage } from './margins';

/** A table of one page, with whether it goes on with the one before. */
interface FlowTable {
  readonly kind: 'table';
  readonly table: PageTable;
  /** The last page it stands on. */
  readonly page: number;
  readonly continues: boolean;
}

interface FlowText {
  readonly kind: 'text';
  readonly lines: readonly Line[];
  readonly page: number;
  readonly right: number;
}

/** A table narrower than this share of the page with a single cell is a box of a drawing. */
const NARROW = 0.4;

/** Blocks of all pages, tables joined over page breaks. */
export function blocksOf(pages: readonly (LaidOutPage & { readonly width?: number })[]): readonly Block[] {
  const flow = pages.reduce<(FlowTable | FlowText)[]>(addPage, []);
  const body = bodySize(flow);
  const counter = { tables: 0 };
  return flow.flatMap((item) =>
    item.kind === 'table' ? tableBlock(item, counter) : [textBlock(item, body)],
  );
}

function addPage(flow: (FlowTable | FlowText)[], page: LaidOutPage): (FlowTable | FlowText)[] {
  const right = rightOf(page.items);
  let lines: Line[] = [];
  const endText = () => {
    flow.push(
      ...paragraphsOf(lines, right).map((paragraph): FlowText => ({
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
  return flow;
}

function rightOf(items: readonly PageItem[]): number {
  return Math.max(0, ...items.map((item) => (item.kind === 'table' ? item.box.right : item.line.right)));
}

/** A table that directly follows one of the page before goes on with it. */
function addTable(flow: (FlowTable | FlowText)[], table: PageTable, page: number): void {
  const last = flow[flow.length - 1];
  if (last?.kind !== 'table' || last.page !== page - 1 || !continues(last.table, table)) {
    flow.push({ kind: 'table', table, page, continues: false });
    return;
  }
  const headless = tablesBefore(flow, table).reduceRight(
    (rest, first) => (rest === table ? withoutRepeatedHead(first, rest) : rest),
    table,
  );
  const joined = headless.cells.length > 0 ? joinCutRow(last.table, headless) : last.table;
  if (joined) flow[flow.length - 1] = { ...last, table: joined, page };
  else flow.push({ kind: 'table', table: headless, page, continues: true });
}

/** The tables of the same width that stand one after the other at the end of the flow. */
function tablesBefore(flow: readonly (FlowTable | FlowText)[], table: PageTable): readonly PageTable[] {
  const after = flow.findLastIndex((item) => item.kind === 'text' || !continues(item.table, table));
  return flow.slice(after + 1).flatMap((item) => (item.kind === 'table' ? [item.table] : []));
}

/** The size most lines have, points. */
function bodySize(flow: readonly (FlowTable | FlowText)[]): number {
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

function tableBlock(
  { table, page, continues: goesOn }: FlowTable,
  counter: { tables: number },
): readonly Block[] {
  if (isDrawnBox(table)) return drawnBox(table, page);
  const where = { page: table.cells[0]?.page ?? page, table: goesOn ? counter.tables : ++counter.tables };
  return [{ ...tableOf(table, where), ...(goesOn ? { continues: true } : {}) }];
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
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), block]);
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
