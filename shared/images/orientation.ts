import { hasBytesAt } from './bytes';
import { EXIF_MARK, type Orientation, orientationOfTiff } from './exif';
import { headerSegments, isJpeg, MARKER } from './jpeg/segments';

/** How the dots of a picture are rotated before it is shown: mirrored (left for right), then quarter turns clockwise. */
export interface Rotation {
  readonly mirrored: boolean;
  readonly quarters: 0 | 1 | 2 | 3;
}

const ROTATIONS: Readonly<Record<Orientation, Rotation>> = {
  1: { mirrored: false, quarters: 0 },
  2: { mirrored: true, quarters: 0 },
  3: { mirrored: false, quarters: 2 },
  4: { mirrored: true, quarters: 2 },
  5: { mirrored: true, quarters: 3 },
  6: { mirrored: false, quarters: 1 },
  7: { mirrored: true, quarters: 1 },
  8: { mirrored: false, quarters: 3 },
};

/** The rotation that a camera noted in its JPEG; upright for anything else, and where nothing or nonsense is said. */
export function rotationOf(bytes: Uint8Array): Rotation {
  return ROTATIONS[orientationOf(bytes)];
}

/** The orientation that the first Exif segment of a JPEG names; 1 for anything else. */
export function orientationOf(bytes: Uint8Array): Orientation {
  if (!isJpeg(bytes)) return 1;
  for (const { marker, payload } of headerSegments(bytes))
    if (marker === MARKER.app1 && hasBytesAt(payload, 0, EXIF_MARK))
      return orientationOfTiff(payload.subarray(EXIF_MARK.length));
  return 1;
}
