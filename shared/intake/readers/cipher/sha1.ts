import { padded, rotated, wordBytes } from './words';

/** SHA-1 (FIPS 180-4) of the bytes: 20 bytes. For files that were made with it only; it protects nothing today. */
export function sha1(bytes: Uint8Array): Uint8Array {
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const whole = padded(bytes, false);
  for (let at = 0; at < whole.length; at += 64) state = compressed(state, whole, at);
  return wordBytes(state, false);
}

const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function compressed(state: readonly number[], block: Uint8Array, from: number): readonly number[] {
  const words = schedule(block, from);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let step = 0; step < 80; step++) {
    const round = Math.floor(step / 20);
    const sum = rotated(a, 5) + mixed(round, b, c, d) + e + (CONSTANTS[round] ?? 0) + (words[step] ?? 0);
    [e, d, c, b, a] = [d, c, rotated(b, 30), a, sum | 0];
  }
  return [a, b, c, d, e].map((value, at) => (value + (state[at] ?? 0)) | 0);
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  return round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

function schedule(block: Uint8Array, from: number): readonly number[] {
  const view = new DataView(block.buffer, block.byteOffset + from, 64);
  const words = Array.from({ length: 16 }, (_, at) => view.getInt32(at * 4));
  const word = (at: number) => words[at] ?? 0;
  for (let at = 16; at < 80; at++)
    words.push(rotated(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1));
  return words;
}
