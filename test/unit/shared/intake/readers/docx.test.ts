import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../../shared/intake/readers/docx/read';
import {
  archiveOf,
  cellsOf,
  gridOf,
  CONTEXT,
  docxOf,
  p,
  PIXEL,
  r,
  relationships,
  shape,
  tbl,
  tc,
} from './office';

const read = (body: string, parts = {}) => readDocx(docxOf(body, parts), '評価書.docx', CONTEXT);
const notices = (body: string, parts = {}) => read(body, parts).notices.map(({ code }) => code);

describe('text of paragraphs', () => {
  it('joins runs, keeps tabs, breaks and entities', () => {
    const body = p('みなも市', '<w:r><w:tab/><w:t>A &amp; B &#x2460;</w:t><w:br/><w:t>次の行</w:t></w:r>');
    expect(shape(read(body))).toEqual(['みなも市\tA & B ①\n次の行']);
  });

  it('takes tracked changes as made, and says that there were any', () => {
    const body = p(
      '令和',
      '<w:del w:id="1"><w:r><w:delText>５</w:delText></w:r></w:del>',
      `<w:ins w:id="2">${r('６')}</w:ins>`,
      '年',
    );
    expect(shape(read(body))).toEqual(['令和６年']);
    expect(notices(body)).toEqual(['trackedChanges']);
  });

  it('goes on in the next paragraph where the end of a paragraph is deleted', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('一つの')}</w:p>${p('段落')}`;
    expect(shape(read(body))).toEqual(['一つの段落']);
  });

  it('reads the base of furigana only', () => {
    const ruby =
      '<w:r><w:ruby><w:rt><w:r><w:t>みなも</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>水面</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    expect(shape(read(p(ruby, '市')))).toEqual(['水面市']);
  });

  it('keeps hidden text beside the document', () => {
    const body = p('表', r('裏', '<w:vanish/>'), r('示', '<w:vanish w:val="0"/>'));
    expect(shape(read(body))).toEqual(['表示', { comment: '裏' }]);
    expect(notices(body)).toEqual(['hiddenText']);
  });

  it('leaves out field codes and keeps their results', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    expect(shape(read(p(field, '令和７年', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')))).toEqual([
      '令和７年',
    ]);
  });
});

describe('fields without a result', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

  it.each([
    ['eq \\o\\ac(○,', '3)', '③'],
    ['EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\o\\ad(\\s\\up 9(みなも),', '水面)', '水面'],
    ['SYMBOL 254 ', '\\f "Wingdings"', '☑'],
    [' SEQ 図 ', '', ''],
  ])('print what they stand for: %s%s', (first, second, print) => {
    expect(shape(read(p('前', mark('begin'), code(first), code(second), mark('end'), '後')))).toEqual([
      `前${print}後`,
    ]);
  });

  it('print it only once', () => {
    const body = p(mark('begin'), code('EQ \\f(1,2)'), mark('separate'), '½', mark('end'));
    expect(shape(read(body + p(`<w:fldSimple w:instr="EQ \\f(1,2)"/>`)))).toEqual(['½', '1/2']);
  });
});

describe('boxes that can be ticked', () => {
  const control = (checked: string) =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('X')}</w:sdtContent></w:sdt>`;

  it('are one character for content controls', () => {
    expect(shape(read(p(control('1'), ' 紙　', control('0'), ' 専用線')))).toEqual(['☑ 紙　☐ 専用線']);
  });

  it('are one character for form fields', () => {
    const field = (state: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r>`;
    expect(
      shape(
        read(p(field('<w:default w:val="0"/><w:checked/>'), '有', field('<w:default w:val="0"/>'), '無')),
      ),
    ).toEqual(['☑有☐無']);
  });

  it('are one character for Wingdings, as symbols and as text', () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>';
    const text = r('¨', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
    expect(shape(read(p(symbol, '紙', text, '電子')))).toEqual(['☑紙☐電子']);
  });

  it('leave Japanese text as it is that stands in a symbol font: it is printed in another', () => {
    const run = r('¨利用', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
    expect(shape(read(p(run, r('乮', '<w:rFonts w:ascii="Wingdings"/>'))))).toEqual(['☐利用乮']);
  });

  it('stay as typed where they are plain characters', () => {
    expect(shape(read(p('☑有 □無 ■')))).toEqual(['☑有 □無 ■']);
  });

  it('leave a placeholder blank', () => {
    const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('クリックして入力', '<w:rStyle w:val="PlaceholderText"/>')}</w:sdtContent></w:sdt>`;
    expect(cellsOf(read(tbl([tc('名'), tc(p(control))]))).map(({ text }) => text)).toEqual(['名', '']);
  });
});

describe('tables', () => {
  it('give grid positions and merges across and down', () => {
    const body = tbl(
      [
        tc('１．', '<w:vMerge w:val="restart"/><w:shd w:val="clear" w:fill="DDEEFF"/>'),
        tc('①', '<w:gridSpan w:val="2"/>'),
      ],
      [tc('', '<w:vMerge/>'), tc('甲'), tc('乙')],
    );
    expect(gridOf(read(body))).toEqual([
      ['１．', 0, 0, 2, 1, true],
      ['①', 0, 1, 1, 2, undefined],
      ['甲', 1, 1, 1, 1, undefined],
      ['乙', 1, 2, 1, 1, undefined],
    ]);
  });

  it('nest; the text of the inner table is not in that of the cell', () => {
    const body = tbl([tc(p('使用者数') + tbl([tc('部署'), tc('人数')]) + p())]);
    const [cell] = cellsOf(read(body));
    expect(cell?.text).toBe('使用者数');
    expect(cell?.tables?.[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['部署', '人数']);
  });

  it('leave out deleted rows and open rows inside content controls', () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${tc('旧')}</w:tr>`;
    const wrapped = `<w:sdt><w:sdtContent><w:tr>${tc('新')}</w:tr></w:sdtContent></w:sdt>`;
    expect(shape(read(`<w:tbl>${deleted}${wrapped}</w:tbl>`))).toEqual([[['新']]]);
  });
});

describe('lists', () => {
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const parts = {
    'word/_rels/document.xml.rels': relationships(['rId1', 'numbering', 'numbering.xml']),
    'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level('decimalEnclosedCircle', '%1')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimalFullWidth', '%1．')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
  };
  const item = (list: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${r(text)}</w:p>`;

  it('print their numbers, since these are what the reader of the paper sees', () => {
    const body = item(2, '基本情報') + item(1, '事務の名称') + item(1, '事務の内容') + item(2, '概要');
    expect(shape(read(body, parts))).toEqual(['１．基本情報', '①事務の名称', '②事務の内容', '２．概要']);
  });
});

describe('drawings', () => {
  const picture = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="図" descr="業務全体図"/><a:blip r:embed="rId5"/></wp:inline></w:drawing></w:r>`;
  const parts = {
    'word/_rels/document.xml.rels': relationships(['rId5', 'image', 'media/image1.png']),
    'word/media/image1.png': PIXEL,
  };

  it('bring pictures with hash, size and description', () => {
    const document = read(p(picture), parts);
    const hash = createHash('sha256').update(PIXEL).digest('hex');
    expect(document.blocks).toEqual([{ kind: 'image', hash, where: {} }]);
    expect(document.images[0]?.ref).toEqual({
      hash,
      mime: 'image/png',
      name: 'image1.png',
      width: 1,
      height: 1,
      alt: '業務全体図',
    });
  });

  it('put pictures of a cell into the cell', () => {
    expect(cellsOf(read(tbl([tc(p(picture))]), parts))[0]?.images).toHaveLength(1);
  });

  it('read a text box once although it is written twice for older programs', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('住民')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('住民')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(shape(read(body))).toEqual([{ textbox: '住民' }]);
  });
});

describe('beside the body', () => {
  it('marks headers, footers, footnotes and comments by their role', () => {
    const rels = relationships(
      ['rId1', 'header', 'header1.xml'],
      ['rId2', 'footer', 'footer1.xml'],
      ['rId3', 'footnotes', 'footnotes.xml'],
      ['rId4', 'comments', 'comments.xml'],
    );
    const parts = {
      'word/_rels/document.xml.rels': rels,
      'word/header1.xml': `<w:hdr>${p('様式３')}</w:hdr>`,
      'word/footer1.xml': `<w:ftr>${p('1 / 25')}</w:ftr>`,
      'word/footnotes.xml': `<w:footnotes><w:footnote w:type="separator">${p('―')}</w:footnote><w:footnote w:id="1">${p('注')}</w:footnote></w:footnotes>`,
      'word/comments.xml': `<w:comments><w:comment w:author="係">${p('要確認')}</w:comment></w:comments>`,
    };
    const section =
      '<w:p><w:pPr><w:sectPr><w:headerReference r:id="rId1"/><w:footerReference r:id="rId2"/></w:sectPr></w:pPr></w:p>';
    expect(shape(read(p('本文') + section, parts))).toEqual([
      { header: '様式３' },
      '本文',
      { footnote: '注' },
      { comment: '要確認' },
      { footer: '1 / 25' },
    ]);
  });

  it('counts pages where Word remembers its breaks', () => {
    const document = read(p('一') + p('<w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r>'));
    expect(document.source.pages).toBe(2);
  });
});

it('reads what precedes the damage', () => {
  const whole = `<w:document><w:body>${p('前')}${p('後')}`;
  const document = readDocx(archiveOf({ 'word/document.xml': whole }), 'a.docx', CONTEXT);
  expect(shape(document)).toEqual(['前', '後']);
  expect(document.notices.map(({ code }) => code)).toEqual(['textDamaged']);
});

describe('what other programs write', () => {
  const PROMPT = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>';
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

  it('a control that a program filled in and left marked as unanswered has its text', () => {
    expect(shape(read(control(p('総務課'))))).toEqual(['総務課']);
    expect(notices(control(p('総務課')))).toEqual([]);
  });

  it('the prompt of an unanswered control is no text, and is reported', () => {
    const body = p('甲') + control(`<w:p><w:r>${PROMPT}<w:t>入力してください</w:t></w:r></w:p>`);
    expect(shape(read(body))).toEqual(['甲']);
    expect(notices(body)).toEqual(['placeholder']);
  });

  it('letters drawn as shapes are text of a box', () => {
    const body = '<w:p><w:r><w:pict><v:shape><v:textpath string="部外秘"/></v:shape></w:pict></w:r></w:p>';
    expect(shape(read(body))).toEqual([{ textbox: '部外秘' }]);
  });

  it('equations are read anywhere as their characters, and reported', () => {
    const equation = '<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>';
    expect(shape(read(equation + p(equation)))).toEqual(['x=1', 'x=1']);
    expect(notices(equation)).toEqual(['equation']);
  });

  it.each([
    ['wps', '新'],
    ['unknown', '旧'],
    ['wps unknown', '旧'],
  ])('of alternatives that need %s the one is taken that Word shows', (prefixes, text) => {
    const alternatives = `<mc:AlternateContent><mc:Choice Requires="${prefixes}">${r('新')}</mc:Choice><mc:Fallback>${r('旧')}</mc:Fallback></mc:AlternateContent>`;
    expect(shape(read(p(alternatives)))).toEqual([text]);
  });

  it('documents in files of their own are reported', () => {
    expect(notices(p('甲', '<w:subDoc r:id="s"/>'))).toEqual(['subDocument']);
  });
});
