import {
  Drawing,
  type IContext,
  type IDrawingOptions,
  type IMediaData,
  type IXmlableObject,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ImageRef } from '../../assessment/types';
import { CELL_PADDING, PAGE } from '../model/measure';
import type { Tracked, Twips } from '../model/types';
import { swapsSides, QUARTER_ROTATION, type ShownPicture, shownPicture } from '../shownPicture';
import { writable } from '../xml';
import { element } from './elements';
import type { MediaFile, DocxContext } from './context';

const EMU_PER_PIXEL = 9525;
const EMU_PER_TWIP = 635;
/** Leaves room for headings on the page. */
const MAX_HEIGHT: Twips = PAGE.height - 2 * PAGE.margin - 1400;

/** A picture in the line, upright, as wide as its pixels at 96 dpi and never wider than its cell. Nothing where the bytes are missing. */
export function pictureRuns(
  context: DocxContext,
  { image, mark }: { readonly image: ImageRef; readonly mark?: Tracked },
  width: Twips,
): readonly ParagraphChild[] {
  const data = context.bytesOf(image);
  if (!data) return [];
  const shown = shownPicture(image, data);
  const size = sizeIn(shown, width - 2 * CELL_PADDING);
  const file = context.mediaFile(image);
  const run = new PictureRun(mediaOf(file, data, shown, size), context.drawingId(), image.alt);
  return [mark ? tracked(context, mark, run) : run];
}

/**
 * The library's ImageRun knows a picture by a hash that it makes of its bytes, and sizes in whole pixels. Ours has a
 * number in place of a hash, is in the package once for each hash of a reference, and has its exact size.
 */
class PictureRun extends TextRun {
  constructor(
    private readonly media: IMediaData,
    id: number,
    alt: string,
  ) {
    super({});
    const docProperties = { id: String(id), name: `図${String(id)}`, description: writable(alt) };
    this.root.push(new Drawing(media, { docProperties, ...effectExtentOf(media) }));
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.file.Media.addImage(this.media.fileName, this.media);
    return super.prepForXml(context);
  }
}

/** A picture on its side reaches beyond its own edges; Word gives it the room that is named here. */
function effectExtentOf({ transformation }: IMediaData): Pick<IDrawingOptions, 'effectExtent'> {
  const { emus, rotation = 0 } = transformation;
  if (rotation % (2 * QUARTER_ROTATION) === 0) return {};
  const half = Math.round((emus.x - emus.y) / 2);
  const [beside, above] = [Math.max(0, -half), Math.max(0, half)];
  return { effectExtent: { left: beside, right: beside, top: above, bottom: above } };
}

function tracked(context: DocxContext, mark: Tracked, run: TextRun): ParagraphChild {
  const { id, author, date } = context.revision();
  const attributes = { 'w:id': id, 'w:author': author, 'w:date': date };
  return element(mark === 'inserted' ? 'w:ins' : 'w:del', attributes, [run]) as ParagraphChild;
}

interface Size {
  readonly x: number;
  readonly y: number;
}

/** The size of the dots as they lie; the turn is laid over it. */
function mediaOf(
  { type, fileName }: MediaFile,
  data: Uint8Array,
  { rotation }: ShownPicture,
  shownSize: Size,
): IMediaData {
  const emus = swapsSides(rotation) ? { x: shownSize.y, y: shownSize.x } : shownSize;
  const transformation = {
    pixels: emus,
    emus,
    ...(rotation.quarters > 0 ? { rotation: rotation.quarters * QUARTER_ROTATION } : {}),
    ...(rotation.mirrored ? { flip: { horizontal: true } } : {}),
  };
  return { type, data, fileName, transformation };
}

function sizeIn({ width, height, rotation }: ShownPicture, room: Twips): Size {
  // The lying picture must fit as well: Word keeps its width free.
  const maxSide = swapsSides(rotation) ? Math.max(width, height) : width;
  const scale = Math.min(
    1,
    (room * EMU_PER_TWIP) / (maxSide * EMU_PER_PIXEL),
    (MAX_HEIGHT * EMU_PER_TWIP) / (height * EMU_PER_PIXEL),
  );
  return {
    x: Math.max(1, Math.round(width * EMU_PER_PIXEL * scale)),
    y: Math.max(1, Math.round(height * EMU_PER_PIXEL * scale)),
  };
}
