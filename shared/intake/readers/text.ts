import type { Block, CellBlock, ParagraphBlock, SourceDocument, TableBlock } from '../blocks';
import type { ReadNotice } from '../../assessment/source';
import { decodeText } from './encoding';
import { hasMarkup, withoutMarkup } from './markup';
import { assertCells, assertLength, LIMITS, type ReadContext } from './reading';
import { appendAll } from '../lists';

/**
 * Text: what text recognition writes (tables as lines with tabs, HTML in the cells), what comes out of a PDF, or
 * what a person typed. Bytes that are not text are reported as notices. Throws a `Refusal` beyond the limits.
 */
export function readText(
  bytes: Uint8Array,
  name: string,
  { limits }: Pick<ReadContext, 'limits'> = { limits: LIMITS },
): SourceDocument {
  const { text, encoding, undecoded, doubtful } = decodeText(bytes);
  assertLength(text, limits);
  assertCells(count(text, /\t/g), limits.cells);
  const notices: readonly ReadNotice[] = [
    ...(undecoded > 0 ? [{ code: 'textUndecoded', params: { count: undecoded, encoding } }] : []),
    ...(doubtful ? [{ code: 'encodingDoubtful', params: { encoding } }] : []),
  ];
  const lines = linesOf(text);
  const scrambled = isScrambled(lines);
  const recognised = isRecognised(lines, scrambled);
  const blocks = recognised
    ? recognisedBlocks(lines, lines.some(isMarkedUp) ? MARKUP : TYPED)
    : lines.filter(isSpoken).map((line) => paragraphOf(line, line.text));
  const order = recognised ? 'layout' : scrambled ? 'scrambled' : 'lines';
  const pages = lines.at(-1)?.page ?? 1;
  return {
    source: { name, format: 'text', ...(pages > 1 ? { pages } : {}) },
    blocks,
    images: [],
    notices,
    order,
  };
}

interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 1; a form feed ends a page. */
  readonly page: number;
}

function linesOf(text: string): readonly Line[] {
  let page = 1;
  return text.split(/\r\n|\r|\n/).flatMap((raw, at): readonly Line[] => {
    const parts = raw.split('\f').map((part, feeds) => ({ part, page: page + feeds }));
    page += parts.length - 1;
    // A form feed at either end of a line divides nothing.
    const whole = parts.length > 1 ? parts.filter(({ part }) => part.trim() !== '') : parts;
    const lines = whole.length > 0 ? whole : parts.slice(-1);
    return lines.map((line) => ({ text: withoutControls(line.part), line: at + 1, page: line.page }));
  });
}

/** Controls of terminals and printers, form feeds among them, are no characters of a text; tabs are. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => (control === '\t' ? control : ''));
}

function isSpoken(line: Line): boolean {
  return line.text.trim() !== '';
}

function paragraphOf(line: Line, text: string, role?: ParagraphBlock['role']): ParagraphBlock {
  return { kind: 'paragraph', text, where: placeOf(line), ...(role ? { role } : {}) };
}

function placeOf({ line, page }: Line): { line: number; page?: number } {
  return page > 1 ? { line, page } : { line };
}

/** How characters of a text stand for what it shows. */
interface Writing {
  readonly isRule: (text: string) => boolean;
  readonly paragraphs: (line: Line) => readonly Block[];
  readonly cell: (text: string) => string;
}

/** Neighbouring lines with tabs are one table; every other line is a paragraph. */
function recognisedBlocks(lines: readonly Line[], writing: Writing): readonly Block[] {
  const blocks: Block[] = [];
  let rows: Line[] = [];
  let tables = 0;
  const endTable = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows, ++tables, writing));
    rows = [];
  };
  for (const line of withTabs(lines)) {
    if (writing.isRule(line.text)) continue;
    if (line.text.includes('\t')) rows.push(line);
    else endTable();
    if (!line.text.includes('\t')) appendAll(blocks, writing.paragraphs(line));
  }
  endTable();
  return blocks;
}

/** Rows of Markdown (`| a | b |`) and of HTML tables as lines with tabs. */
function withTabs(lines: readonly Line[]): readonly Line[] {
  const rows: Line[] = [];
  let open: Line | undefined;
  for (const line of lines) {
    const text = open ? `${open.text}<br>${line.text}` : line.text;
    const unclosed =
      isHtmlRows(text) && count(text, /<table\b|<tr\b/gi) !== count(text, /<\/table\b|<\/tr\b/gi);
    if (unclosed && text.length < LONGEST_ROW) {
      open = { ...(open ?? line), text };
      continue;
    }
    appendAll(rows, tabbed({ ...(open ?? line), text }));
    open = undefined;
  }
  return open ? [...rows, ...tabbed(open)] : rows;
}

/** A table that is never closed must not swallow the document. */
const LONGEST_ROW = 200_000;

/** The line begins a table; a table inside a cell of tabbed lines is none of its own. */
function isHtmlRows(text: string): boolean {
  return !text.includes('\t') && /^\s*<(?:table|thead|tbody|tr)\b/i.test(text);
}

function isPiped(text: string): boolean {
  return /^\s*\|.*\|\s*$/.test(text);
}

