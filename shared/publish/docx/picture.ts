import type { ImageRef } from '../../assessment/types';
import { CELL_PADDING, PAGE } from '../model/measure';
import type { Twips } from '../model/types';
import { element } from '../xml';
import type { Writing } from './writing';

const EMU_PER_PIXEL = 9525;
const EMU_PER_TWIP = 635;
/** Leaves room for headings on the page. */
const HIGHEST: Twips = PAGE.height - 2 * PAGE.margin - 1400;

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** A picture in the line, as wide as its pixels at 96 dpi and never wider than its cell. Empty where the bytes are missing. */
export function pictureXml(writing: Writing, image: ImageRef, width: Twips): string {
  const placed = writing.place(image);
  if (!placed) return '';
  const size = sizeIn(image, width - 2 * CELL_PADDING);
  return `<w:r><w:drawing>${inline(image, placed.relation, writing.drawingId(), size)}</w:drawing></w:r>`;
}

interface Size {
  readonly cx: number;
  readonly cy: number;
}

function sizeIn(image: ImageRef, room: Twips): Size {
  const scale = Math.min(
    1,
    (room * EMU_PER_TWIP) / (image.width * EMU_PER_PIXEL),
    (HIGHEST * EMU_PER_TWIP) / (image.height * EMU_PER_PIXEL),
  );
  return {
    cx: Math.max(1, Math.round(image.width * EMU_PER_PIXEL * scale)),
    cy: Math.max(1, Math.round(image.height * EMU_PER_PIXEL * scale)),
  };
}

function inline(image: ImageRef, relation: string, id: number, size: Size): string {
  const name = `図${String(id)}`;
  const frame = `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>`;
  return element(
    'wp:inline',
    { 'xmlns:wp': `${DRAWING}/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', { ...size }) +
      element('wp:docPr', { id, name, descr: image.alt }) +
      frame +
      graphic(name, relation, id, size),
  );
}

function graphic(name: string, relation: string, id: number, size: Size): string {
  const identity = `<pic:nvPicPr>${element('pic:cNvPr', { id, name })}<pic:cNvPicPr/></pic:nvPicPr>`;
  const fill = `<pic:blipFill>${element('a:blip', { 'r:embed': relation })}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>`;
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/>${element('a:ext', { ...size })}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
  return `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">${identity}${fill}${shape}</pic:pic></a:graphicData></a:graphic>`;
}
