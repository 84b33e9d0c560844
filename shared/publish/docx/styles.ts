import { SIZE } from '../model/measure';
import { SHADES } from '../model/shades';
import type { HeadingRole, LineRole } from '../model/types';
import { element, XML_HEAD } from '../xml';
import { NAMESPACES, val } from './words';

/** Fonts that every Windows has; Word's own names for them. */
const MINCHO = 'ＭＳ 明朝';
const GOTHIC = 'ＭＳ ゴシック';

export const TABLE_STYLE = 'FormTable';
export const GAP_STYLE = 'Gap';

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
  readonly next?: string;
  readonly based?: string;
}

/** Heading roles are Word's own heading styles: navigation pane and automatic contents find them. */
export const HEADING_STYLES: Readonly<Record<HeadingRole, string>> = {
  title: 'Title',
  part: 'Heading1',
  item: 'Heading2',
  risk: 'Heading3',
};

export const LINE_STYLES: Readonly<Record<LineRole, string>> = {
  text: 'FormValue',
  label: 'FormLabel',
  band: 'FormBand',
  head: 'FormHead',
  bracket: 'FormBracket',
  check: 'FormCheck',
  option: 'FormOption',
  note: 'FormNote',
  stamp: 'FormStamp',
  center: 'FormCenter',
  end: 'FormEnd',
  entry: 'FormEntry',
};

const centred = val('w:jc', 'center');
const atEnd = val('w:jc', 'right');

/** A bar over the width of the table: shade and lines left and right that meet those of the table below. */
function bar(shade: string, top: boolean, before: number, level: number): string {
  const side = { 'w:val': 'single', 'w:sz': 4, 'w:space': 4, 'w:color': '000000' };
  const topLine = top ? element('w:top', { ...side, 'w:space': 1 }) : '';
  const borders = `<w:pBdr>${topLine}${element('w:left', side)}${element('w:right', side)}</w:pBdr>`;
  const shading = element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': shade });
  const spacing = element('w:spacing', { 'w:before': before, 'w:after': 0 });
  const indent = element('w:ind', { 'w:left': 80, 'w:right': 80 });
  return `<w:keepNext/><w:keepLines/>${borders}${shading}${spacing}${indent}${val('w:outlineLvl', level)}`;
}

const PARAGRAPHS: readonly ParagraphStyle[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: `<w:keepNext/>${element('w:spacing', { 'w:before': 120, 'w:after': 240 })}${centred}`,
    run: bold(SIZE.title),
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/><w:keepLines/><w:pageBreakBefore/>${element('w:spacing', { 'w:before': 0, 'w:after': 120 })}${val('w:outlineLvl', 0)}`,
    run: bold(SIZE.part),
  },
  { id: 'Heading2', name: 'heading 2', paragraph: bar(SHADES.item, true, 140, 1), run: bold(SIZE.item) },
  { id: 'Heading3', name: 'heading 3', paragraph: bar(SHADES.risk, false, 0, 2), run: bold(SIZE.body) },
  { id: 'FormValue', name: '記載' },
  { id: 'FormLabel', name: '項目名' },
  { id: 'FormBand', name: '項目の区切り', paragraph: '<w:keepNext/>' },
  { id: 'FormHead', name: '列の見出し', paragraph: `<w:keepNext/>${centred}` },
  { id: 'FormBracket', name: '選択した値', paragraph: centred },
  { id: 'FormCheck', name: 'チェック項目' },
  { id: 'FormOption', name: '選択肢', run: val('w:sz', SIZE.small) + val('w:szCs', SIZE.small) },
  { id: 'FormNote', name: '注記', run: val('w:sz', SIZE.small) + val('w:szCs', SIZE.small) },
  { id: 'FormStamp', name: '様式の版', paragraph: element('w:spacing', { 'w:before': 240 }) + atEnd },
  { id: 'FormCenter', name: '記載（中央）', paragraph: centred },
  { id: 'FormEnd', name: '記載（右）', paragraph: atEnd },
  {
    id: 'FormEntry',
    name: '項目一覧の行',
    paragraph:
      element('w:spacing', { 'w:before': 100, 'w:after': 100 }) + element('w:ind', { 'w:left': 200 }),
    run: val('w:sz', 24) + val('w:szCs', 24),
  },
  {
    id: GAP_STYLE,
    name: '表の後',
    paragraph: element('w:spacing', { 'w:line': 20, 'w:lineRule': 'exact' }),
    run: val('w:sz', 2) + val('w:szCs', 2),
  },
  { id: 'Header', name: 'header', paragraph: atEnd, run: val('w:sz', 18) + val('w:szCs', 18) },
  { id: 'Footer', name: 'footer', paragraph: centred, run: val('w:sz', 18) + val('w:szCs', 18) },
  { id: 'CommentText', name: 'annotation text', run: val('w:sz', 20) + val('w:szCs', 20) },
];

const CHARACTERS = [
  characterStyle(
    'Withheld',
    '非公表',
    element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'BFBFBF' }),
  ),
  characterStyle(
    'Review',
    '要確認',
    element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'FFF2CC' }),
  ),
  characterStyle('Differs', '変更部分', val('w:u', 'single')),
  characterStyle('CommentReference', 'annotation reference', val('w:sz', 18) + val('w:szCs', 18)),
];

/** No extra room between Latin and Japanese characters: columns of options are measured without it. */
const EVEN_SPACING = val('w:autoSpaceDE', 0) + val('w:autoSpaceDN', 0);

export function stylesPart(): string {
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${EVEN_SPACING}</w:pPr></w:style>`;
  const font =
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>';
  const paragraphs = PARAGRAPHS.map(paragraphStyle).join('');
  return `${XML_HEAD}<w:styles ${NAMESPACES}>${defaults()}${normal}${font}${tableNormal()}${paragraphs}${CHARACTERS.join('')}${formTable()}</w:styles>`;
}

