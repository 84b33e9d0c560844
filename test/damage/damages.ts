import type { Random } from './random';

/** What happens to files on disks, shares and sticks. Each makes new bytes from those of a file. */
export type Damage = (bytes: Uint8Array, random: Random, older: Uint8Array) => Uint8Array;

const PAGE = 4_096;

export const damages: Readonly<Record<string, Damage>> = {
  oneBit: (bytes, random) => changed(bytes, (copy) => flipBit(copy, random)),
  someBits: (bytes, random) =>
    changed(bytes, (copy) => {
      for (let left = 2 + random(30); left > 0; left--) flipBit(copy, random);
    }),
  oneByte: (bytes, random) => changed(bytes, (copy) => (copy[random(copy.length)] = random(256))),
  headerByte: (bytes, random) =>
    changed(bytes, (copy) => (copy[random(Math.min(100, copy.length))] = random(256))),
  zeroedPage: (bytes, random) => changed(bytes, (copy) => pageOf(copy, random).fill(0)),
  noisyPage: (bytes, random) => changed(bytes, (copy) => fillWithNoise(pageOf(copy, random), random)),
  duplicatedPage: (bytes, random) =>
    changed(bytes, (copy) => pageOf(copy, random).set(pageOf(bytes, random))),
  swappedPages: (bytes, random) =>
    changed(bytes, (copy) => {
      const [one, other] = [pageOf(copy, random), pageOf(copy, random)];
      const kept = one.slice();
      one.set(other);
      other.set(kept);
    }),
  zeroedRange: (bytes, random) => changed(bytes, (copy) => rangeOf(copy, random).fill(0)),
  noisyRange: (bytes, random) => changed(bytes, (copy) => fillWithNoise(rangeOf(copy, random), random)),
  copiedRange: (bytes, random) =>
    changed(bytes, (copy) => {
      const range = rangeOf(copy, random);
      range.set(bytes.subarray(0, range.length), 0);
    }),
  cut: (bytes, random) => bytes.slice(0, random(bytes.length)),
  cutAndZeroed: (bytes, random) => changed(bytes, (copy) => copy.fill(0, random(copy.length))),
  bytesInserted: (bytes, random) => {
    const at = random(bytes.length);
    return Uint8Array.from([
      ...bytes.subarray(0, at),
      ...Array.from({ length: 1 + random(16) }, () => random(256)),
      ...bytes.subarray(at),
    ]);
  },
  /** A write that ended in the middle: the first pages are those of the newer file. */
  tornWrite: (bytes, random, older) =>
    torn(bytes, older, PAGE * (1 + random(Math.ceil(bytes.length / PAGE)))),
  /** The other way round: the first pages were not written. */
  tornBegin: (bytes, random, older) =>
    torn(older, bytes, PAGE * (1 + random(Math.ceil(bytes.length / PAGE)))),
  olderPage: (bytes, random, older) =>
    changed(bytes, (copy) => {
      const at = PAGE * random(Math.floor(Math.min(copy.length, older.length) / PAGE));
      copy.set(older.subarray(at, at + PAGE), at);
    }),
};

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => unknown): Uint8Array {
  const copy = bytes.slice();
  change(copy);
  return copy;
}

function flipBit(bytes: Uint8Array, random: Random): void {
  const at = random(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
}

function pageOf(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(Math.floor(bytes.length / PAGE)) * PAGE;
  return bytes.subarray(at, at + PAGE);
}

function rangeOf(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length);
  return bytes.subarray(at, at + 1 + random(3_000));
}

function fillWithNoise(bytes: Uint8Array, random: Random): void {
  for (let at = 0; at < bytes.length; at++) bytes[at] = random(256);
}

function torn(first: Uint8Array, rest: Uint8Array, at: number): Uint8Array {
  return Uint8Array.from([...first.subarray(0, at), ...rest.subarray(at)]);
}
