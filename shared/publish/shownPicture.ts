import type { ImageRef } from '../assessment/types';
import { pictureHeader } from '../images/header';
import { rotationOf, type Rotation } from '../images/orientation';

/** A picture as it is seen: a photograph is upright although its dots lie on their side. */
export interface ShownPicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What the writer must do with the dots, since Word and Excel ignore the orientation that the camera noted. */
  readonly rotation: Rotation;
}

export function shownPicture(image: ImageRef, bytes: Uint8Array): ShownPicture {
  const rotation = rotationOf(bytes);
  const { width, height } = isSizeOfDots(image, bytes, rotation)
    ? { width: image.height, height: image.width }
    : image;
  return { width, height, rotation };
}

/** A reference may name the size of the dots as they lie. */
function isSizeOfDots(image: ImageRef, bytes: Uint8Array, rotation: Rotation): boolean {
  const header = swapsSides(rotation) ? pictureHeader(bytes) : undefined;
  return header?.width === image.height && header.height === image.width;
}

export function swapsSides({ quarters }: Rotation): boolean {
  return quarters % 2 === 1;
}

/** A quarter turn in the unit of DrawingML, 1/60,000 of a degree. */
export const QUARTER_ROTATION = 90 * 60_000;
