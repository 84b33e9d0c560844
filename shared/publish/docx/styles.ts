import {
  AlignmentType,
  BorderStyle,
  createSpacing,
  DocumentAttributes,
  type IParagraphPropertiesOptions,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  RunProperties,
  ShadingType,
  type XmlComponent,
} from 'docx';
import { LINE_PITCH, SIZE } from '../model/measure';
import { SHADES } from '../model/shades';
import type { HeadingRole, Line, LineRole } from '../model/types';
import { element, valElement } from './elements';

/** Fonts that every Windows has; Word's own names for them. */
const MINCHO = 'ＭＳ 明朝';
const GOTHIC = 'ＭＳ ゴシック';

export const TABLE_STYLE = 'FormTable';
export const GAP_STYLE = 'Gap';

/** Heading roles are Word's own heading styles: navigation pane and automatic contents find them. */
export const HEADING_STYLES: Readonly<Record<HeadingRole, string>> = {
  title: 'Title',
  part: 'Heading1',
  item: 'Heading2',
  risk: 'Heading3',
};

const LINE_STYLES: Readonly<Record<LineRole, string>> = {
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

/** The style of a line; options that are in columns are set a little closer. */
export function lineStyle({ role, stops }: Pick<Line, 'role' | 'stops'>): string {
  return role === 'option' && stops ? 'FormOptionColumns' : LINE_STYLES[role];
}

/** A shade without a pattern. */
export function shade(fill: string) {
  return { type: ShadingType.CLEAR, color: 'auto', fill } as const;
}

type ParagraphFormat = IParagraphPropertiesOptions;
type RunFormat = IRunStylePropertiesOptions;

const centred: ParagraphFormat = { alignment: AlignmentType.CENTER };
const atEnd: ParagraphFormat = { alignment: AlignmentType.RIGHT };
const option: RunFormat = { size: SIZE.option };
const bold = (size: number): RunFormat => ({ font: GOTHIC, bold: true, size });

/** Lines of a type size (half points); higher where a picture or a larger type is in them. */
function lines(size: number) {
  return { line: Math.round(size * 10 * LINE_PITCH), lineRule: LineRuleType.AT_LEAST } as const;
}

function pitch(size: number): ParagraphFormat {
  return { spacing: lines(size) };
}

/** A bar over the width of the table: shade and lines left and right that meet those of the table below. */
function bar(fill: string, top: boolean, before: number, level: number): ParagraphFormat {
  const side = { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' };
  return {
    keepNext: true,
    keepLines: true,
    border: { ...(top ? { top: { ...side, space: 1 } } : {}), left: side, right: side },
    shading: shade(fill),
    spacing: { before, after: 0 },
    indent: { left: 80, right: 80 },
    outlineLevel: level,
  };
}

const part: ParagraphFormat = {
  keepNext: true,
  keepLines: true,
  pageBreakBefore: true,
  spacing: { before: 0, after: 120 },
  outlineLevel: 0,
};

const title: ParagraphFormat = { keepNext: true, spacing: { before: 120, after: 240 }, ...centred };
const entry: ParagraphFormat = { spacing: { before: 100, after: 100 }, indent: { left: 200 } };
const gap: ParagraphFormat = { spacing: { line: 2, lineRule: LineRuleType.EXACT } };

const HEADINGS = [
  heading('Title', 'Title', title, bold(SIZE.title)),
  heading('Heading1', 'heading 1', part, bold(SIZE.part)),
  heading('Heading2', 'heading 2', bar(SHADES.item, true, 140, 1), bold(SIZE.item)),
  heading('Heading3', 'heading 3', bar(SHADES.risk, false, 0, 2), bold(SIZE.body)),
];

const PARAGRAPHS = [
  style('FormValue', '記載'),
  style('FormLabel', '項目名'),
  style('FormBand', '項目の区切り', { keepNext: true }),
  style('FormHead', '列の見出し', { keepNext: true, ...centred }),
  style('FormBracket', '選択した値', centred),
  style('FormCheck', 'チェック項目'),
  style('FormOption', '選択肢', pitch(SIZE.option), option),
  style('FormOptionColumns', '選択肢（列）', pitch(SIZE.option), { ...option, characterSpacing: -5 }),
  style('FormNote', '注記', pitch(SIZE.small), { size: SIZE.small }),
  style('FormStamp', '様式の版', { spacing: { before: 240 }, ...atEnd }),
  style('FormCenter', '記載（中央）', centred),
  style('FormEnd', '記載（右）', atEnd),
  style('FormEntry', '項目一覧の行', entry, { size: 24 }),
  style(GAP_STYLE, '表の後', gap, { size: 2 }),
  style('Header', 'header', { ...atEnd, ...pitch(18) }, { size: 18 }),
  style('Footer', 'footer', { ...centred, ...pitch(18) }, { size: 18 }),
  style('CommentText', 'annotation text', {}, { size: 20 }),
];

const CHARACTERS = [
  { id: 'Withheld', name: '非公表', run: { shading: shade('BFBFBF') } },
  { id: 'Review', name: '要確認', run: { shading: shade('FFF2CC') } },
  { id: 'Differs', name: '変更部分', run: { underline: {} } },
  { id: 'CommentReference', name: 'annotation reference', run: { size: 18 } },
];

/** All styles of the document; none of the library's own. */
export function styles(): IStylesOptions {
  return {
    initialStyles: new DocumentAttributes(['mc', 'r', 'w', 'w14', 'w15'], 'w14 w15'),
    importedStyles: [defaults(), normal(), defaultFont(), tableNormal(), formTable()],
    paragraphStyles: [...HEADINGS, ...PARAGRAPHS],
    characterStyles: CHARACTERS.map((one) => ({ ...one, basedOn: 'DefaultParagraphFont' })),
  };
}

function style(id: string, name: string, paragraph: ParagraphFormat = {}, run: RunFormat = {}) {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph, run } satisfies IParagraphStyleOptions;
}

function heading(id: string, name: string, paragraph: ParagraphFormat, run: RunFormat) {
  return { ...style(id, name, paragraph, run), next: 'Normal' } satisfies IParagraphStyleOptions;
}

/** No extra room between Latin and Japanese characters: columns of options are measured without it. */
function evenSpacing(): readonly XmlComponent[] {
  return [valElement('w:autoSpaceDE', 0), valElement('w:autoSpaceDN', 0)];
}

function defaults(): XmlComponent {
  const language = { value: 'en-US', eastAsia: 'ja-JP', bidirectional: 'ar-SA' };
  const run = new RunProperties({ font: MINCHO, size: SIZE.body, language });
  const spacing = createSpacing({ before: 0, after: 0, ...lines(SIZE.body) });
  return element('w:docDefaults', {}, [
    element('w:rPrDefault', {}, [run]),
    element('w:pPrDefault', {}, [element('w:pPr', {}, [...evenSpacing(), spacing])]),
  ]);
}

function normal(): XmlComponent {
  return element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    valElement('w:name', 'Normal'),
    element('w:qFormat'),
    element('w:pPr', {}, evenSpacing()),
  ]);
}

