import type { ImageRef } from '../../assessment/types';
import { type Twips } from '../model/types';
import { swapsSides, QUARTER_ROTATION, type ShownPicture } from '../shownPicture';
import type { Rotation } from '../../images/orientation';
import { element, XML_HEAD } from '../xml';
import type { SheetLayout } from './layout';
import { PICTURE_MARGIN, pictureExtent, type PictureExtent } from './pictureSize';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

export interface SheetPicture {
  readonly image: ImageRef;
  readonly row: number;
  readonly column: number;
  /** Width of the cell. */
  readonly room: Twips;
}

/** A picture whose bytes are at hand. */
export interface DrawnPicture extends SheetPicture {
  readonly shown: ShownPicture;
}

/** Pictures of a sheet, each in a cell of its own. */
export function picturesOn({ cells, grid }: SheetLayout): readonly SheetPicture[] {
  return cells.flatMap(({ picture, row, column, width }) => {
    const room = grid.widths.slice(column, column + width).reduce((sum, twips) => sum + twips, 0);
    return picture ? [{ image: picture, row, column, room }] : [];
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
  const size = pictureExtent(shown, picture.room);
  const name = `図${String(id)}`;
  const from = `<xdr:from><xdr:col>${String(column)}</xdr:col><xdr:colOff>${String(PICTURE_MARGIN)}</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>${String(PICTURE_MARGIN)}</xdr:rowOff></xdr:from>`;
  const identity = `<xdr:nvPicPr>${element('xdr:cNvPr', { id, name, descr: image.alt })}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`;
  const fill = `<xdr:blipFill>${element('a:blip', { 'r:embed': relation })}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`;
  const shape = `<xdr:spPr>${transform(shown.rotation, size)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`;
  return `<xdr:oneCellAnchor>${from}${element('xdr:ext', { ...size })}<xdr:pic>${identity}${fill}${shape}</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
}

function transform(rotation: Rotation, shownExtent: PictureExtent): string {
  const dots = swapsSides(rotation) ? { cx: shownExtent.cy, cy: shownExtent.cx } : shownExtent;
  const rotationAttributes = {
    rot: rotation.quarters > 0 ? rotation.quarters * QUARTER_ROTATION : undefined,
    flipH: rotation.mirrored ? 1 : undefined,
  };
  const within = element('a:off', { x: 0, y: 0 }) + element('a:ext', { ...dots });
  return element('a:xfrm', rotationAttributes, within);
}
