import type { Block } from '../../blocks';
import { printOfField } from '../word/fieldPrint';
import type { Paragraph } from '../word/paragraph';
import { isSymbolFont, symbolOf, symbolText } from '../symbols';
import {
  child,
  descendants,
  elementsOf,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../xml/element';
import { shownAlternatives } from './alternatives';
import { controlText, formFieldText } from './controls';
import { readDrawing } from './drawing';
import { isOn } from './styles';
import type { ListPlace } from '../word/numbering';
import type { Story } from './story';
import { appendAll } from '../../lists';

/** Collects what the runs of one paragraph bring. */
interface Line {
  readonly story: Story;
  text: string;
  hidden: string;
  readonly images: string[];
  readonly boxes: Block[];
  /** Fields that begin in the paragraph and have not ended. */
  readonly fields: Field[];
}

interface Field {
  instruction: string;
  /** How much of the line was there when its result began. */
  before: number | undefined;
}

interface Look {
  readonly font: string | undefined;
  readonly hidden: boolean;
}

type Handler = (element: XmlElement, line: Line, look: Look) => void;

const PLAIN: Look = { font: undefined, hidden: false };

export function readParagraph(element: XmlElement, story: Story): Paragraph {
  const line: Line = { story, text: '', hidden: '', images: [], boxes: [], fields: [] };
  const properties = child(element, 'pPr');
  const mark = child(properties, 'rPr');
  const style = child(properties, 'pStyle')?.attributes.val ?? '';
  noteSection(properties, story);
  walk(element.children, line, PLAIN);
  const place = placeInList(properties, style, story);
  const counted = place && (line.text !== '' || line.images.length > 0);
  return {
    text: (counted ? story.numbering.next(place) : '') + line.text,
    images: line.images,
    boxes: line.boxes,
    hidden: line.hidden,
    heading: story.styles.isHeading(style) || child(properties, 'outlineLvl') !== undefined,
    joinsNext: child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined,
  };
}

/** Sections name their headers and footers; those of earlier sections stand in the last paragraph. */
export function noteSection(holder: XmlElement | undefined, story: Story): void {
  for (const reference of elementsOf(child(holder, 'sectPr'))) {
    const part = story.relationships.get(reference.attributes.id ?? '')?.target;
    if (part === undefined) continue;
    if (reference.name === 'headerReference') story.margins.set(part, 'header');
    if (reference.name === 'footerReference') story.margins.set(part, 'footer');
  }
}

/** The list of the paragraph itself, else that of its style; list `0` takes it out of any list. */
function placeInList(properties: XmlElement | undefined, style: string, story: Story): ListPlace | undefined {
  const own = child(properties, 'numPr');
  const styled = story.styles.listOf(style);
  const list = child(own, 'numId')?.attributes.val ?? styled?.list;
  const level = Number(child(own, 'ilvl')?.attributes.val ?? styled?.level ?? 0);
  return list === undefined || list === '0' ? undefined : { list, level };
}

function walk(nodes: readonly XmlNode[], line: Line, look: Look): void {
  for (const node of nodes) if (isElement(node)) (HANDLERS[node.name] ?? ignore)(node, line, look);
}

const ignore: Handler = () => undefined;
const within: Handler = (element, line, look) => walk(element.children, line, look);
const print =
  (text: string): Handler =>
  (_, line, look) =>
    put(line, look, text);

const HANDLERS: Readonly<Record<string, Handler>> = {
  r: readRun,
  t: (element, line, look) => put(line, look, shown(textOf(element), look.font)),
  tab: print('\t'),
  ptab: print('\t'),
  br: print('\n'),
  cr: print('\n'),
  noBreakHyphen: print('‑'),
  sym: readSymbol,
  lastRenderedPageBreak: (_, { story }) => turnPage(story),
  ruby: (element, line, look) => walk(child(element, 'rubyBase')?.children ?? [], line, look),
  fldChar: readFieldMark,
  instrText: (element, { fields }) => {
    const field = fields.at(-1);
    if (field) field.instruction += textOf(element);
  },
  sdt: readControl,
  AlternateContent: readAlternative,
  drawing: draw,
  pict: draw,
  object: draw,
  ins: (element, line, look) => {
    line.story.notices.add('trackedChanges');
    within(element, line, look);
  },
  del: (element, { story }) => noteDeletion(element, story),
  moveTo: within,
  moveFrom: (element, { story }) => noteDeletion(element, story),
  hyperlink: within,
  smartTag: within,
  customXml: within,
  fldSimple: (element, line, look) => {
    line.fields.push({ instruction: element.attributes.instr ?? '', before: lengthOf(line) });
    within(element, line, look);
    endField(line, look);
  },
  bdo: within,
  dir: within,
  oMathPara: within,
  oMath: (element, line, look) => put(line, look, equationText(element, line.story)),
  subDoc: (_, { story }) => story.notices.add('subDocument'),
};

/** The characters of an equation, one behind the other: where they stood above each other is lost, which is reported. */
export function equationText(element: XmlElement, { notices }: Story): string {
  if (descendants(element, 'oMath').length > 0)
    return elementsOf(element, 'oMath').map(charactersOf).join('\n');
  return charactersOf(element);

  function charactersOf(equation: XmlElement): string {
    notices.add('equation');
    return descendants(equation, 't').map(textOf).join('');
  }
}

function noteDeletion(element: XmlElement, story: Story): void {
  story.notices.add('trackedChanges');
  if (descendants(element, 'drawing').length) story.notices.add('deletedPicture');
}

function readRun(run: XmlElement, line: Line, look: Look): void {
  const properties = child(run, 'rPr');
  walk(run.children, line, properties ? lookOf(properties, look, line.story) : look);
}

function lookOf(properties: XmlElement, around: Look, story: Story): Look {
  const fonts = child(properties, 'rFonts')?.attributes;
  const font = [fonts?.ascii, fonts?.hAnsi, fonts?.eastAsia].find(isSymbolFont);
  const style = child(properties, 'rStyle')?.attributes.val;
  const vanish = child(properties, 'vanish');
  const hidden = vanish ? isOn(vanish) : style !== undefined && story.styles.isHidden(style);
  return { font, hidden: hidden || around.hidden };
}

function put(line: Line, look: Look, text: string): void {
  if (look.hidden) line.hidden += text;
  else line.text += text;
}

function shown(text: string, font: string | undefined): string {
  return font === undefined ? text : symbolText(font, text);
}

function readSymbol(element: XmlElement, line: Line, look: Look): void {
  const code = parseInt(element.attributes.char ?? '', 16);
  if (Number.isNaN(code)) return;
  const known = symbolOf(element.attributes.font ?? '', code);
  if (known === undefined) line.story.notices.add('unknownSymbol', { font: element.attributes.font ?? '' });
  put(line, look, known ?? String.fromCodePoint(Math.min(code, 0xffff)));
}

function readFieldMark(element: XmlElement, line: Line, look: Look): void {
  const field = line.fields.at(-1);
  switch (element.attributes.fldCharType) {
    case 'begin':
      line.fields.push({ instruction: '', before: undefined });
      break;
    case 'separate':
      if (field) field.before = lengthOf(line);
      break;
    case 'end':
      endField(line, look);
      break;
    default:
      break;
  }
  put(line, look, formFieldText(element));
}

/** A field without a result of its own prints what its instruction stands for. */
function endField(line: Line, look: Look): void {
  const field = line.fields.pop();
  if (field && (field.before ?? lengthOf(line)) === lengthOf(line))
    put(line, look, printOfField(field.instruction));
}

function lengthOf({ text, hidden }: Line): number {
  return text.length + hidden.length;
}

function readControl(element: XmlElement, line: Line, look: Look): void {
  const text = controlText(element, line.story);
  if (text === undefined) walk(child(element, 'sdtContent')?.children ?? [], line, look);
  else put(line, look, text);
}

/** What Word shows; the fallback (older drawing) only where the choice brings nothing. */
function readAlternative(element: XmlElement, line: Line, look: Look): void {
  const before = line.text.length + line.boxes.length + line.images.length;
  for (const choice of shownAlternatives(element)) {
    within(choice, line, look);
    if (line.text.length + line.boxes.length + line.images.length > before) return;
  }
}

function draw(element: XmlElement, line: Line, look: Look): void {
  const drawn = readDrawing(element, line.story);
  appendAll(line.images, drawn.images);
  appendAll(line.boxes, drawn.boxes);
  put(line, look, drawn.text);
}

function turnPage({ counts }: Story): void {
  if (counts.page !== undefined) counts.page++;
}
