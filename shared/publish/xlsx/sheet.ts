import { PAGE, WIDE } from '../model/measure';
import type { PrintSection, Twips } from '../model/types';
import { element, escapeXml, XML_HEAD } from '../xml';
import { type Area, address, cellText, range } from './cells';
import type { SheetCell, SheetLayout } from './layout';
import type { Lists } from './lists';
import type { StyleBook } from './styles';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
/** Width of a digit of the standard font in pixels at 96 dpi: the unit of column widths. */
const DIGIT = 7;
const TWIPS_PER_PIXEL = 15;

export interface SheetSetting {
  readonly title: string;
  readonly orientation: PrintSection['orientation'];
  /** The sheet carries pictures. */
  readonly drawing: boolean;
  readonly selected: boolean;
}

/** xl/worksheets/sheetN.xml */
export function sheetPart(
  layout: SheetLayout,
  setting: SheetSetting,
  styles: StyleBook,
  lists: Lists,
): string {
  return `${XML_HEAD}<worksheet ${NAMESPACES}>${[
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(setting),
    `<sheetFormatPr defaultRowHeight="15"/>`,
    columnsXml(layout.grid.widths),
    `<sheetData>${rowsXml(layout, styles)}</sheetData>`,
    mergesXml(layout.cells),
    validationsXml(layout.cells, lists),
    printXml(setting),
    setting.drawing ? '<drawing r:id="rId1"/>' : '',
  ].join('')}</worksheet>`;
}

function viewXml({ selected }: SheetSetting): string {
  const view = element('sheetView', {
    showGridLines: 0,
    tabSelected: selected ? 1 : undefined,
    view: 'pageBreakPreview',
    zoomScaleNormal: 100,
    zoomScaleSheetLayoutView: 100,
    workbookViewId: 0,
  });
  return `<sheetViews>${view}</sheetViews>`;
}

function columnsXml(widths: readonly Twips[]): string {
  const columns = widths.map((twips, at) => {
    const width = (twips / TWIPS_PER_PIXEL / DIGIT).toFixed(4);
    return element('col', { min: at + 1, max: at + 1, width, customWidth: 1 });
  });
  return `<cols>${columns.join('')}</cols>`;
}

interface ColumnXml {
  readonly column: number;
  readonly xml: string;
}

/** Every cell of a merged area carries the style, so that its lines are drawn all around. */
function rowsXml(layout: SheetLayout, styles: StyleBook): string {
  const rows: ColumnXml[][] = layout.heights.map(() => []);
  for (const cell of layout.cells) addCell(rows, cell, styles.index(cell.style));
  return rows
    .map((cells, at) => {
      const ordered = cells.sort((a, b) => a.column - b.column).map(({ xml }) => xml);
      const height = (layout.heights[at] ?? 15).toFixed(2);
      return element('row', { r: at + 1, ht: height, customHeight: 1 }, ordered.join(''));
    })
    .join('');
}

function addCell(rows: ColumnXml[][], cell: SheetCell, style: number): void {
  for (let row = cell.row; row < cell.row + cell.height; row++) {
    for (let column = cell.column; column < cell.column + cell.width; column++) {
      const isFirst = row === cell.row && column === cell.column;
      rows[row]?.push({ column, xml: cellXml(row, column, style, isFirst ? cell.text : '') });
    }
  }
}

function cellXml(row: number, column: number, style: number, text: string): string {
  const r = address(row, column);
  if (text === '') return element('c', { r, s: style });
  const content = `<is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is>`;
  return element('c', { r, s: style, t: 'inlineStr' }, content);
}

function mergesXml(cells: readonly SheetCell[]): string {
  const merged = cells.filter((cell) => cell.width > 1 || cell.height > 1);
  if (merged.length === 0) return '';
  return element(
    'mergeCells',
    { count: merged.length },
    merged.map((cell) => element('mergeCell', { ref: range(cell) })).join(''),
  );
}

function validationsXml(cells: readonly SheetCell[], lists: Lists): string {
  const chosen = cells.flatMap((cell) =>
    cell.list ? [validationXml(cell, lists.reference(cell.list))] : [],
  );
  return chosen.length > 0 ? element('dataValidations', { count: chosen.length }, chosen.join('')) : '';
}

function validationXml(cell: Area, reference: string): string {
  return element(
    'dataValidation',
    {
      type: 'list',
      errorStyle: 'warning',
      allowBlank: 1,
      showErrorMessage: 1,
      sqref: address(cell.row, cell.column),
    },
    `<formula1>${escapeXml(reference)}</formula1>`,
  );
}

function printXml({ title, orientation }: SheetSetting): string {
  const inches = ((orientation === 'portrait' ? PAGE.margin : WIDE.margin) / 1440).toFixed(4);
  const margins = element('pageMargins', {
    left: inches,
    right: inches,
    top: inches,
    bottom: inches,
    header: 0.4,
    footer: 0.4,
  });
  const setup = element('pageSetup', { paperSize: 9, orientation, fitToWidth: 1, fitToHeight: 0 });
  return `<printOptions horizontalCentered="1"/>${margins}${setup}<headerFooter><oddHeader>${escapeXml(headerText(title))}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** At the right edge; `&` begins a code and is doubled; Excel takes 255 characters. */
function headerText(title: string): string {
  return `&R&9${/^\d/.test(title) ? ' ' : ''}${Array.from(title).slice(0, 100).join('').replaceAll('&', '&&')}`;
}
