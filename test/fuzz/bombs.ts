import { strToU8 } from 'fflate';
import { archiveOf, docxOf, relationships } from '../unit/shared/intake/readers/office';
import type { Seed } from './seeds';

/** A small file that asks its reader for a great deal. */
export type Bomb = Pick<Seed, 'name' | 'format'> & { readonly bytes: () => Uint8Array };

const WORKBOOK = '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';

function xlsxOf(rows: string, more = ''): Uint8Array {
  return archiveOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`,
  });
}

const COLUMNS = Array.from('ABCDEFGHIJKLMNOPQRST');

function sheetRows(count: number, columns: readonly string[]): string {
  const row = (number: number) =>
    columns.map((column) => `<c r="${column}${String(number)}"><v>${String(number)}</v></c>`).join('');
  return Array.from({ length: count }, (_, at) => `<row r="${String(at + 1)}">${row(at + 1)}</row>`).join('');
}

/** A PDF of these objects, the first of which is the catalogue. */
function pdfOfObjects(objects: readonly string[]): Uint8Array {
  const body = objects.map((object, at) => `${String(at + 1)} 0 obj\n${object}\nendobj\n`).join('');
  return strToU8(`%PDF-1.7\n${body}trailer\n<</Size ${String(objects.length + 1)}/Root 1 0 R>>\n%%EOF`, true);
}

const stream = (dictionary: string, content: string) =>
  `<<${dictionary}/Length ${String(content.length)}>>\nstream\n${content}\nendstream`;

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

function page(contents: string, resources = ''): readonly string[] {
  return [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${resources}>>>>`,
    stream('', contents),
    FONT,
  ];
}

/** A form that shows the next one twice, `depth` times over. */
function formsWithinForms(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, at) =>
    at < depth - 1
      ? stream(
          `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${String(at + 7)} 0 R>>>>`,
          '/X Do /X Do',
        )
      : stream(
          '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>',
          'BT /F 9 Tf (a) Tj ET',
        ),
  );
  return pdfOfObjects([...page('BT /F 9 Tf (a) Tj ET /X Do', '/XObject<</X 6 0 R>>'), ...forms]);
}

const bomb = (name: string, bytes: () => Uint8Array): Bomb => ({
  name,
  format: name.slice(name.lastIndexOf('.') + 1),
  bytes,
});

const PARAGRAPH = '<w:p><w:r><w:t>本文</w:t></w:r></w:p>';

/** What the program once broke on: it read without end, took gigabytes, or took marks for a document. */
export const KNOWN_BOMBS: readonly Bomb[] = [
  bomb('million-cells.xlsx', () => xlsxOf(sheetRows(50_000, COLUMNS))),
  bomb('million-paragraphs.docx', () => docxOf(PARAGRAPH.repeat(1_000_000))),
  bomb('forms-within-forms.pdf', () => formsWithinForms(31)),
  bomb('brackets.json', () => strToU8('['.repeat(5_000_000))),
];

/** Their relatives. */
export const MORE_BOMBS: readonly Bomb[] = [
  bomb('one-column.xlsx', () => xlsxOf(sheetRows(1_000_000, ['A']))),
  bomb('merges.xlsx', () => {
    const ranges = Array.from(
      { length: 50_000 },
      (_, at) => `A${String(at * 2 + 1)}:XFD${String(at * 2 + 2)}`,
    );
    const merges = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    return xlsxOf('<row r="1"><c r="A1"><v>1</v></c></row>', `<mergeCells>${merges}</mergeCells>`);
  }),
  bomb('rows.docx', () => {
    const cell = `<w:tc>${PARAGRAPH}</w:tc>`;
    return docxOf(`<w:tbl>${`<w:tr>${cell}${cell}</w:tr>`.repeat(200_000)}</w:tbl>`);
  }),
  bomb('nested-tables.docx', () => docxOf('<w:tbl><w:tr><w:tc>'.repeat(100_000))),
  bomb('lines.txt', () => strToU8('一\n'.repeat(2_000_000))),
  bomb('table.txt', () => strToU8('甲\t乙\t丙\n'.repeat(300_000))),
  bomb('headings.txt', () => strToU8('評価書番号 ①事務の名称 ②事務の内容 '.repeat(100_000))),
  bomb('marks.txt', () => strToU8(`一${'[○]'.repeat(1_500_000)}`)),
  bomb('paragraphs.html', () => strToU8(`<html>${'<p>本文</p>'.repeat(900_000)}`)),
  bomb('nested.html', () => strToU8(`<html>${'<table><tr><td>'.repeat(200_000)}`)),
  bomb('objects.json', () => strToU8('{"a":'.repeat(1_000_000))),
  bomb('text.pdf', () =>
    pdfOfObjects(page(`BT /F 9 Tf 50 700 Td ${'(hello) Tj 1 0 Td '.repeat(1_000_000)}ET`)),
  ),
  bomb('same-page.pdf', () => {
    const objects = [...page(`BT /F 9 Tf 50 700 Td ${'(hello) Tj 1 0 Td '.repeat(1_000)}ET`)];
    objects[1] = `<</Type/Pages/Kids[${'3 0 R '.repeat(9_000)}]/Count 9000>>`;
    return pdfOfObjects(objects);
  }),
  bomb('page-cycle.pdf', () => {
    const objects = [...page('BT /F 9 Tf (a) Tj ET')];
    objects[1] = '<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>';
    return pdfOfObjects(objects);
  }),
  bomb('nested-array.pdf', () => pdfOfObjects([...page(''), '['.repeat(1_000_000)])),
];
