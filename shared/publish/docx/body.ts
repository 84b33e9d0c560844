import { PAGE, WIDE, widthOf } from '../model/measure';
import { SHADES } from '../model/shades';
import type {
  Cell,
  CellContent,
  HeadingBlock,
  Line,
  PrintBlock,
  PrintDocument,
  PrintSection,
  Row,
  TableBlock,
  Tracked,
  Twips,
} from '../model/types';
import { element, XML_HEAD } from '../xml';
import { pictureXml } from './picture';
import { runsXml, TAB_RUN } from './runs';
import { GAP_STYLE, HEADING_STYLES, LINE_STYLES, TABLE_STYLE } from './styles';
import { NAMESPACES, val } from './words';
import type { Writing } from './writing';

/** word/document.xml */
export function documentPart(writing: Writing, document: PrintDocument): string {
  const body = document.sections
    .map((section, at) => sectionXml(writing, section, document.sections[at + 1]))
    .join('');
  const last = document.sections.at(-1)?.orientation ?? 'portrait';
  return `${XML_HEAD}<w:document ${NAMESPACES}><w:body>${body}${pageSetup(last)}</w:body></w:document>`;
}

/** A part of the form; where the paper turns for the next part, its last paragraph carries the page set-up. */
function sectionXml(writing: Writing, section: PrintSection, next: PrintSection | undefined): string {
  const turns = next && next.orientation !== section.orientation;
  const end = turns
    ? `<w:p><w:pPr>${val('w:pStyle', GAP_STYLE)}${pageSetup(section.orientation)}</w:pPr></w:p>`
    : '';
  return blocksXml(writing, section, turns === true) + end;
}

/** Two tables that touch would become one in Word, and a table may not be the last thing before a page set-up. */
function blocksXml(writing: Writing, { blocks, follows }: PrintSection, ended: boolean): string {
  return blocks
    .map((block, at) => {
      const next = blocks[at + 1];
      const gap =
        block.kind === 'table' && (next ? next.kind === 'table' : !ended) ? gapXml(writing, block) : '';
      return blockXml(writing, block, follows === true && at === 0) + gap;
    })
    .join('');
}

/** The paragraph behind a table; it goes or comes with the table. */
function gapXml(writing: Writing, { rows }: TableBlock): string {
  const [mark] = rows.map((row) => row.mark);
  const whole = rows.every((row) => row.mark === mark) ? mark : undefined;
  return `<w:p><w:pPr>${val('w:pStyle', GAP_STYLE)}${endXml(writing, whole)}</w:pPr></w:p>`;
}

function blockXml(writing: Writing, block: PrintBlock, follows: boolean): string {
  switch (block.kind) {
    case 'heading':
      return headingXml(writing, block, follows);
    case 'line':
      return lineXml(writing, block, false);
    case 'table':
      return tableXml(writing, block);
  }
}

function headingXml(writing: Writing, { role, runs, mark }: HeadingBlock, follows: boolean): string {
  const place = follows ? val('w:pageBreakBefore', 0) + element('w:spacing', { 'w:before': 480 }) : '';
  const properties = `${val('w:pStyle', HEADING_STYLES[role])}${place}${endXml(writing, mark)}`;
  return `<w:p><w:pPr>${properties}</w:pPr>${runsXml(writing, runs)}</w:p>`;
}

/** The end of a paragraph that came or went is a tracked change of its own. */
function endXml(writing: Writing, mark: Tracked | undefined): string {
  return mark ? `<w:rPr>${trackedXml(writing, mark)}</w:rPr>` : '';
}

function trackedXml(writing: Writing, mark: Tracked, content = ''): string {
  return element(mark === 'inserted' ? 'w:ins' : 'w:del', writing.revision(), content);
}

function tableXml(writing: Writing, table: TableBlock): string {
  const width = widthOf(table.columns, 0, table.columns.length);
  const properties = `<w:tblPr>${val('w:tblStyle', TABLE_STYLE)}${element('w:tblW', { 'w:w': width, 'w:type': 'dxa' })}${element('w:tblLayout', { 'w:type': 'fixed' })}${table.label ? val('w:tblCaption', table.label) : ''}</w:tblPr>`;
  const grid = `<w:tblGrid>${table.columns.map((column) => element('w:gridCol', { 'w:w': column })).join('')}</w:tblGrid>`;
  return `<w:tbl>${properties}${grid}${table.rows.map((row) => rowXml(writing, row, table.columns)).join('')}</w:tbl>`;
}