function defaultFont(): XmlComponent {
  const attributes = { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' };
  return element('w:style', attributes, [
    valElement('w:name', 'Default Paragraph Font'),
    valElement('w:uiPriority', 1),
    element('w:semiHidden'),
  ]);
}

function tableNormal(): XmlComponent {
  return element('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
    valElement('w:name', 'Normal Table'),
    valElement('w:uiPriority', 99),
    element('w:semiHidden'),
    element('w:tblPr', {}, [width('w:tblInd', 0)]),
  ]);
}

/** The library has styles of paragraphs and characters, none of tables. */
function formTable(): XmlComponent {
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' };
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const margins = [width('w:top', 30), width('w:left', 80), width('w:bottom', 30), width('w:right', 80)];
  return element('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': TABLE_STYLE }, [
    valElement('w:name', '評価書の表'),
    valElement('w:basedOn', 'TableNormal'),
    element('w:tblPr', {}, [
      width('w:tblInd', 0),
      element(
        'w:tblBorders',
        {},
        lines.map((edge) => element(`w:${edge}`, line)),
      ),
      element('w:tblCellMar', {}, margins),
    ]),
  ]);
}

function width(name: string, twips: number): XmlComponent {
  return element(name, { 'w:w': twips, 'w:type': 'dxa' });
}
