import type { Block, SourceDocument } from '../../blocks';
import type { Where } from '../../../assessment/source';

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
  const spaced = withGaps(linesOf(source.blocks));
  const told = spaced.some(({ line }) => line.where.page !== undefined);
  const pages: { number: number; boxes: Line[][] }[] = [];
  for (const { line, gap } of spaced) {
    const page = pages.at(-1);
    const number = told ? (line.where.page ?? 1) : (page?.number ?? 1) + (gap >= LOST_BREAK ? 1 : 0);
    if (page?.number !== number) pages.push({ number, boxes: [[line]] });
    else if (gap > 0) page.boxes.push([line]);
    else page.boxes.at(-1)?.push(line);
  }
  return pages.map(({ number, boxes }) => ({ number, boxes: boxes.map((lines) => ({ lines })) }));
}

interface Spaced {
  readonly line: Line;
  /** Blank lines before it. */
  readonly gap: number;
}

function withGaps(lines: readonly Line[]): readonly Spaced[] {
  const spaced: Spaced[] = [];
  let blank = 0;
  let last: Where | undefined;
  for (const line of lines) {
    const gap = last ? blank + leftOut(last, line.where) : 0;
    last = line.where;
    blank = line.text === '' ? gap + 1 : 0;
    if (line.text !== '') spaced.push({ line, gap });
  }
  return spaced;
}

/** Lines that the reader left out between two blocks: blank ones. Blocks without line numbers stand apart. */
function leftOut(last: Where, next: Where): number {
  if (last.block === next.block) return 0;
  if (last.line === undefined || next.line === undefined) return 1;
  return Math.max(0, next.line - last.line - 1);
}

/** Lines of paragraphs and cells; `where.block` counts those that hold text, as the review screen does. */
function linesOf(blocks: readonly Block[]): readonly Line[] {
  let next = 0;
  const piece = (text: string, where: Where): readonly Line[] =>
    split(text, { ...where, block: text.trim() === '' ? next : next++ });
  return blocks.flatMap((block) => {
    if (block.kind === 'image') return [];
    if (block.kind === 'paragraph') return piece(block.text, block.where);
    return block.rows.flatMap((row) =>
      row.cells.flatMap((cell) => [...piece(cell.text, cell.where), { text: '', where: cell.where }]),
    );
  });
}

function split(text: string, where: Where): readonly Line[] {
  let from = 0;
  return text.split('\n').map((part, nth) => {
    const line = { text: part.replace(/[\r\f]/g, ''), where: lineWhere(where, nth, from, part.length) };
    from += part.length + 1;
    return line;
  });
}

function lineWhere(where: Where, nth: number, from: number, length: number): Where {
  const place = { ...where, from, to: from + length };
  return where.line === undefined ? place : { ...place, line: where.line + nth };
}
