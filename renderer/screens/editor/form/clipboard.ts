import type { ClipboardEvent } from 'react';
import type { Rows } from './grid';

/**
 * The cells of a table copied from Excel, Word or a web page; undefined where it is plain text, or one cell. Word writes
 * the paragraphs of a cell as lines of the text, which looks like rows of different length: then its HTML is read.
 */
export function cellsIn({ clipboardData }: ClipboardEvent): Rows | undefined {
  const text = cellsOfText(clipboardData.getData('text'));
  const cells = text && isEven(text) ? text : (cellsOfHtml(clipboardData.getData('text/html')) ?? text);
  return cells?.some((row) => row.length > 1) ? cells : undefined;
}

function isEven(rows: Rows): boolean {
  return rows.every((row) => row.length === rows[0]?.length);
}

/**
 * Text as spreadsheets copy it: tabs between cells, a cell with a tab, line break or quote in quotes. Undefined where
 * there is no tab.
 */
export function cellsOfText(text: string): Rows | undefined {
  if (!text.includes('\t')) return undefined;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of lines.matchAll(CELL)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    else if (end === '') break;
  }
  return rows;
}

/** A cell with what ends it. Quotes count only around the whole cell: others are part of its text. */
const CELL = /(?:"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*))(\t|\n|$)/g;

/** The first table of the page; a row of it a row, line breaks and paragraphs of a cell lines. */
function cellsOfHtml(html: string): Rows | undefined {
  if (!html.includes('<t')) return undefined;
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  const rows = table && [...table.rows].map((row) => [...row.cells].flatMap(textsOf));
  return rows && rows.length > 0 ? rows : undefined;
}

/** A cell over several columns has its text in the first. */
function textsOf(cell: HTMLTableCellElement): readonly string[] {
  for (const end of cell.querySelectorAll('br')) end.replaceWith(BREAK);
  const paragraphs = [...cell.querySelectorAll('p, li')].map(wordsOf);
  const text = paragraphs.length > 0 ? paragraphs.join('\n') : wordsOf(cell);
  return [text, ...Array.from({ length: cell.colSpan - 1 }, () => '')];
}

/** Stands for a line break that was meant; those of the source of the page are none of the text. */
const BREAK = '\u2028';

function wordsOf(place: Element): string {
  return place.textContent
    .replace(/^\s+|\s+$/g, '')
    .replace(/(?<=[!-~])[ \t\r]*\n\s*(?=[!-~])/g, ' ')
    .replace(/[ \t\r]*\n\s*/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll(BREAK, '\n');
}