function rowXml(writing: Writing, row: Row, columns: readonly Twips[]): string {
  const height = row.minHeight ? element('w:trHeight', { 'w:val': row.minHeight, 'w:hRule': 'atLeast' }) : '';
  const tracked = row.mark ? trackedXml(writing, row.mark) : '';
  const properties =
    (row.breakable ? '' : '<w:cantSplit/>') + height + (row.header ? '<w:tblHeader/>' : '') + tracked;
  let from = row.covered ?? 0;
  const covered = from > 0 ? coveredCell(widthOf(columns, 0, from), from) : '';
  const cells = row.cells.map((cell) => {
    const width = widthOf(columns, from, cell.span);
    from += cell.span;
    return cellXml(writing, cell, width, row);
  });
  return `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${covered}${cells.join('')}</w:tr>`;
}

/** The part of a merged cell that lies in a further row. */
function coveredCell(width: Twips, span: number): string {
  return `<w:tc><w:tcPr>${widthXml(width, span)}<w:vMerge/>${shading(SHADES.label)}</w:tcPr><w:p/></w:tc>`;
}

function cellXml(writing: Writing, cell: Cell, width: Twips, row: Row): string {
  const content = cell.content.map((one) => contentXml(writing, one, width, row.keepNext === true)).join('');
  return `<w:tc><w:tcPr>${cellProperties(cell, width, row)}</w:tcPr>${content || '<w:p/>'}</w:tc>`;
}

function cellProperties(cell: Cell, width: Twips, row: Row): string {
  return [
    widthXml(width, cell.span),
    cell.rowSpan ? val('w:vMerge', 'restart') : '',
    bordersXml(cell),
    isShaded(cell) ? shading(SHADES.label) : '',
    cell.vertical ? val('w:textDirection', 'tbRlV') : '',
    val('w:vAlign', standsAtTop(cell, row) ? 'top' : 'center'),
  ].join('');
}

/** Long text begins at the top, and so does the label beside it: it is then on the page where the text begins. */
function standsAtTop(cell: Cell, row: Row): boolean {
  return row.breakable === true || (cell.role === 'value' && !cell.openEnd && !row.minHeight);
}

function widthXml(width: Twips, span: number): string {
  return element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }) + (span > 1 ? val('w:gridSpan', span) : '');
}

function bordersXml(cell: Cell): string {
  const none = (edge: string) => val(`w:${edge}`, 'nil');
  const open = (cell.role === 'options' ? none('left') : '') + (cell.openEnd ? none('right') : '');
  return open ? `<w:tcBorders>${open}</w:tcBorders>` : '';
}

function isShaded(cell: Cell): boolean {
  return cell.role === 'label' || cell.role === 'band' || cell.role === 'head';
}

function shading(fill: string): string {
  return element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill });
}

function contentXml(writing: Writing, content: CellContent, width: Twips, keepNext: boolean): string {
  if (content.kind === 'line') return lineXml(writing, content, keepNext);
  const picture = pictureXml(writing, content.image, width);
  const tracked = content.mark ? trackedXml(writing, content.mark, picture) : picture;
  return `<w:p><w:pPr>${val('w:pStyle', LINE_STYLES.center)}${endXml(writing, content.mark)}</w:pPr>${tracked}</w:p>`;
}

function lineXml(writing: Writing, line: Line, keepNext: boolean): string {
  const keep = keepNext ? '<w:keepNext/>' : '';
  const runs = line.parts.map((part) => runsXml(writing, part)).join(TAB_RUN);
  return `<w:p><w:pPr>${val('w:pStyle', LINE_STYLES[line.role])}${keep}${tabs(line)}${endXml(writing, line.mark)}</w:pPr>${runs}</w:p>`;
}

function tabs({ stops }: Line): string {
  if (!stops) return '';
  return `<w:tabs>${stops.map((stop) => element('w:tab', { 'w:val': 'left', 'w:pos': stop })).join('')}</w:tabs>`;
}

function pageSetup(orientation: PrintSection['orientation']): string {
  const page = orientation === 'portrait' ? PAGE : WIDE;
  const turned = orientation === 'landscape' ? { 'w:orient': 'landscape' } : {};
  const margins = {
    'w:top': page.margin,
    'w:right': page.margin,
    'w:bottom': page.margin,
    'w:left': page.margin,
  };
  return `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:type w:val="nextPage"/>${element('w:pgSz', { 'w:w': page.width, 'w:h': page.height, ...turned })}${element('w:pgMar', { ...margins, 'w:header': PAGE.header, 'w:footer': PAGE.header, 'w:gutter': 0 })}</w:sectPr>`;
}
