import { turnOf } from './orientation';

/** What the first bytes of a picture tell. Pixels, as the picture is seen: turned where its camera says so. */
export interface PictureHeader {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** Undefined for anything but PNG and JPEG, or where the header is cut off. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  if (startsWith(bytes, PNG)) return pngHeader(bytes);
  return startsWith(bytes, JPEG) ? turned(jpegHeader(bytes), bytes) : undefined;
}

function turned(header: PictureHeader | undefined, bytes: Uint8Array): PictureHeader | undefined {
  if (!header || turnOf(bytes).quarters % 2 === 0) return header;
  return { ...header, width: header.height, height: header.width };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function pngHeader(bytes: Uint8Array): PictureHeader | undefined {
  if (bytes.length < 24) return undefined;
  const view = viewOf(bytes);
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Segments up to the frame header (SOF), which holds height and width. */
function jpegHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    if (isFrame(view.getUint8(at + 1))) {
      return { mime: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
