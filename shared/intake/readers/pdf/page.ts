import { toMatrix, type Matrix } from './geometry';
import { actualTextsOf } from './actualText';
import { hiddenFieldTexts, holdsFile, notesIn, withFields } from './annotations';
import { interpret } from './interpret';
import { layoutOf } from './layout';
import type { OperatorList, PdfLibrary, PdfPage, PdfViewport } from './library';
import type { LaidOutPage } from './margins';
import type { Glyphs } from './glyphs';
import type { Marks } from './marks';
import { metricsOf, PLAIN_FONT, type FontMetrics } from './metrics';
import { Refusal, type Limits } from '../reading';
import type { Soundness } from './packed';
import type { PdfSource } from './source';

export interface ReadPage extends LaidOutPage {
  readonly characters: number;
  readonly unreadable: number;
  /** Small drawn shapes that are no straight lines. */
  readonly shapes: number;
  /** Not all of its contents could be unpacked. */
  readonly damaged: boolean;
  /** Text of notes fastened to the page. */
  readonly notes: readonly string[];
  /** Values of form fields that are never shown. */
  readonly hidden: readonly string[];
  /** Files fastened to the page. */
  readonly files: number;
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
    shapes: marks.inks.length,
    damaged,
    notes: notesIn(annotations),
    hidden: hiddenFieldTexts(annotations),
    files: annotations.filter(holdsFile).length,
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