function defaults(): string {
  const language = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'ja-JP', 'w:bidi': 'ar-SA' });
  const run = `<w:rPr>${fonts(MINCHO)}${val('w:sz', SIZE.body)}${val('w:szCs', SIZE.body)}${language}</w:rPr>`;
  const paragraph = `<w:pPr>${EVEN_SPACING}${element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 264, 'w:lineRule': 'auto' })}</w:pPr>`;
  return `<w:docDefaults><w:rPrDefault>${run}</w:rPrDefault><w:pPrDefault>${paragraph}</w:pPrDefault></w:docDefaults>`;
}

function fonts(name: string): string {
  return element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name, 'w:cs': name });
}

function bold(size: number): string {
  return `${fonts(GOTHIC)}<w:b/><w:bCs/>${val('w:sz', size)}${val('w:szCs', size)}`;
}

function paragraphStyle({ id, name, paragraph, run }: ParagraphStyle): string {
  const next = HEADING_NEXT.has(id) ? val('w:next', 'Normal') : '';
  const custom = id.startsWith('Form') || id === GAP_STYLE ? { 'w:customStyle': 1 } : {};
  const body = `${val('w:name', name)}${val('w:basedOn', 'Normal')}${next}<w:qFormat/>${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${run ? `<w:rPr>${run}</w:rPr>` : ''}`;
  return element('w:style', { 'w:type': 'paragraph', ...custom, 'w:styleId': id }, body);
}

const HEADING_NEXT = new Set(['Title', 'Heading1', 'Heading2', 'Heading3']);

function characterStyle(id: string, name: string, run: string): string {
  const body = `${val('w:name', name)}${val('w:basedOn', 'DefaultParagraphFont')}<w:rPr>${run}</w:rPr>`;
  return element(
    'w:style',
    { 'w:type': 'character', ...(id === 'CommentReference' ? {} : { 'w:customStyle': 1 }), 'w:styleId': id },
    body,
  );
}

function tableNormal(): string {
  return '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>';
}

function formTable(): string {
  const edge = (name: string) =>
    element(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' });
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
  const margin = (name: string, width: number) => element(`w:${name}`, { 'w:w': width, 'w:type': 'dxa' });
  const margins = margin('top', 30) + margin('left', 80) + margin('bottom', 30) + margin('right', 80);
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="評価書の表"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`;
}
