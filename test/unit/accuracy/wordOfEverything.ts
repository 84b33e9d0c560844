import { archiveOf, p, PIXEL, r, relationships, tc } from '../shared/intake/readers/office';

/** A Word document of みなも市 with every part that its readers know, in full enough XML for other programs. */
export function wordOfEverything(): Uint8Array {
  return archiveOf({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relationships(
      ...PARTS.map((type) => [type, kindOf(type), `${type}.xml`] as const),
      ['picture', 'image', 'media/image1.png'],
    ),
    'word/media/image1.png': PIXEL,
    'word/styles.xml': part('styles', STYLES),
    'word/numbering.xml': part('numbering', NUMBERING),
    'word/header1.xml': part('hdr', p('様式３')),
    'word/footer1.xml': part('ftr', p('みなも市')),
    'word/footnotes.xml': part('footnotes', notes('footnote', '脚注の文')),
    'word/endnotes.xml': part('endnotes', notes('endnote', '文末の注')),
    'word/comments.xml': part('comments', `<w:comment w:id="1" w:author="係">${p('要確認')}</w:comment>`),
    'word/document.xml': part('document', `<w:body>${BODY}${SECTION}</w:body>`),
  });
}

const PARTS = ['styles', 'numbering', 'header1', 'footer1', 'footnotes', 'endnotes', 'comments'] as const;

function kindOf(type: string): string {
  return type.replace('1', '');
}

function contentTypes(): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const overrides = PARTS.map(
    (type) => `<Override PartName="/word/${type}.xml" ContentType="${word}.${kindOf(type)}+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${overrides.join('')}</Types>`;
}

const NAMES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  v: 'urn:schemas-microsoft-com:vml',
})
  .map(([name, address]) => `xmlns:${name}="${address}"`)
  .join(' ');

function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${NAMES}>${content}</w:${name}>`;
}

const STYLES =
  '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style>';

const level = (format: string, text: string) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = [level('decimalFullWidth', '%1．'), level('decimalEnclosedCircle', '%1')]
  .map((content, at) => `<w:abstractNum w:abstractNumId="${at}">${content}</w:abstractNum>`)
  .concat([0, 1].map((at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`))
  .join('');
const item = (list: number, text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${r(text)}</w:p>`;

function notes(kind: string, text: string): string {
  const line = (id: number, type: string, sign: string) =>
    `<w:${kind} w:type="${type}" w:id="${id}"><w:p><w:r><w:${sign}/></w:r></w:p></w:${kind}>`;
  const own = `<w:${kind} w:id="2">${p(`<w:r><w:${kind}Ref/></w:r>`, text)}</w:${kind}>`;
  return line(0, 'separator', 'separator') + line(1, 'continuationSeparator', 'continuationSeparator') + own;
}

const fieldMark = (type: string, data = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
const field = (instruction: string, data: string, result = '') =>
  fieldMark('begin', `<w:ffData><w:name w:val="欄"/><w:enabled/>${data}</w:ffData>`) +
  `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  fieldMark('separate') +
  result +
  fieldMark('end');
const box = (state: string) => field('FORMCHECKBOX', `<w:checkBox><w:sizeAuto/>${state}</w:checkBox>`);
const list = field(
  'FORMDROPDOWN',
  '<w:ddList><w:result w:val="1"/><w:listEntry w:val="十分である"/><w:listEntry w:val="課題が残されている"/></w:ddList>',
);

const ruby =
  '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="ja-JP"/></w:rubyPr><w:rt><w:r><w:t>みなも</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>水面</w:t></w:r></w:rubyBase></w:ruby></w:r>';
const AUTHOR = 'w:author="係" w:date="2025-04-01T00:00:00Z"';
const revised = [
  '令和',
  `<w:del w:id="1" ${AUTHOR}><w:r><w:delText>５</w:delText></w:r></w:del>`,
  `<w:ins w:id="2" ${AUTHOR}>${r('６')}</w:ins>`,
  '年',
];
const textBox = (text: string) =>
  `<w:r><w:pict><v:shape style="position:absolute;width:100pt;height:50pt" type="#_x0000_t202"><v:textbox><w:txbxContent>${text}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

const GRAPHIC =
  '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>';
const inLine = `<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="図"/>${GRAPHIC}</wp:inline></w:drawing></w:r>`;
const offset = (name: string, from: string) =>
  `<wp:position${name} relativeFrom="${from}"><wp:posOffset>0</wp:posOffset></wp:position${name}>`;
const floating = `<w:r><w:drawing><wp:anchor behindDoc="0" distT="0" distB="0" distL="0" distR="0" simplePos="0" locked="0" layoutInCell="1" allowOverlap="1" relativeHeight="2"><wp:simplePos x="0" y="0"/>${offset('H', 'column')}${offset('V', 'paragraph')}<wp:extent cx="360000" cy="360000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="2" name="図"/>${GRAPHIC}</wp:anchor></w:drawing></w:r>`;

const width = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
const table = (columns: readonly number[], ...rows: readonly (readonly string[])[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="${columns.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/></w:tblPr><w:tblGrid>${columns.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
const merged = table(
  [2000, 3000, 4000],
  [
    tc('１．', `${width(2000)}<w:vMerge w:val="restart"/><w:shd w:val="clear" w:fill="DDEEFF"/>`),
    tc('①', `${width(7000)}<w:gridSpan w:val="2"/>`),
  ],
  [tc('', `${width(2000)}<w:vMerge/>`), tc('甲', width(3000)), tc('乙', width(4000))],
);
const nested = table(
  [9000],
  [
    tc(
      `${p('使用者数')}${table([2000, 2000], [tc('部署', width(2000)), tc(p('人') + p('数'), width(2000))])}<w:p/>`,
      width(9000),
    ),
  ],
);

const BODY = [
  `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${r('見出し')}</w:p>`,
  p('みなも市', '<w:r><w:tab/><w:t>A &amp; B ①</w:t><w:br/><w:t>次の行 “café”</w:t></w:r>'),
  p(...revised),
  `<w:p><w:pPr><w:rPr><w:del w:id="9" ${AUTHOR}/></w:rPr></w:pPr>${r('一つの')}</w:p>${p('段落')}`,
  p('表', r('裏', '<w:vanish/>'), '示'),
  p(ruby, '市'),
  p(box('<w:default w:val="0"/><w:checked/>'), '有', box('<w:default w:val="0"/>'), '無', list),
  p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '紙'),
  item(1, '基本情報') + item(2, '名称') + item(2, '内容') + item(1, '概要'),
  merged + p('表の間') + nested,
  p('図：', inLine) + p('浮く図：', floating) + p('箱：', textBox(p('住民') + p('窓口'))),
  p('注', '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="2"/></w:r>'),
  p(
    '<w:commentRangeStart w:id="1"/>',
    '意見',
    '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
  ),
].join('');

const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>';
