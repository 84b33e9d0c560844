import type { ImageRef } from '../../assessment/types';
import type { Twips } from '../model/types';

const EMU_PER_PIXEL = 9525;
const EMU_PER_TWIP = 635;
const EMU_PER_POINT = 12_700;
/** Between a picture and the lines of its cell. */
export const PICTURE_MARGIN = 60_000;
/** Points of the highest row: a picture is in one row, so that no end of a page cuts through it. */
const MAX_ROW_POINTS = 400;

/** Pixels of a picture as it is seen; undefined where its bytes are missing and nothing is drawn. */
export type PictureSize = (image: ImageRef) => Pixels | undefined;

interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** In EMU. */
export interface PictureExtent {
  readonly cx: number;
  readonly cy: number;
}

/** As large as its pixels at 96 dpi, never wider than its cell nor higher than a row may be. */
export function pictureExtent({ width, height }: Pixels, room: Twips): PictureExtent {
  const scale = Math.min(
    1,
    (room * EMU_PER_TWIP - 2 * PICTURE_MARGIN) / (width * EMU_PER_PIXEL),
    (MAX_ROW_POINTS * EMU_PER_POINT - 2 * PICTURE_MARGIN) / (height * EMU_PER_PIXEL),
  );
  const emu = (pixels: number) => Math.max(1, Math.round(pixels * EMU_PER_PIXEL * scale));
  return { cx: emu(width), cy: emu(height) };
}

/** Points of the row that holds it. */
export function pictureHeight(pixels: Pixels | undefined, room: Twips): number {
  if (!pixels) return 0;
  return (pictureExtent(pixels, room).cy + 2 * PICTURE_MARGIN) / EMU_PER_POINT;
}
