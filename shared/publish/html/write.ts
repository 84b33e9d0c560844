import type { Path } from '../../assessment/path';
import { widthOf } from '../model/measure';
import { splitLongRows } from '../model/splitLongRows';
import { isHeadingCell } from '../model/runs';
import type {
  Cell,
  CellContent,
  HeadingBlock,
  HeadingRole,
  Line,
  PrintBlock,
  PrintComment,
  PrintDocument,
  PrintSection,
  Row,
  Run,
  TableBlock,
} from '../model/types';
import { toBase64 } from '../../json/base64';
import type { PictureBytes } from '../../assessment/pictures';
import { escapeXml } from '../xml';
import { POLICY } from './policy';
import { splitAtColumnHeaders, isHeadingRow } from './splitAtColumnHeaders';
import { type FontAddress, styleSheet } from './style';

export interface HtmlOptions {
  /** Where the bundled fonts are; without it the page takes those of the computer. */
  readonly fonts?: FontAddress;
  /** Pictures are part of the page itself; one without bytes is left out, its alternative text stays. */
  readonly pictures?: PictureBytes;
  /** Address that leads from a value to its item; for the preview only. */
  readonly link?: (path: Path) => string;
}

/** One page that is the preview, the source of the PDF and the HTML file: tagged by real headings and tables. */
export function writeHtml(document: PrintDocument, options: HtmlOptions = {}): string {
  const policy = options.fonts ? '' : POLICY;
  const head = `<meta charset="utf-8">${policy}<title>${escapeXml(document.title)}</title><meta name="author" content="${escapeXml(document.agency)}"><meta name="description" content="${escapeXml(document.formName)}"><style>${styleSheet(options.fonts)}</style>`;
  const body = document.sections.map((section) => sectionHtml(section, options)).join('\n');
  return `<!doctype html>\n<html lang="ja"><head>${head}</head><body>\n${body}${commentsHtml(document.comments)}\n</body></html>\n`;
}

function sectionHtml(section: PrintSection, options: HtmlOptions): string {
  const blocks = splitAtColumnHeaders(splitLongRows(section.blocks))
    .map((block) => blockHtml(block, options))
    .join('\n');
  return `<section class="${section.orientation}${section.follows ? ' follows' : ''}" aria-label="${escapeXml(section.title)}">\n${blocks}\n</section>`;
}

const LEVELS: Readonly<Record<HeadingRole, number>> = { title: 1, part: 1, item: 2, risk: 3 };

function blockHtml(block: PrintBlock, options: HtmlOptions): string {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block);
    case 'line':
      return lineHtml(block);
    case 'table':
      return tableHtml(block, options);
  }
}

function headingHtml({ role, runs }: HeadingBlock): string {
  const level = `h${String(LEVELS[role])}`;
  return `<${level} class="${role}">${runs.map(runHtml).join('')}</${level}>`;
}

function tableHtml(table: TableBlock, options: HtmlOptions): string {
  const total = widthOf(table.columns, 0, table.columns.length);
  const columns = table.columns
    .map((width) => `<col style="width:${((width * 100) / total).toFixed(3)}%">`)
    .join('');
  const head = table.rows.filter((row) => row.header);
  const body = table.rows.filter((row) => !row.header);
  const addressOf = addresses(table.rows, options);
  const rows = (list: readonly Row[]) => list.map((row) => rowHtml(row, addressOf(row), options)).join('\n');
  const headHtml = head.length > 0 ? `<thead>${rows(head)}</thead>` : '';
  const next = table.rows.at(-1)?.keepNext ? ' class="next"' : '';
  return `<table${next} aria-label="${escapeXml(table.label)}"><colgroup>${columns}</colgroup>${headHtml}<tbody>\n${rows(body)}\n</tbody></table>`;
}

type Address = string | undefined;

/** The address of a cell that is no value itself: the first value of the row, else of the rows below it. */
function addresses(rows: readonly Row[], { link }: HtmlOptions): (row: Row) => Address {
  if (!link) return () => undefined;
  const found = new Map<Row, Address>();
  let below: Address;
  for (const row of rows.toReversed()) {
    const path = row.cells.find(({ paths }) => paths?.[0] !== undefined)?.paths?.[0];
    below = path === undefined ? below : link(path);
    found.set(row, below);
  }
  return (row) => found.get(row);
}

