/** How the dots of a picture are turned before it is shown: mirrored (left for right), then quarter turns clockwise. */
export interface Turn {
  readonly mirrored: boolean;
  readonly quarters: 0 | 1 | 2 | 3;
}

const UPRIGHT: Turn = { mirrored: false, quarters: 0 };

/** The values of the tag Orientation, 1 to 8 (Exif 2.32, 4.6.4). */
const TURNS: readonly Turn[] = [
  UPRIGHT,
  { mirrored: true, quarters: 0 },
  { mirrored: false, quarters: 2 },
  { mirrored: true, quarters: 2 },
  { mirrored: true, quarters: 3 },
  { mirrored: false, quarters: 1 },
  { mirrored: true, quarters: 1 },
  { mirrored: false, quarters: 3 },
];

/** How a camera says that its JPEG is to be turned; upright for anything else, and where nothing or nonsense is said. */
export function turnOf(bytes: Uint8Array): Turn {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return UPRIGHT;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === SCAN) return UPRIGHT;
    const end = Math.min(bytes.length, at + 2 + view.getUint16(at + 2));
    if (marker === APP1 && isExif(bytes, at + 4))
      return TURNS[orientationIn(view, at + 10, end) - 1] ?? UPRIGHT;
  }
  return UPRIGHT;
}

const APP1 = 0xe1;
const SCAN = 0xda;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;
const ENTRY = 12;

function isExif(bytes: Uint8Array, at: number): boolean {
  return EXIF.every((byte, index) => bytes[at + index] === byte);
}

/** The first directory of the TIFF data from `start` to `end`; 0 where it holds no orientation. */
function orientationIn(view: DataView, start: number, end: number): number {
  if (start + 8 > end) return 0;
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  if (directory + 2 > end) return 0;
  const count = view.getUint16(directory, little);
  for (let entry = directory + 2, left = count; left > 0 && entry + ENTRY <= end; entry += ENTRY, left--)
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
  return 0;
}
