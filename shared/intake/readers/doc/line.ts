import type { Block } from '../../blocks';
import { printOfField } from '../word/fieldPrint';
import { isSymbolFont, symbolOf, symbolText } from '../symbols';
import { type FieldMark, type OpenFields } from './fields';
import { formFieldText } from './formField';
import type { Look } from './look';
import type { DocStory } from './story';
import { appendAll } from '../../lists';

/** Collects what the characters of one paragraph bring. */
export interface Line {
  readonly story: DocStory;
  readonly fields: OpenFields;
  readonly marks: ReadonlyMap<number, FieldMark>;
  text: string;
  hidden: string;
  readonly images: string[];
  readonly boxes: Block[];
}

/** Characters between these two places, which look alike. */
export function readRun(line: Line, from: number, to: number, look: Look): void {
  const { story } = line;
  if (look.inserted || look.deleted) story.notices.add('trackedChanges');
  const text = story.text.text.slice(from, to);
  let read = 0;
  for (const { 0: mark, index } of text.matchAll(look.symbol ? SIGNS_AND_SYMBOL : SIGNS)) {
    put(line, look, shown(text.slice(read, index), look, story));
    readSign(line, mark, from + index, look);
    read = index + 1;
  }
  put(line, look, shown(text.slice(read), look, story));
}

const SIGNS = /[\0-\x1f]/g;
const SIGNS_AND_SYMBOL = /[\0-\x1f(]/g;

/** Signs that are printed (MS-DOC 2.4.1). */
const PRINTED: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\n': '\n',
  '\v': '\n',
  '\f': '\n',
  '\x0e': '\n',
  '\x1e': '‑',
};

type Reader = (line: Line, place: number, look: Look) => void;

const READERS: Readonly<Record<string, Reader>> = {
  '\x01': readPicture,
  '\x08': readAnchor,
  '(': readSymbol,
  '\x13': readFieldMark,
  '\x14': readFieldMark,
  '\x15': readFieldMark,
};

function readSign(line: Line, sign: string, place: number, look: Look): void {
  const reader = READERS[sign];
  if (reader) reader(line, place, look);
  else put(line, look, PRINTED[sign] ?? '');
}

/** Deleted text is gone; what stands in the instruction of a field is not printed. */
function put(line: Line, look: Look, text: string): void {
  if (text === '' || look.deleted || line.fields.takes(text)) return;
  if (look.hidden) line.hidden += text;
  else line.text += text;
}

function shown(text: string, { fonts }: Look, story: DocStory): string {
  const font = fonts
    .map((number) => (number === undefined ? undefined : story.fonts[number]))
    .find(isSymbolFont);
  return font === undefined ? text : symbolText(font, text);
}

function readSymbol(line: Line, _place: number, look: Look): void {
  const { symbol, special } = look;
  if (!symbol || !special) return put(line, look, '(');
  const font = line.story.fonts[symbol.font] ?? '';
  const known = symbolOf(font, symbol.code);
  if (known === undefined) line.story.notices.add('unknownSymbol', { font });
  put(line, look, known ?? String.fromCharCode(symbol.code));
}

function readPicture(line: Line, _place: number, look: Look): void {
  const { story } = line;
  if (!look.special || look.data === undefined) return;
  if (look.deleted) return look.isFormData ? undefined : story.notices.add('deletedPicture');
  if (look.isFormData) {
    const text = formFieldText(story.data, look.data);
    if (!line.fields.show(text)) put(line, look, text);
    return;
  }
  if (look.isObject) return;
  const hash = story.pictures.inline(look.data);
  if (hash !== undefined) line.images.push(hash);
}

/** Drawings that float: their pictures and their texts belong to the paragraph that they are anchored in. */
function readAnchor(line: Line, place: number, look: Look): void {
  const drawn = line.story.anchoredAt(place);
  if (!drawn) return;
  if (look.deleted) return line.story.notices.add('deletedPicture');
  appendAll(line.images, line.story.pictures.drawn(drawn));
  appendAll(line.boxes, line.story.boxesOf(drawn.shapes));
}

function readFieldMark(line: Line, place: number, look: Look): void {
  const { fields } = line;
  const mark = line.marks.get(place);
  if (mark === 'begin') fields.begin();
  if (mark === 'separator') fields.separate();
  if (mark === 'end') endField(line, look);
}

const TOLD: readonly (readonly [RegExp, string])[] = [
  [/^\s*(embed|link)\s/i, 'embeddedObject'],
  [/^\s*control\s/i, 'controlState'],
];

const FORM_FIELD = /^\s*form(checkbox|dropdown)\b/i;

function endField(line: Line, look: Look): void {
  const field = line.fields.end();
  if (!field) return;
  const notice = TOLD.find(([pattern]) => pattern.test(field.instruction));
  if (notice) line.story.notices.add(notice[1]);
  if (FORM_FIELD.test(field.instruction) && field.own === '') line.story.notices.add('controlState');
  if (!field.printed) put(line, look, field.own === '' ? printOfField(field.instruction) : field.own);
}