function rowHtml(row: Row, address: Address, options: HtmlOptions): string {
  const names = [row.breakable ? '' : 'whole', row.fromTop ? 'top' : '', row.keepNext ? 'next' : '']
    .filter(Boolean)
    .join(' ');
  const scope = isHeadingRow(row) ? 'col' : 'row';
  const cells = row.cells.map((cell) => cellHtml(cell, scope, address, options)).join('');
  const height = row.minHeight ? ` style="height:${twipsInPoints(row.minHeight)}"` : '';
  return `<tr${names ? ` class="${names}"` : ''}${height}>${cells}</tr>`;
}

function cellHtml(
  cell: Cell,
  headingScope: 'row' | 'col',
  rowAddress: Address,
  options: HtmlOptions,
): string {
  const name = isHeadingCell(cell) && cell.content.length > 0 ? 'th' : 'td';
  const scope = name === 'th' ? ` scope="${headingScope}"` : '';
  const spans =
    (cell.span > 1 ? ` colspan="${String(cell.span)}"` : '') +
    (cell.rowSpan ? ` rowspan="${String(cell.rowSpan)}"` : '');
  const names = classesOf(cell);
  return `<${name}${scope}${spans}${names ? ` class="${names}"` : ''}>${contentHtml(cell, rowAddress, options)}</${name}>`;
}

function classesOf(cell: Cell): string {
  return [
    cell.openBelow ? 'open' : '',
    isHeadingCell(cell) && cell.content.length === 0 ? 'label' : '',
    cell.openEnd ? 'bracket' : '',
    cell.role === 'options' ? 'options' : '',
    cell.vertical ? 'upright' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** In the preview a cell leads to its item: all of its room, also where nothing is written. */
function contentHtml(cell: Cell, rowAddress: Address, options: HtmlOptions): string {
  const path = cell.paths?.[0];
  const address = path === undefined ? rowAddress : options.link?.(path);
  const html = cell.content.map((content) => contentPartHtml(content, options)).join('');
  return address === undefined || html === '' ? html : `<a href="${escapeXml(address)}">${html}</a>`;
}

function contentPartHtml(content: CellContent, options: HtmlOptions): string {
  if (content.kind === 'line') return lineHtml(content);
  const { image } = content;
  const bytes = options.pictures?.(image);
  return bytes === undefined
    ? `<p>${escapeXml(image.alt)}</p>`
    : `<img src="data:${image.mime};base64,${toBase64(bytes)}" alt="${escapeXml(image.alt)}" width="${String(image.width)}">`;
}

function lineHtml(line: Line): string {
  if (!line.stops) return `<p class="${line.role}">${line.parts.map(runsHtml).join('　')}</p>`;
  const edges = [0, ...line.stops];
  const parts = line.parts.map((part, at) => {
    const next = edges[at + 1];
    const width = next === undefined ? '' : ` style="width:${twipsInPoints(next - (edges[at] ?? 0))}"`;
    return `<span${width}>${runsHtml(part)}</span>`;
  });
  return `<p class="${line.role} columns">${parts.join('')}</p>`;
}

function twipsInPoints(twips: number): string {
  return `${String(twips / 20)}pt`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

const MARKS = {
  inserted: ['<ins>', '</ins>'],
  deleted: ['<del>', '</del>'],
  withheld: ['<mark>', '</mark>'],
  review: ['<mark class="review">', '</mark>'],
  differs: ['<u>', '</u>'],
} as const;

function runHtml(run: Run): string {
  const text = escapeXml(run.text);
  const [before, after] = run.mark && run.text ? MARKS[run.mark] : ['', ''];
  const comments = (run.comments ?? []).map((id) => `<sup>〔${String(id + 1)}〕</sup>`).join('');
  return before + text + after + comments;
}

const COMMENTS = 'コメント';

/** Comments of a circulation copy are at the end, under the numbers that the text carries. */
function commentsHtml(comments: readonly PrintComment[]): string {
  if (comments.length === 0) return '';
  const items = comments.map(
    ({ id, author, text }) =>
      `<li><b>〔${String(id + 1)}〕</b><p>${escapeXml(author ? `${author}：` : '')}${escapeXml(text)}</p></li>`,
  );
  return `\n<section class="portrait"><h1 class="part">${COMMENTS}</h1><ol class="comments">${items.join('')}</ol></section>`;
}
