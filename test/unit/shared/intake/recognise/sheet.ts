import type { CellBlock, SourceDocument, TableBlock } from '../../../../../shared/intake/blocks';

/**
 * The same rows as a workbook lays them out: numbers, brackets, marks and their labels in cells of their own,
 * merged cells leaving gaps between the columns.
 */
export function asSheet(document: SourceDocument): SourceDocument {
  const blocks = document.blocks.map((block) => (block.kind === 'table' ? sheetTable(block) : block));
  return { ...document, source: { ...document.source, format: 'xlsx' }, blocks };
}

function sheetTable(table: TableBlock): TableBlock {
  if (table.rows.some(({ cells }) => cells.length > 4)) return table;
  return { ...table, rows: table.rows.map(({ cells }) => ({ cells: cells.flatMap(splitCell) })) };
}

function splitCell(cell: CellBlock): readonly CellBlock[] {
  const parts = cell.column === 0 ? numberApart(cell.text) : marksApart(cell.text);
  return parts.map((text, at) => ({ ...cell, text, column: cell.column * 40 + at * 2 }));
}

function numberApart(text: string): readonly string[] {
  const [, number, rest] = /^([①-⑳])(.+)$/.exec(text) ?? [];
  return number !== undefined && rest !== undefined ? [number, rest] : [text];
}

/** `[○] 税務システム [値] ＜選択肢＞ 1) …` → `[`, `○`, `]`, `税務システム`, `[`, `値`, `]`, `＜選択肢＞`, … */
function marksApart(text: string): readonly string[] {
  if (!text.startsWith('[') || text.includes('\n')) return [text];
  const pieces = text
    .split(/(\[|\])|(?=＜選択肢＞)|(?=\s\d+\)\s)/)
    .map((piece) => (piece as string | undefined)?.trim() ?? '');
  return pieces.filter((piece) => piece !== '');
}
