import type { ImageRef } from '../../assessment/types';
import { type Twips } from '../model/types';
import { isOnSide, QUARTER, type Shown } from '../pictures';
import type { Turn } from '../../intake/readers/images/orientation';
import { element, XML_HEAD } from '../xml';
import type { SheetLayout } from './layout';

const EMU_PER_PIXEL = 9525;
const EMU_PER_TWIP = 635;
const EMU_PER_POINT = 12700;
const MARGIN = 60_000;

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

export interface SheetPicture {
  readonly image: ImageRef;
  readonly row: number;
  readonly column: number;
  /** Width of the cell, and its height in points. */
  readonly room: Twips;
  readonly height: number;
  readonly above: number;
}

/** A picture whose bytes are at hand. */
export interface DrawnPicture extends SheetPicture {
  readonly shown: Shown;
}

/** Pictures of a sheet, each below the other within its cell. */
export function picturesOn(layout: SheetLayout): readonly SheetPicture[] {
  return layout.cells.flatMap((cell) => {
    const images = cell.pictures ?? [];
    const room = layout.grid.widths
      .slice(cell.column, cell.column + cell.width)
      .reduce((sum, width) => sum + width, 0);
    const height = layout.heights
      .slice(cell.row, cell.row + cell.height)
      .reduce((sum, points) => sum + points, 0);
    return images.map((image, at) => ({
      image,
      row: cell.row,
      column: cell.column,
      room,
      height: height / images.length,
      above: (height / images.length) * at,
    }));
  });
}

/** xl/drawings/drawingN.xml; `relations` are the ids of the pictures in their order. */
export function drawingPart(pictures: readonly DrawnPicture[], relations: readonly string[]): string {
  const anchors = pictures.map((picture, at) => anchor(picture, relations[at] ?? '', at + 1));
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`;
}

/** Excel anchors a picture that lies on its side by the box that it is seen in, and draws it from the size of its dots. */
function anchor(picture: DrawnPicture, relation: string, id: number): string {
  const { image, row, column, shown } = picture;
  const size = sizeOf(picture);
  const name = `図${String(id)}`;
  const from = `<xdr:from><xdr:col>${String(column)}</xdr:col><xdr:colOff>${String(MARGIN)}</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>${String(MARGIN + Math.round(picture.above * EMU_PER_POINT))}</xdr:rowOff></xdr:from>`;
  const identity = `<xdr:nvPicPr>${element('xdr:cNvPr', { id, name, descr: image.alt })}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`;
  const fill = `<xdr:blipFill>${element('a:blip', { 'r:embed': relation })}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`;
  const shape = `<xdr:spPr>${transform(shown.turn, size)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`;
  return `<xdr:oneCellAnchor>${from}${element('xdr:ext', { ...size })}<xdr:pic>${identity}${fill}${shape}</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
}

interface Size {
  readonly cx: number;
  readonly cy: number;
}

function transform(turn: Turn, seen: Size): string {
  const dots = isOnSide(turn) ? { cx: seen.cy, cy: seen.cx } : seen;
  const turned = {
    rot: turn.quarters > 0 ? turn.quarters * QUARTER : undefined,
    flipH: turn.mirrored ? 1 : undefined,
  };
  const within = element('a:off', { x: 0, y: 0 }) + element('a:ext', { ...dots });
  return element('a:xfrm', turned, within);
}

function sizeOf({ shown, room, height }: DrawnPicture): Size {
  const scale = Math.min(
    1,
    (room * EMU_PER_TWIP - 2 * MARGIN) / (shown.width * EMU_PER_PIXEL),
    (height * EMU_PER_POINT - 2 * MARGIN) / (shown.height * EMU_PER_PIXEL),
  );
  const emu = (pixels: number) => Math.max(1, Math.round(pixels * EMU_PER_PIXEL * scale));
  return { cx: emu(shown.width), cy: emu(shown.height) };
}
