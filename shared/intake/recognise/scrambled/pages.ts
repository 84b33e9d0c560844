import type { Block, SourceDocument, TableBlock } from '../../blocks';
import type { Where } from '../../result';

/** One line of the source with its place. */
export interface Line {
  readonly text: string;
  readonly where: Where;
}

/**
 * Lines that stood together on the page. What takes text out of a PDF puts lines of one neighbourhood together
 * and a blank line between neighbourhoods; their order says little, the lines inside one are in order.
 */
export interface Box {
  readonly lines: readonly Line[];
}

export interface Page {
  readonly number: number;
  readonly boxes: readonly Box[];
}

/** This many blank lines in a row are what is left of a page break whose form feed was lost. */
const LOST_BREAK = 3;

/** The pages of a source, each as its boxes in the order of the text. Every line that is not blank is in one. */
export function pagesOf(source: SourceDocument): readonly Page[] {
  const pages: { number: number; boxes: Line[][] }[] = [{ number: 1, boxes: [[]] }];
  let blank = 0;
  let last: Where = {};
  for (const line of source.blocks.flatMap(linesOf)) {
    const gap = blank + missing(last, line.where);
    last = line.where;
    if (line.text === '' || line.text === '\f') {
      blank = line.text === '\f' ? LOST_BREAK : blank + 1;
      continue;
    }
    const page = pages.at(-1) ?? { number: 1, boxes: [] };
    const started = page.boxes.some((box) => box.length > 0);
    if (started && breaksPage(page.number, line, gap)) pages.push(startPage(page.number, line));
    else if (!started) page.number = line.where.page ?? page.number;
    else if (gap > 0) page.boxes.push([line]);
    if (!started || (gap === 0 && pages.at(-1) === page)) page.boxes.at(-1)?.push(line);
    blank = 0;
  }
  return pages.map(({ number, boxes }) => ({
    number,
    boxes: boxes.filter((box) => box.length > 0).map((lines) => ({ lines })),
  }));
}

function startPage(before: number, line: Line): { number: number; boxes: Line[][] } {
  return { number: line.where.page ?? before + 1, boxes: [[line]] };
}

function breaksPage(page: number, line: Line, gap: number): boolean {
  return line.where.page === undefined ? gap >= LOST_BREAK : line.where.page !== page;
}

/** Lines that the reader left out between two places: blank ones. */
function missing(last: Where, next: Where): number {
  if (last.block === next.block) return 0;
  if (last.line === undefined || next.line === undefined) return 1;
  return Math.max(0, next.line - last.line - 1);
}

function linesOf(block: Block, index: number): readonly Line[] {
  if (block.kind === 'image') return [];
  if (block.kind === 'table') return tableLines(block, index);
  return split(block.text, { ...block.where, block: index });
}

function tableLines(table: TableBlock, index: number): readonly Line[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => [
      ...split(cell.text, { ...cell.where, block: index }),
      { text: '', where: { ...cell.where, block: index } },
    ]),
  );
}

function split(text: string, where: Where): readonly Line[] {
  let from = 0;
  return text
    .replace(/\f/g, '\n\f\n')
    .split('\n')
    .map((part, nth) => {
      const line = { text: part.replace(/\r$/, ''), where: lineWhere(where, nth, from, part.length) };
      from += part.length + 1;
      return line;
    });
}

function lineWhere(where: Where, nth: number, from: number, length: number): Where {
  const place = { ...where, from, to: from + length };
  return where.line === undefined ? place : { ...place, line: where.line + nth };
}
