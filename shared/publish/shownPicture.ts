import type { ImageRef } from '../assessment/types';
import { pictureHeader } from '../images/header';
import { turnOf, type Turn } from '../images/orientation';

/** A picture as it is seen: a photograph stands upright although its dots lie on their side. */
export interface ShownPicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What the writer must do with the dots, since Word and Excel do not look at what the camera noted. */
  readonly turn: Turn;
}

export function shownPicture(image: ImageRef, bytes: Uint8Array): ShownPicture {
  const turn = turnOf(bytes);
  const { width, height } = isSizeOfDots(image, bytes, turn)
    ? { width: image.height, height: image.width }
    : image;
  return { width, height, turn };
}

/** A reference may name the size of the dots as they lie. */
function isSizeOfDots(image: ImageRef, bytes: Uint8Array, turn: Turn): boolean {
  const header = swapsSides(turn) ? pictureHeader(bytes) : undefined;
  return header?.width === image.height && header.height === image.width;
}

export function swapsSides({ quarters }: Turn): boolean {
  return quarters % 2 === 1;
}

/** A quarter turn in the unit of DrawingML, 1/60,000 of a degree. */
export const QUARTER_ROTATION = 90 * 60_000;
