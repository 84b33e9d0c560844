import { u32 } from '../bytes';
import { padded, rotated, wordBytes } from './words';

/** MD5 (RFC 1321) of the bytes: 16 bytes. For files that were made with it only; it protects nothing today. */
export function md5(bytes: Uint8Array): Uint8Array {
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  const whole = padded(bytes, true);
  for (let at = 0; at < whole.length; at += 64) state = compressed(state, whole, at);
  return wordBytes(state, true);
}

const SINES = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 0x100000000));
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

function compressed(state: readonly number[], block: Uint8Array, from: number): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const sum = a + mixed(round, b, c, d) + (SINES[step] ?? 0) + u32(block, from + wordAt(round, step) * 4);
    [a, d, c, b] = [d, c, b, (b + rotated(sum | 0, TURNS[round]?.[step & 3] ?? 0)) | 0];
  }
  return [a, b, c, d].map((value, at) => (value + (state[at] ?? 0)) | 0);
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

/** Which word of the block a step takes. */
function wordAt(round: number, step: number): number {
  if (round === 0) return step;
  if (round === 1) return (5 * step + 1) & 15;
  return (round === 2 ? 3 * step + 5 : 7 * step) & 15;
}
