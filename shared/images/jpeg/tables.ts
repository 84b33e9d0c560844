import { viewOf } from '../bytes';
import { isFrame, MARKER, type Segment } from './segments';

const HUFFMAN = 0xc4;
const ARITHMETIC = 0xcc;
const QUANTISATION = 0xdb;
const LINES = 0xdc;
const RESTART_INTERVAL = 0xdd;

/**
 * Whether the payload is exactly what the marker defines (T.81, B.2), so that it has no room for anything else. Segments
 * of hierarchical JPEG (DHP, EXP), which no browser shows, are never exact.
 */
export function isExactTable({ marker, payload }: Segment): boolean {
  if (isFrame(marker)) return payload.length >= 6 && payload.length === 6 + 3 * (payload[5] ?? 0);
  if (marker === MARKER.scan) return payload.length >= 1 && payload.length === 4 + 2 * (payload[0] ?? 0);
  if (marker === QUANTISATION) return endsExactly(payload, quantisationLength);
  if (marker === HUFFMAN) return endsExactly(payload, huffmanLength);
  if (marker === ARITHMETIC) return payload.length % 2 === 0;
  return (marker === RESTART_INTERVAL || marker === LINES) && payload.length === 2;
}

/** Tables follow each other until the payload is used up. */
function endsExactly(payload: Uint8Array, lengthAt: (payload: Uint8Array, at: number) => number): boolean {
  let at = 0;
  while (at < payload.length) at += lengthAt(payload, at);
  return at === payload.length;
}

/** One byte for precision and number, then 64 values of one or two bytes. */
function quantisationLength(payload: Uint8Array, at: number): number {
  return 1 + 64 * (viewOf(payload).getUint8(at) >> 4 === 0 ? 1 : 2);
}

/** One byte for class and number, the number of codes of each of 16 lengths, then the values of the codes. */
function huffmanLength(payload: Uint8Array, at: number): number {
  return 17 + payload.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
}
