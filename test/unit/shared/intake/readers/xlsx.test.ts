import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../../../shared/intake/readers/xlsx/read';
import { archiveOf, cellsOf, CONTEXT, PIXEL, relationships, shape, type Parts } from './office';

interface SheetOptions {
  /** Rows of `c` elements. */
  readonly rows: readonly string[];
  readonly after?: string;
  readonly before?: string;
}

function sheetXml({ rows, after = '', before = '' }: SheetOptions): string {
  return `<worksheet>${before}<sheetData>${rows.join('')}</sheetData>${after}</worksheet>`;
}

/** A workbook in the shapes that Excel writes; `sheets` name, state and part content. */
function xlsxOf(
  sheets: readonly (readonly [name: string, content: SheetOptions, state?: string])[],
  more: Parts = {},
): Uint8Array {
  const listed = sheets.map(
    ([name, , state = 'visible'], at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const targets = sheets.map(
    (_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const,
  );
  return archiveOf({
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(...targets),
    ...Object.fromEntries(
      sheets.map(([, content], at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(content)]),
    ),
    ...more,
  });
}

const one = (content: SheetOptions, more: Parts = {}) =>
  readXlsx(xlsxOf([['様式３', content]], more), '評価書.xlsx', CONTEXT);
const inline = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;

describe('text of cells', () => {
  it('comes from shared strings: runs joined, furigana left out, escapes undone', () => {
    const strings =
      '<sst><si><r><t>水面</t></r><r><rPr/><t>市</t></r><rPh sb="0" eb="2"><t>ミナモ</t></rPh><phoneticPr/></si><si><t>一_x000D_\n二</t></si></sst>';
    const document = one(
      { rows: [row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>')] },
      { 'xl/sharedStrings.xml': strings },
    );
    expect(shape(document)).toEqual([[['水面市', '一\n二']]]);
  });

  it('is what the sheet shows of numbers, dates, truths and formulas', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>';
    const cells =
      '<c r="A1"><v>24</v></c><c r="B1" s="1"><v>45931</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="str"><f>A1&amp;"件"</f><v>24件</v></c>';
    expect(shape(one({ rows: [row(1, cells)] }, { 'xl/styles.xml': styles }))).toEqual([
      [['24', '令和7年10月1日', 'TRUE', '24件']],
    ]);
  });

  it('looks as in its font: letters of symbol fonts are boxes and marks', () => {
    const styles =
      '<styleSheet><fonts><font><name val="ＭＳ 明朝"/></font><font><name val="Wingdings"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>';
    const strings =
      '<sst><si><r><rPr><rFont val="Wingdings"/></rPr><t>þ</t></r><r><rPr><rFont val="Arial"/></rPr><t>紙</t></r></si><si><r><t>¨</t></r><r><rPr><rFont val="Arial"/></rPr><t>¨</t></r></si></sst>';
    const cells = `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s" s="1"><v>1</v></c>${inline('C1', 'þ')}`;
    const document = one(
      { rows: [row(1, cells)] },
      { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings },
    );
    expect(shape(document)).toEqual([[['☑紙', '☐¨', 'þ']]]);
  });

  it('is a tick where Excel shows truths as boxes', () => {
    const styles =
      '<styleSheet><cellXfs><xf/><xf><extLst><ext><xfpb:xfComplement i="0"/></ext></extLst></xf></cellXfs></styleSheet>';
    const cells = '<c r="A1" s="1" t="b"><v>1</v></c><c r="B1" s="1" t="b"><v>0</v></c>';
    expect(shape(one({ rows: [row(1, cells)] }, { 'xl/styles.xml': styles }))).toEqual([[['☑', '☐']]]);
  });
});

describe('grid', () => {
  const merged = { after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:C3"/></mergeCells>' };

  it('gives merged cells their span and their place in the sheet', () => {
    const document = one({
      rows: [row(1, inline('A1', '①'), inline('C1', '縦')), row(2, inline('A2', '値'))],
      ...merged,
    });
    expect(
      cellsOf(document).map(({ text, row: at, column, rowSpan, columnSpan, where }) => [
        text,
        at,
        column,
        rowSpan,
        columnSpan,
        where.row,
        where.column,
      ]),
    ).toEqual([
      ['①', 0, 0, 1, 2, 1, 1],
      ['縦', 0, 2, 3, 1, 1, 3],
      ['値', 1, 0, 1, 1, 2, 1],
    ]);
  });

  it('keeps merged cells that are blank: they are places to write', () => {
    expect(shape(one({ rows: [row(1, inline('A1', '①'))], ...merged }))).toEqual([[['①', '']]]);
  });

  it('keeps what a merge covers, and says so', () => {
    const document = one({ rows: [row(1, inline('A1', '見える'), inline('B1', '隠れた'))], ...merged });
    expect(shape(document)).toEqual([[['見える', '隠れた', '']]]);
    expect(document.notices).toEqual([{ code: 'coveredCells', params: { sheet: '様式３', count: 1 } }]);
  });

  it('follows rows and cells that do not name their place', () => {
    const document = one({
      rows: [
        '<row><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>乙</t></is></c></row>',
        '<row><c t="inlineStr"><is><t>丙</t></is></c></row>',
      ],
    });
    expect(cellsOf(document).map((cell) => [cell.text, cell.row, cell.column])).toEqual([
      ['甲', 0, 0],
      ['乙', 0, 1],
      ['丙', 1, 0],
    ]);
  });
});

it('reads the sheets in the order of the tabs, hidden ones too, and reports what is hidden', () => {
  const document = readXlsx(
    xlsxOf([
      [
        '表紙',
        { rows: [row(1, inline('A1', '甲'))], before: '<cols><col min="9" max="9" hidden="1"/></cols>' },
      ],
      ['一覧', { rows: [`<row r="1" hidden="1">${inline('A1', '乙')}</row>`] }, 'hidden'],
    ]),
    'a.xlsx',
    CONTEXT,
  );
  expect(document.blocks.map(({ where }) => where)).toEqual([
    { sheet: '表紙', table: 1 },
    { sheet: '一覧', table: 2 },
  ]);
  expect(document.notices.map(({ code, params }) => [code, params?.sheet])).toEqual([
    ['hiddenSheet', '一覧'],
    ['hiddenColumns', '表紙'],
    ['hiddenRows', '一覧'],
  ]);
});

describe('what floats over the cells', () => {
  const vml = (...shapes: readonly string[]) => `<xml>${shapes.join('')}</xml>`;
  const box = (anchor: string, caption: string, checked: string, id = '_x0000_s1025') =>
    `<v:shape id="${id}"><v:textbox><div><font>${caption}<br></font></div></v:textbox><x:ClientData ObjectType="Checkbox"><x:Anchor>${anchor}</x:Anchor>${checked}</x:ClientData></v:shape>`;
  const related = (type: string, target: string) => ({
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', type, target]),
  });

  it('check boxes with captions join the text of the cell below them, bare ones stand before it', () => {
    const parts = {
      ...related('vmlDrawing', '../drawings/vmlDrawing1.vml'),
      'xl/drawings/vmlDrawing1.vml': vml(
        box('0, 5, 0, 2, 0, 90, 1, 2', '専用線', '<x:Checked>1</x:Checked>'),
        box('0, 1, 0, 2, 0, 90, 1, 2', '紙', ''),
        box('1, 1, 0, 2, 1, 20, 1, 2', '', '<x:Checked>1</x:Checked>'),
      ),
    };
    expect(shape(one({ rows: [row(1, inline('A1', '②'), inline('B1', 'その他'))] }, parts))).toEqual([
      [['②　☐紙　☑専用線', '☑その他']],
    ]);
  });

  const CAPTIONS = ['専用線', '紙', '電子'];

  /** As LibreOffice writes it: nothing drawn has a number, states are listed only, and captions stand a second time. */
  const listedOnly = (...states: readonly (readonly [type: string, checked: string])[]) => ({
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId2', 'drawing', '../drawings/drawing1.xml'],
      ...states.map((_, at) => [`rId${at + 3}`, 'ctrlProp', `../ctrlProps/ctrlProp${at}.xml`] as const),
    ),
    'xl/drawings/drawing1.xml':
      '<xdr:wsDr><xdr:twoCellAnchor><xdr:from/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1001"/></xdr:nvSpPr><a:p><a:r><a:t>専用線</a:t></a:r></a:p></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>',
    ...Object.fromEntries(
      states.map(([type, checked], at) => [
        `xl/ctrlProps/ctrlProp${at}.xml`,
        `<formControlPr objectType="${type}"${checked}/>`,
      ]),
    ),
  });
  const listing = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const control = `<control shapeId="${1001 + at}" r:id="rId${at + 3}" name="${CAPTIONS[at] ?? ''}"/>`;
      return `<mc:AlternateContent><mc:Choice>${control}</mc:Choice><mc:Fallback>${control}</mc:Fallback></mc:AlternateContent>`;
    }).join('');
  const boxes = vml(
    ...CAPTIONS.map((caption, at) => box(`${at}, 5, 0, 2, 0, 90, 1, 2`, caption, '', 'shape_0')),
  );
  const rows = [row(1, inline('A1', '②'))];

  it('check boxes have the states that the sheet lists for them', () => {
    const states = [
      ['CheckBox', ' checked="Checked"'],
      ['CheckBox', ''],
      ['Radio', ' checked="Mixed"'],
    ] as const;
    const parts = { ...listedOnly(...states), 'xl/drawings/vmlDrawing1.vml': boxes };
    const after = `<mc:AlternateContent><mc:Choice><controls>${listing(3)}</controls></mc:Choice></mc:AlternateContent>`;
    const document = one({ rows, after }, parts);
    expect(shape(document)).toEqual([[['②　☑専用線', '☐紙']], { textbox: '電子' }]);
    expect(document.notices).toEqual([{ code: 'controlState', params: { count: 1 } }]);
  });

  it('check boxes whose state stands nowhere are told, not taken for empty', () => {
    const parts = { ...listedOnly(['CheckBox', ' checked="Checked"']), 'xl/drawings/vmlDrawing1.vml': boxes };
    const document = one({ rows, after: `<controls>${listing(1)}</controls>` }, parts);
    expect(shape(document)).toEqual([[['②　☑専用線']], { textbox: '紙' }, { textbox: '電子' }]);
    expect(document.notices).toEqual([{ code: 'controlState', params: { count: 1 } }]);
  });

  it('words of labels and frames are kept', () => {
    const label = box('0, 5, 3, 2, 0, 90, 4, 2', '回線の種類', '').replace('Checkbox', 'GBox');
    const parts = { ...related('vmlDrawing', '../drawings/v.vml'), 'xl/drawings/v.vml': vml(label) };
    expect(shape(one({ rows }, parts))).toEqual([[['②']], { textbox: '回線の種類' }]);
  });

  it('pictures come along in the cell below their corner', () => {
    const parts = {
      ...related('drawing', '../drawings/drawing1.xml'),
      'xl/drawings/_rels/drawing1.xml.rels': relationships(['rId7', 'image', '../media/image1.png']),
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="図" descr="業務全体図"/></xdr:nvPicPr><a:blip r:embed="rId7"/></xdr:pic></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:sp><a:p><a:r><a:t>住民</a:t></a:r></a:p></xdr:sp></xdr:oneCellAnchor></xdr:wsDr>',
      'xl/media/image1.png': PIXEL,
    };
    const document = one({ rows: [row(1, inline('A1', '別添１'))] }, parts);
    expect(shape(document)).toEqual([[['別添１'], ['']], { textbox: '住民' }]);
    expect(cellsOf(document)[1]?.images).toEqual([document.images[0]?.ref.hash]);
    expect(document.images[0]?.ref.alt).toBe('業務全体図');
  });
});

it('leaves page numbers of footers out and keeps their words', () => {
  const after =
    '<headerFooter><oddHeader>&amp;L様式３&amp;R&amp;D</oddHeader><oddFooter>&amp;C&amp;"ＭＳ 明朝"&amp;10&amp;P/&amp;N ページ</oddFooter></headerFooter>';
  expect(shape(one({ rows: [row(1, inline('A1', '本文'))], after }))).toEqual([
    { header: '様式３' },
    [['本文']],
  ]);
});

it('finds the sheets of a book whose list is lost', () => {
  const document = readXlsx(
    archiveOf({ 'xl/worksheets/sheet1.xml': sheetXml({ rows: [row(1, inline('A1', '残り'))] }) }),
    'a.xlsx',
    CONTEXT,
  );
  expect(shape(document)).toEqual([[['残り']]]);
  expect(document.notices.map(({ code }) => code)).toContain('sheetListDamaged');
});

describe('what other programs write', () => {
  const cell = (text: string, more = '') => `<c r="A1" t="inlineStr"${more}><is><t>${text}</t></is></c>`;
  const codes = (rows: readonly string[], after = '') => one({ rows, after }).notices.map(({ code }) => code);

  it('a cell that is named twice keeps both texts, and is reported', () => {
    const rows = [`<row r="1">${cell('先')}${cell('後')}</row>`];
    expect(shape(one({ rows }))).toEqual([[['先\n後']]]);
    expect(codes(rows)).toEqual(['repeatedCells']);
  });

  it('a cell whose text the book does not hold is reported', () => {
    expect(codes([`<row r="1">${cell('甲')}<c r="B1" t="s"><v>9</v></c></row>`])).toEqual(['cellsUnread']);
  });

  it('embedded documents are reported once each', () => {
    const object = '<oleObject progId="Word.Document.12" shapeId="1" r:id="r1"/>';
    const listed = `<oleObjects><mc:AlternateContent><mc:Choice Requires="x14">${object}</mc:Choice><mc:Fallback>${object}</mc:Fallback></mc:AlternateContent></oleObjects>`;
    expect(one({ rows: [`<row r="1">${cell('甲')}</row>`], after: listed }).notices).toEqual([
      { code: 'embeddedObject', params: { count: 1 } },
    ]);
  });

  it('struck-out text is no part of the value, stands apart, and is reported', () => {
    const runs = '<is><r><rPr><strike/></rPr><t>旧：総務課</t></r><r><t>情報政策課</t></r></is>';
    const document = one({ rows: [`<row r="1"><c r="A1" t="inlineStr">${runs}</c></row>`] });
    expect(shape(document)).toEqual([[['情報政策課']], { comment: '旧：総務課' }]);
    expect(document.notices.map(({ code }) => code)).toEqual(['struckText']);
  });
});