function tabbed(line: Line): readonly Line[] {
  if (isPiped(line.text)) return [{ ...line, text: line.text.trim().slice(1, -1).replaceAll('|', '\t') }];
  if (!isHtmlRows(line.text)) return [line];
  const rows = line.text.split(/<tr\b[^<>]*>/i).map((row) => row.split(/<t[dh]\b[^<>]*>/i).slice(1));
  return rows
    .filter((cells) => cells.length > 0)
    .map((cells) => ({ ...line, text: [...cells, ''].join('\t') }));
}

/** `-----⇥--`, `---`, a fence of Markdown: a line drawn between parts, no text. */
function isRule(text: string): boolean {
  if (/^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|```\w*|~~~\w*)\s*$/.test(text)) return true;
  const cells = text.split('\t').map((cell) => cell.trim());
  return text.includes('-') && cells.length > 1 && cells.every((cell) => /^[-:|]{2,}$/.test(cell));
}

/** `<page_number>3</page_number>`, `<header>…</header>`: what stands in the margin of a page. */
const MARGIN = /^\s*<(page_?number|page|header|footer|watermark)\b[^<>]*>(.*)<\/\1>\s*$/i;

/** `![図](images/1.png)`: a picture that stayed behind; what it shows is not in the text. */
const PICTURE = /^\s*!\[[^\]]*\]\([^()]*\)\s*$/;

function paragraphsOf(line: Line): readonly Block[] {
  const margin = MARGIN.exec(line.text)?.[2];
  if (margin !== undefined) return marginOf(line, withoutMarkup(margin).trim());
  if (PICTURE.test(line.text)) return [paragraphOf(line, line.text.trim(), 'footer')];
  const [, heading, bullet, rest = ''] = /^\s*(#{1,6}\s+)?([-*+]\s+)?(.*)$/.exec(line.text) ?? [];
  // `-` alone is an answer, `- 12 -` a page number.
  const whole = bullet !== undefined && (rest === '' || /^\d+\s*-$/.test(rest));
  const text = withoutMarkup(whole ? line.text.trim() : rest).trim();
  return text === '' ? [] : [paragraphOf(line, text, heading === undefined ? undefined : 'heading')];
}

function marginOf(line: Line, text: string): readonly Block[] {
  return text === '' ? [] : [paragraphOf(line, text, 'footer')];
}

/** HTML and Markdown, as text recognition writes them. */
const MARKUP: Writing = { isRule, paragraphs: paragraphsOf, cell: withoutMarkup };

/** Typed by a person, or put out by a program, with tabs between columns: every character stands for itself. */
const TYPED: Writing = {
  isRule: () => false,
  paragraphs: (line) => (isSpoken(line) ? [paragraphOf(line, line.text)] : []),
  cell: (text) => text,
};

function tableOf(lines: readonly Line[], table: number, writing: Writing): TableBlock {
  const [first] = lines as [Line];
  const rows = lines.map((line, row) => ({
    cells: line.text
      .split('\t')
      .map((cell, column) => cellOf(line, writing.cell(cell), { table, row, column })),
  }));
  return { kind: 'table', where: { ...placeOf(first), table }, rows };
}

function cellOf(line: Line, text: string, at: { table: number; row: number; column: number }): CellBlock {
  const where = { ...placeOf(line), table: at.table, row: at.row + 1, column: at.column + 1 };
  return {
    text: text.trim(),
    row: at.row,
    column: at.column,
    rowSpan: 1,
    columnSpan: 1,
    where,
  };
}

/** A formula, an escaped bracket or a list of tasks, as Markdown writes them. */
const NOTATION = /\$\s*\\[a-z]|\\\(\s*\\|\\\[|^\s*[-*+] \[[ xX]\] /;

function isMarkedUp({ text }: Line): boolean {
  return hasMarkup(text) || isPiped(text) || MARGIN.test(text) || NOTATION.test(text);
}

/** Text recognition writes tabs and HTML all over; in text taken out of a PDF one of them is chance. */
function isRecognised(lines: readonly Line[], scrambled: boolean): boolean {
  const marked = lines.filter((line) => line.text.includes('\t') || isMarkedUp(line)).length;
  return marked > (scrambled ? lines.length * 0.01 : 0);
}

/**
 * Text taken out of a PDF has its pages (form feeds, or the blank lines that they leave) and breaks the brackets of
 * choices and checks apart: `[` ends one line, `]` begins another. A few of them are chance, many are a lost
 * reading order.
 */
function isScrambled(lines: readonly Line[]): boolean {
  const spoken = lines.filter(isSpoken);
  const torn = spoken.filter(({ text }) => count(text, /[[［]/g) !== count(text, /[\]］]/g));
  const pages = Math.max(lines.at(-1)?.page ?? 1, 1 + gapsOf(lines));
  return pages >= 4 || (torn.length >= 8 && torn.length >= spoken.length * 0.005);
}

/** Places where three lines or more are blank. */
function gapsOf(lines: readonly Line[]): number {
  return lines.filter(
    (line, at) => isSpoken(line) && [1, 2, 3].every((back) => lines[at - back]?.text.trim() === ''),
  ).length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
