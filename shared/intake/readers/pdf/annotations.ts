import { largest } from '../../lists';
import { apply, contains, type Box, type Matrix } from './geometry';
import type { Glyph, Glyphs } from './glyphs';
import type { PdfAnnotation } from './library';
import type { Marks } from './marks';
import { boxAround } from './paths';
import { boxGlyph } from './ticks';

/**
 * Form fields as characters of the page: fields that can be ticked in place of what is drawn in them, values that no
 * appearance shows (ISO 32000-1, 12.7.3.3) at the place of their field, and texts typed onto the page without one.
 */
export function withFields(marks: Marks, annotations: readonly PdfAnnotation[], matrix: Matrix): Marks {
  const { glyphs } = marks;
  const shown = annotations.filter((annotation) => !isUnseen(annotation));
  const boxes = shown.flatMap((annotation) => {
    const ticked = tickState(annotation);
    return ticked === undefined ? [] : [boxGlyph(boxOf(annotation, matrix), ticked)];
  });
  const texts = shown.flatMap((annotation) => unshownText(annotation, boxOf(annotation, matrix), glyphs));
  if (boxes.length === 0 && texts.length === 0) return marks;
  const isCovered = (at: number) => boxes.some((box) => contains(box, glyphs.x(at), glyphs.y(at)));
  return { ...marks, glyphs: glyphs.but(isCovered, [...boxes, ...texts]) };
}

/** Flags of an annotation that is neither shown nor printed (ISO 32000-1, table 165). */
const HIDDEN = 2;
const NO_VIEW = 32;

function isUnseen({ annotationFlags = 0 }: PdfAnnotation): boolean {
  return (annotationFlags & (HIDDEN | NO_VIEW)) !== 0;
}

/** Undefined for anything but a check box or radio button. */
function tickState({
  fieldType,
  checkBox,
  radioButton,
  fieldValue,
  exportValue,
  buttonValue,
}: PdfAnnotation): boolean | undefined {
  if (fieldType !== 'Btn') return undefined;
  if (radioButton) return fieldValue !== null && fieldValue === buttonValue;
  return checkBox ? fieldValue !== 'Off' && fieldValue === exportValue : undefined;
}

function boxOf({ rect = [] }: PdfAnnotation, matrix: Matrix): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  return boxAround([apply(matrix, left, bottom), apply(matrix, right, top)]);
}

/** The characters of a text that the page does not draw; none where it draws something in the place. */
function unshownText(annotation: PdfAnnotation, box: Box, glyphs: Glyphs): readonly Glyph[] {
  if (annotation.hasAppearance && holdsInk(glyphs, box)) return [];
  const text = isFreeText(annotation) ? contentsOf(annotation) : fieldText(annotation);
  return text.trim() === '' ? [] : placed(text, box);
}

function holdsInk(glyphs: Glyphs, box: Box): boolean {
  for (let at = 0; at < glyphs.length; at++)
    if (!glyphs.isBlank(at) && contains(box, glyphs.x(at), glyphs.y(at))) return true;
  return false;
}

function isFreeText({ subtype }: PdfAnnotation): boolean {
  return subtype === 'FreeText';
}

function contentsOf({ contentsObj }: PdfAnnotation): string {
  return contentsObj?.str ?? '';
}

/** The value of a text field, or the chosen lines of a list as they are shown. */
function fieldText({ fieldType, fieldValue, options = [], password }: PdfAnnotation): string {
  if (password || (fieldType !== 'Tx' && fieldType !== 'Ch')) return '';
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter(isText);
  const shown = values.map((value) => options.find(({ exportValue }) => exportValue === value)?.displayValue);
  return values.map((value, at) => (isText(shown[at]) ? shown[at] : value)).join('\n');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Of a text without an appearance, where its box does not say otherwise. Points. */
const LARGEST_SIZE = 10;
/** What a character of half width takes, as a share of the size. */
const HALF = 0.5;

/** Characters of a text in its box, line under line, as small as its longest line asks. */
function placed(text: string, box: Box): readonly Glyph[] {
  const lines = text.split(/\r\n?|\n/);
  const longest = Math.max(1, largest(lines.map(widthOf)));
  const height = (box.bottom - box.top) / lines.length;
  const size = Math.max(1, Math.min(LARGEST_SIZE, height, (box.right - box.left) / longest));
  return lines.flatMap((line, at) => lineAt(line, box.left, box.top + at * height, size));
}

function lineAt(line: string, left: number, top: number, size: number): readonly Glyph[] {
  let x = left;
  return Array.from(line, (text): Glyph => {
    const from = x;
    x += widthOf(text) * size;
    return { text, size, direction: 'across', left: from, top, right: x, bottom: top + size };
  });
}

/** In characters of full width. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + (/[\0-\u02ff\uff61-\uff9f]/.test(character) ? HALF : 1),
    0,
  );
}

/** Notes show their text only when opened; marks of reviewers have a note of this kind. */
const NOTES = new Set([
  'Text',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Caret',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Ink',
  'FileAttachment',
]);

export function notesIn(annotations: readonly PdfAnnotation[]): readonly string[] {
  return annotations
    .filter(({ subtype }) => NOTES.has(subtype ?? ''))
    .map(contentsOf)
    .filter((text) => text.trim() !== '');
}

/** Values of fields that neither screen nor paper shows. */
export function hiddenFieldTexts(annotations: readonly PdfAnnotation[]): readonly string[] {
  return annotations
    .filter(isUnseen)
    .map((annotation) => (isFreeText(annotation) ? contentsOf(annotation) : fieldText(annotation)))
    .filter((text) => text.trim() !== '');
}

export function holdsFile({ subtype }: PdfAnnotation): boolean {
  return subtype === 'FileAttachment';
}
