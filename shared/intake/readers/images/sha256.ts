/** SHA-256 (FIPS 180-4) of the bytes, hexadecimal. Pure, for the places without a platform's own. */
export function sha256(bytes: Uint8Array): string {
  const state = Uint32Array.from(INITIAL);
  const schedule = new Uint32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) compress(state, schedule, bytes, at);
  const tail = padded(bytes.subarray(whole), bytes.length);
  for (let at = 0; at < tail.length; at += 64) compress(state, schedule, tail, at);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** Fractions of the square (8) and cube (64) roots of the first primes, as the standard derives its constants. */
const PRIMES = firstPrimes(64);
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x100000000) >>> 0;
}

/** The rest of the message, a one bit, zeros, and the length in bits. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const block = new Uint8Array(rest.length < 56 ? 64 : 128);
  block.set(rest);
  block[rest.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, Math.floor((length * 8) / 0x100000000));
  view.setUint32(block.length - 4, (length * 8) >>> 0);
  return block;
}

function compress(state: Uint32Array, schedule: Uint32Array, bytes: Uint8Array, at: number): void {
  fillSchedule(schedule, bytes, at);
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let i = 0; i < 64; i++) {
    const one = (h + bigSigma(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + word(ROUND, i) + word(schedule, i)) | 0;
    const two = (bigSigma(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (word(state, i) + value) | 0));
}

type Eight = readonly [number, number, number, number, number, number, number, number];

function fillSchedule(schedule: Uint32Array, bytes: Uint8Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 64);
  for (let i = 0; i < 16; i++) schedule[i] = view.getUint32(i * 4);
  for (let i = 16; i < 64; i++) {
    const x = word(schedule, i - 15);
    const y = word(schedule, i - 2);
    const mixed = (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    schedule[i] = (word(schedule, i - 16) + word(schedule, i - 7) + mixed) | 0;
  }
}

function word(words: Uint32Array, at: number): number {
  return words[at] ?? 0;
}

function turn(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function bigSigma(value: number, one: number, two: number, three: number): number {
  return turn(value, one) ^ turn(value, two) ^ turn(value, three);
}
