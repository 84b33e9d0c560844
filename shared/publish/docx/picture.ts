import {
  Drawing,
  type IContext,
  type IMediaData,
  type IXmlableObject,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ImageRef } from '../../assessment/types';
import { CELL_PADDING, PAGE } from '../model/measure';
import type { Tracked, Twips } from '../model/types';
import { writable } from '../xml';
import { element } from './elements';
import type { Writing } from './writing';

const EMU_PER_PIXEL = 9525;
const EMU_PER_TWIP = 635;
/** Leaves room for headings on the page. */
const HIGHEST: Twips = PAGE.height - 2 * PAGE.margin - 1400;

/** A picture in the line, as wide as its pixels at 96 dpi and never wider than its cell. Nothing where the bytes are missing. */
export function pictureRuns(
  writing: Writing,
  { image, mark }: { readonly image: ImageRef; readonly mark?: Tracked },
  width: Twips,
): readonly ParagraphChild[] {
  const data = writing.bytesOf(image);
  if (!data) return [];
  const size = sizeIn(image, width - 2 * CELL_PADDING);
  const run = new PictureRun(mediaOf(image, data, size), writing.drawingId(), image.alt);
  return [mark ? tracked(writing, mark, run) : run];
}

/**
 * The library's ImageRun knows a picture by a hash that it makes of its bytes, and sizes in whole pixels. Ours is known
 * by the hash of its reference, so that it stands in the package once for each reference, and has its exact size.
 */
class PictureRun extends TextRun {
  constructor(
    private readonly media: IMediaData,
    id: number,
    alt: string,
  ) {
    super({});
    const docProperties = { id: String(id), name: `図${String(id)}`, description: writable(alt) };
    this.root.push(new Drawing(media, { docProperties }));
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.file.Media.addImage(this.media.fileName, this.media);
    return super.prepForXml(context);
  }
}

function tracked(writing: Writing, mark: Tracked, run: TextRun): ParagraphChild {
  const { id, author, date } = writing.revision();
  const attributes = { 'w:id': id, 'w:author': author, 'w:date': date };
  return element(mark === 'inserted' ? 'w:ins' : 'w:del', attributes, [run]) as ParagraphChild;
}

interface Size {
  readonly x: number;
  readonly y: number;
}

function mediaOf(image: ImageRef, data: Uint8Array, emus: Size): IMediaData {
  const type = image.mime === 'image/png' ? 'png' : 'jpg';
  const pixels = { x: image.width, y: image.height };
  return { type, data, fileName: `${image.hash}.${type}`, transformation: { pixels, emus } };
}

function sizeIn(image: ImageRef, room: Twips): Size {
  const scale = Math.min(
    1,
    (room * EMU_PER_TWIP) / (image.width * EMU_PER_PIXEL),
    (HIGHEST * EMU_PER_TWIP) / (image.height * EMU_PER_PIXEL),
  );
  return {
    x: Math.max(1, Math.round(image.width * EMU_PER_PIXEL * scale)),
    y: Math.max(1, Math.round(image.height * EMU_PER_PIXEL * scale)),
  };
}
