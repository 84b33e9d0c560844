import { viewOf } from '../bytes';

/** A marker segment of a JPEG (ITU-T T.81, B.1.1.4); the payload follows the length. */
export interface Segment {
  readonly marker: number;
  readonly payload: Uint8Array;
  /** Where the bytes after the segment begin; beyond the end where the segment is cut off. */
  readonly end: number;
}

export const MARKER = {
  prefix: 0xff,
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
} as const;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === MARKER.prefix && bytes[1] === MARKER.start && bytes[2] === MARKER.prefix;
}

/** SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/**
 * The segments up to the first scan, whose header is the last one. Ends early where something else than a marker
 * is; a segment that is cut off has the bytes that are there.
 */
export function* headerSegments(bytes: Uint8Array): Generator<Segment> {
  for (let at = 2; ;) {
    const segment = segmentAt(bytes, at);
    if (!segment) return;
    yield segment;
    if (segment.marker === MARKER.scan) return;
    at = segment.end;
  }
}

/** The segment whose marker is at the offset, after any number of fill bytes (FF). */
export function segmentAt(bytes: Uint8Array, from: number): Segment | undefined {
  if (bytes[from] !== MARKER.prefix) return undefined;
  const at = afterFill(bytes, from);
  if (at + 3 > bytes.length) return undefined;
  const length = viewOf(bytes).getUint16(at + 1);
  if (length < 2) return undefined;
  const end = at + 1 + length;
  return { marker: bytes[at] ?? 0, payload: bytes.subarray(at + 3, end), end };
}

/** The offset of the code of the marker that begins here: any number of fill bytes may precede it. */
export function afterFill(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === MARKER.prefix) at += 1;
  return at;
}
