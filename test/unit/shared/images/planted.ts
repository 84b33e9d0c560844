import { crc32 } from 'node:zlib';
import { orientationTiff, EXIF_MARK, type Orientation } from '../../../../shared/images/exif';

const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

/** What a test hides in a picture, and looks for in what is written. */
export type Secret = Uint8Array;

type Part = Uint8Array | readonly number[];

export function concat(...parts: readonly Part[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** TIFF data with an orientation and a text (ImageDescription) in either order of bytes. */
export function tiffWith(secret: Secret, orientation: number, little = false): readonly number[] {
  const short = (n: number) => (little ? [n & 255, n >> 8] : [n >> 8, n & 255]);
  const long = (n: number) =>
    little ? [...short(n & 0xffff), ...short(n >> 16)] : [...short(n >> 16), ...short(n & 0xffff)];
  const description = [...short(0x010e), ...short(2), ...long(secret.length), ...long(38)];
  const turn = [...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0];
  const order = little ? [0x49, 0x49] : [0x4d, 0x4d];
  return [...order, ...short(42), ...long(8), ...short(2), ...description, ...turn, ...long(0), ...secret];
}

export function jpegSegment(marker: number, payload: Part): Uint8Array {
  return concat([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 255], payload);
}

/** Where segments may be in a JPEG up to its first scan: after the start, and after each segment but the scan. */
export function jpegPlaces(jpeg: Uint8Array): readonly number[] {
  const places = [2];
  for (let at = 2; jpeg[at + 1] !== 0xda; places.push(at))
    at += 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
  return places;
}

export function inserted(bytes: Uint8Array, at: number, part: Part): Uint8Array {
  return concat(bytes.subarray(0, at), part, bytes.subarray(at));
}

/** Kinds of segments that cameras and programs write, each with the secret in it. */
export const JPEG_KINDS: readonly ((secret: Secret) => Uint8Array)[] = [
  (secret) => jpegSegment(0xe1, concat(EXIF_MARK, tiffWith(secret, 1))),
  (secret) => jpegSegment(0xe1, concat(ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>'), secret)),
  (secret) => jpegSegment(0xe1, concat(ascii('http://ns.adobe.com/xmp/extension/\0'), secret)),
  (secret) => jpegSegment(0xed, concat(ascii('Photoshop 3.0\u00008BIM\u0004\u0004\0\0'), secret)),
  (secret) => jpegSegment(0xe2, concat(ascii('MPF\0'), secret)),
  (secret) => jpegSegment(0xe2, concat(ascii('FPXR\0'), secret)),
  (secret) => jpegSegment(0xe0, concat(ascii('JFXX\0\u0010'), secret)),
  (secret) => jpegSegment(0xeb, concat(ascii('JP'), secret)),
  (secret) => jpegSegment(0xef, secret),
  (secret) => jpegSegment(0xfe, secret),
];

/** The thumbnail of a JFIF segment: the secret as its dots. */
export function withJfifThumbnail(jpeg: Uint8Array, secret: Secret): Uint8Array {
  const dots = concat(secret, new Uint8Array((3 - (secret.length % 3)) % 3));
  const payload = concat(jpeg.subarray(6, 18), [dots.length / 3, 1], dots);
  return concat(jpeg.subarray(0, 2), jpegSegment(0xe0, payload), jpeg.subarray(20));
}

export function jpegTurned(jpeg: Uint8Array, orientation: Orientation): Uint8Array {
  return inserted(jpeg, 2, jpegSegment(0xe1, concat(EXIF_MARK, orientationTiff(orientation))));
}

export function pngChunk(name: string, data: Part): Uint8Array {
  const named = concat(ascii(name), data);
  const long = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  return concat(long(data.length), named, long(crc32(named)));
}

export const PNG_KINDS: readonly ((secret: Secret) => Uint8Array)[] = [
  (secret) => pngChunk('tEXt', concat(ascii('Author\0'), secret)),
  (secret) => pngChunk('zTXt', concat(ascii('Comment\0\0'), secret)),
  (secret) => pngChunk('iTXt', concat(ascii('XML:com.adobe.xmp\0\0\0\0\0'), secret)),
  (secret) => pngChunk('eXIf', tiffWith(secret, 1)),
  (secret) => pngChunk('tIME', secret),
  (secret) => pngChunk('sPLT', secret),
  (secret) => pngChunk('caBX', secret),
  (secret) => pngChunk('prVt', secret),
  (secret) => pngChunk('fdAT', secret),
  (secret) => pngChunk('gAMA', secret),
];

/** Where chunks may be in a PNG: before each chunk but the header. */
export function pngPlaces(png: Uint8Array): readonly number[] {
  const places: number[] = [];
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8 + 25; at < png.length; at += 12 + view.getUint32(at)) places.push(at);
  return places;
}

function subBlocks(data: Part): Uint8Array {
  const bytes = concat(data);
  const blocks: Part[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.subarray(at, at + 255);
    blocks.push([block.length], block);
  }
  return concat(...blocks, [0]);
}

export const GIF_KINDS: readonly ((secret: Secret) => Uint8Array)[] = [
  (secret) => concat([0x21, 0xfe], subBlocks(secret)),
  (secret) => concat([0x21, 0xff, 11], ascii('XMP DataXMP'), subBlocks(secret)),
  (secret) => concat([0x21, 0xff, 11], ascii('NETSCAPE2.0'), subBlocks(concat([2, 0, 0, 0, 0], secret))),
  (secret) => concat([0x21, 0x01, 12], new Uint8Array(12), subBlocks(secret)),
  (secret) => concat([0x21, 0x42], subBlocks(secret)),
];

/** Where blocks may be in a GIF without harm: before the first one, and before the end. */
export function gifPlaces(gif: Uint8Array): readonly number[] {
  const table = (gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0;
  return [13 + table, gif.length - 1];
}

function webpChunk(name: string, data: Part): Uint8Array {
  const long = [data.length & 255, (data.length >> 8) & 255, data.length >> 16, 0];
  return concat(ascii(name), long, data, data.length % 2 === 1 ? [0] : []);
}

const WEBP_KINDS: readonly ((secret: Secret) => Uint8Array)[] = [
  (secret) => webpChunk('EXIF', tiffWith(secret, 1)),
  (secret) => webpChunk('XMP ', secret),
  (secret) => webpChunk('PRIV', secret),
];

/** The secret in chunks behind the pictures. */
export function webpWith(webp: Uint8Array, secret: Secret, kinds: readonly number[]): Uint8Array {
  const chunks = kinds.map((kind) => WEBP_KINDS[kind % WEBP_KINDS.length]?.(secret) ?? []);
  const body = concat(webp.subarray(8), ...chunks);
  const size = [body.length & 255, (body.length >> 8) & 255, body.length >> 16, 0];
  return concat(webp.subarray(0, 4), size, body);
}
