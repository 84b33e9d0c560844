import { hasBytesAt, viewOf } from './bytes';
import { headerSegments, isFrame, isJpeg } from './jpeg/segments';
import { rotationOf } from './orientation';
import { PNG_SIGNATURE } from './png/chunks';

/** What the first bytes of a picture say. Pixels, as the picture is shown: rotated where its camera noted so. */
export interface PictureHeader {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** Undefined for anything but PNG and JPEG, or where the header is cut off. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  if (hasBytesAt(bytes, 0, PNG_SIGNATURE.slice(0, 4))) return pngHeader(bytes);
  return isJpeg(bytes) ? asShown(jpegHeader(bytes), bytes) : undefined;
}

function asShown(header: PictureHeader | undefined, bytes: Uint8Array): PictureHeader | undefined {
  if (!header || rotationOf(bytes).quarters % 2 === 0) return header;
  return { ...header, width: header.height, height: header.width };
}

function pngHeader(bytes: Uint8Array): PictureHeader | undefined {
  if (bytes.length < 24) return undefined;
  const view = viewOf(bytes);
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame header holds precision, height and width (T.81, B.2.2). */
function jpegHeader(bytes: Uint8Array): PictureHeader | undefined {
  for (const { marker, payload } of headerSegments(bytes)) {
    if (!isFrame(marker)) continue;
    if (payload.length < 5) return undefined;
    const view = viewOf(payload);
    return { mime: 'image/jpeg', width: view.getUint16(3), height: view.getUint16(1) };
  }
  return undefined;
}
