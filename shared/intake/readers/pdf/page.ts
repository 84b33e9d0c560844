import { apply, toMatrix, contains, type Box, type Matrix } from './geometry';
import { actualTextsOf } from './actualText';
import { interpret } from './interpret';
import { layoutOf } from './layout';
import type { OperatorList, PdfAnnotation, PdfLibrary, PdfPage, PdfViewport } from './library';
import type { LaidOutPage } from './margins';
import type { Glyphs } from './glyphs';
import type { Marks } from './marks';
import { metricsOf, PLAIN_FONT, type FontMetrics } from './metrics';
import { boxAround } from './paths';
import { Refusal, type Limits } from '../reading';
import type { Soundness } from './packed';
import type { PdfSource } from './source';
import { boxGlyph } from './ticks';

export interface ReadPage extends LaidOutPage {
  readonly characters: number;
  readonly unreadable: number;
  /** Not all of its contents could be unpacked. */
  readonly damaged: boolean;
  /** Text of notes fastened to the page. */
  readonly notes: readonly string[];
}

/** Reads and lays out one page. May reject where the page is damaged. */
export async function readPage(
  library: PdfLibrary,
  page: PdfPage,
  number: number,
  source: PdfSource,
  limits: Limits,
): Promise<ReadPage> {
  const damaged = page.ref ? isDamaged(source.soundnessOf(page.ref.num, limits.partBytes)) : false;
  const [annotations, list] = await Promise.all([page.getAnnotations(), page.getOperatorList()]);
  await fontsCome(page, list, library);
  const { drawn, viewport } = upright(page, (matrix) =>
    interpret(list, {
      ops: library.OPS,
      viewport: matrix,
      fontOf: (id) => fontOf(page, id, source.numberedFonts),
      actualTexts: actualTextsOf(list, library.OPS, page.ref?.num, source),
    }),
  );
  const marks = withFields(drawn, annotations, toMatrix(viewport.transform));
  return {
    number,
    height: viewport.height,
    items: layoutOf(marks, { number, width: viewport.width, height: viewport.height }),
    characters: inkedIn(marks.glyphs),
    unreadable: marks.unreadable,
    damaged,
    notes: notesIn(annotations),
  };
}

/** What the page shows, turned where its text stands on its side: somebody scanned or printed it so. */
function upright(
  page: PdfPage,
  draw: (matrix: Matrix) => Marks,
): { readonly drawn: Marks; readonly viewport: PdfViewport } {
  const viewport = page.getViewport({ scale: 1 });
  const drawn = draw(toMatrix(viewport.transform));
  if (drawn.turn === 0) return { drawn, viewport };
  const turned = page.getViewport({ scale: 1, rotation: (page.rotate + drawn.turn) % 360 });
  return { drawn: draw(toMatrix(turned.transform)), viewport: turned };
}

/** Throws a `Refusal` for contents that unpack to more than a document needs. */
export function isDamaged(soundness: Soundness): boolean {
  if (soundness === 'tooLarge') throw new Refusal({ code: 'bomb' });
  return soundness !== 'sound';
}

/** Fonts come over on their own, at the latest shortly after the operators that name them. */
async function fontsCome({ commonObjs }: PdfPage, list: OperatorList, { OPS }: PdfLibrary): Promise<void> {
  const idAt = (at: number) => (list.argsArray[at] as readonly [string])[0];
  const areHere = list.fnArray.every((code, at) => code !== OPS.setFont || commonObjs.has(idAt(at)));
  if (!areHere) await new Promise((resolve) => setTimeout(resolve));
}

/** A font that could not be read is a message instead. */
function fontOf({ commonObjs }: PdfPage, id: string, numbered: ReadonlySet<string>): FontMetrics {
  const font = commonObjs.has(id) ? commonObjs.get(id) : undefined;
  return typeof font === 'object' ? metricsOf(font, numbered) : PLAIN_FONT;
}

function inkedIn(glyphs: Glyphs): number {
  let count = 0;
  for (let at = 0; at < glyphs.length; at++) if (!glyphs.isBlank(at)) count++;
  return count;
}

/** Fields that can be ticked become characters in place of what is drawn in them. */
function withFields(marks: Marks, annotations: readonly PdfAnnotation[], matrix: Matrix): Marks {
  const boxes = annotations.flatMap((annotation) => {
    const ticked = tickState(annotation);
    return ticked === undefined ? [] : [boxGlyph(boxOf(annotation, matrix), ticked)];
  });
  if (boxes.length === 0) return marks;
  const { glyphs } = marks;
  const isCovered = (at: number) => boxes.some((box) => contains(box, glyphs.x(at), glyphs.y(at)));
  return { ...marks, glyphs: glyphs.but(isCovered, boxes) };
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
  if (fieldType !== 'Btn' || !(checkBox ?? radioButton)) return undefined;
  return radioButton ? fieldValue === buttonValue : fieldValue !== 'Off' && fieldValue === exportValue;
}

function boxOf({ rect = [] }: PdfAnnotation, matrix: Matrix): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  return boxAround([apply(matrix, left, bottom), apply(matrix, right, top)]);
}

/** Notes show their text only when opened; other annotations are drawn on the page. */
function notesIn(annotations: readonly PdfAnnotation[]): readonly string[] {
  const notes = annotations.filter(({ subtype }) => subtype === 'Text' || subtype === 'Highlight');
  return notes.map(({ contentsObj }) => contentsObj?.str ?? '').filter((text) => text.trim() !== '');
}
