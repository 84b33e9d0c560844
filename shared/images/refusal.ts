import { viewOf } from './bytes';
import { pictureHeader } from './header';
import { headerSegments, isFrame } from './jpeg/segments';

/** Most bytes of one picture, and most dots: more makes Word and the PDF slow to open, and nothing on A4 sharper. */
export const MAX_BYTES = 20_000_000;
export const MAX_DOTS = 100_000_000;

/**
 * Why a file cannot be put into a picture area. `notPicture`: neither PNG nor JPEG, whatever its name says. `animated`: only
 * one of its pictures would be printed. `printColours`: CMYK, which programs show in different colours.
 */
export type PictureRefusal =
  'empty' | 'tooLarge' | 'notPicture' | 'damaged' | 'animated' | 'printColours' | 'tooManyDots';

/** Why these bytes are refused as a picture; undefined where their beginning speaks against nothing. */
export function pictureRefusal(bytes: Uint8Array): PictureRefusal | undefined {
  if (bytes.length === 0) return 'empty';
  const kind = KINDS.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (!kind) return 'notPicture';
  if (bytes.length > MAX_BYTES) return 'tooLarge';
  const header = pictureHeader(bytes);
  if (!header || header.width === 0 || header.height === 0) return 'damaged';
  if (header.width * header.height > MAX_DOTS) return 'tooManyDots';
  return kind.refusal(bytes);
}

const KINDS = [
  { magic: [0x89, 0x50, 0x4e, 0x47], refusal: pngRefusal },
  { magic: [0xff, 0xd8, 0xff], refusal: jpegRefusal },
] as const;

/** An animated PNG says so (`acTL`) before its first picture data (`IDAT`). */
function pngRefusal(bytes: Uint8Array): PictureRefusal | undefined {
  const view = viewOf(bytes);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (name === ACTL) return 'animated';
    if (name === IDAT) return undefined;
  }
  return 'damaged';
}

const ACTL = 0x6163544c;
const IDAT = 0x49444154;

/** The frame header counts the colours of a dot: four are those of print. */
function jpegRefusal(bytes: Uint8Array): PictureRefusal | undefined {
  for (const { marker, payload } of headerSegments(bytes)) {
    if (!isFrame(marker)) continue;
    if (payload.length < 6) return 'damaged';
    return payload[5] === 4 ? 'printColours' : undefined;
  }
  return 'damaged';
}
