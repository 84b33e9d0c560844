import { hasBytesAt, uint16, uint32, viewOf } from './bytes';

/** Begins the payload of a JPEG segment that holds Exif data (Exif 2.32, 4.7.2). */
export const EXIF_MARK = [0x45, 0x78, 0x69, 0x66, 0, 0] as const;

const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY = 12;
const BIG_ENDIAN = 0x4d4d;
const LITTLE_ENDIAN = 0x4949;

/** How a camera was held: 1 upright, 2 to 8 as Exif 2.32, 4.6.4 counts them. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The orientation that the first directory of TIFF data names; 1 where it names none or one that does not exist. */
export function orientationOfTiff(tiff: Uint8Array): Orientation {
  if (tiff.length < 8) return 1;
  const view = viewOf(tiff);
  const isLittle = view.getUint16(0) === LITTLE_ENDIAN;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let at = directory + 2, left = count; left > 0 && at + ENTRY <= tiff.length; at += ENTRY, left--)
    if (view.getUint16(at, isLittle) === ORIENTATION)
      return knownOrientation(view.getUint16(at + 8, isLittle));
  return 1;
}

function knownOrientation(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

/** TIFF data that says nothing but the orientation: one directory with one entry. */
export function orientationTiff(orientation: Orientation): readonly number[] {
  const header = [...uint16(BIG_ENDIAN), ...uint16(42), ...uint32(8)];
  const entry = [...uint16(ORIENTATION), ...uint16(SHORT), ...uint32(1), ...uint16(orientation), 0, 0];
  return [...header, ...uint16(1), ...entry, ...uint32(0)];
}

/** TIFF data without the mark that some programs put before it. */
export function withoutExifMark(data: Uint8Array): Uint8Array {
  return hasBytesAt(data, 0, EXIF_MARK) ? data.subarray(EXIF_MARK.length) : data;
}
