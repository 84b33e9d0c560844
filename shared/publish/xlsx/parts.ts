import { contentTypes as typesOf, OFFICE } from '../properties';
import { element, escapeXml, XML_HEAD } from '../xml';
import { address } from './cells';

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function contentTypes(sheets: number, drawings: number): string {
  const numbered = (count: number, part: (n: string) => string, type: string) =>
    Array.from({ length: count }, (_, at) => [part(String(at + 1)), type] as const);
  return typesOf([
    ['/xl/workbook.xml', `${MAIN}.sheet.main+xml`],
    ['/xl/styles.xml', `${MAIN}.styles+xml`],
    ...numbered(sheets, (n) => `/xl/worksheets/sheet${n}.xml`, `${MAIN}.worksheet+xml`),
    ...numbered(
      drawings,
      (n) => `/xl/drawings/drawing${n}.xml`,
      'application/vnd.openxmlformats-officedocument.drawing+xml',
    ),
  ]);
}

interface SheetArea {
  readonly rows: number;
  readonly columns: number;
}

interface TitleRows {
  readonly from: number;
  readonly to: number;
}

/** xl/workbook.xml with the print area of each sheet and the rows that repeat on its pages. */
export function workbookPart(
  names: readonly string[],
  areas: readonly SheetArea[],
  titles: readonly (TitleRows | undefined)[],
): string {
  const sheets = names.map((name, at) =>
    element('sheet', { name, sheetId: at + 1, 'r:id': `rId${String(at + 1)}` }),
  );
  const printAreas = areas.map((area, at) =>
    definedName('Print_Area', at, `${quoted(names[at])}!$A$1:${absolute(area)}`),
  );
  const printTitles = titles.flatMap((rows, at) =>
    rows
      ? [
          definedName(
            'Print_Titles',
            at,
            `${quoted(names[at])}!$${String(rows.from + 1)}:$${String(rows.to + 1)}`,
          ),
        ]
      : [],
  );
  return `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${[...printAreas, ...printTitles].join('')}</definedNames></workbook>`;
}

function definedName(name: string, sheet: number, reference: string): string {
  return element('definedName', { name: `_xlnm.${name}`, localSheetId: sheet }, escapeXml(reference));
}

function quoted(name: string | undefined): string {
  return `'${(name ?? '').replaceAll("'", "''")}'`;
}

function absolute({ rows, columns }: SheetArea): string {
  return address(rows - 1, columns - 1).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
