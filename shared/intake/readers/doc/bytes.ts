import { i32, u16, u32, u8, utf16le } from '../bytes';

/** A stretch of a stream; places count from its beginning. What lies beyond its end reads as 0 and as empty parts. */
export class Bytes {
  constructor(readonly all: Uint8Array) {}

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return u8(this.all, at);
  }

  u16(at: number): number {
    return u16(this.all, at);
  }

  i16(at: number): number {
    return (this.u16(at) << 16) >> 16;
  }

  u32(at: number): number {
    return u32(this.all, at);
  }

  i32(at: number): number {
    return i32(this.all, at);
  }

  /** At most `length` bytes from `at`, as many as there are. */
  part(at: number, length: number): Bytes {
    const from = Math.min(Math.max(0, at), this.length);
    return new Bytes(this.all.subarray(from, from + Math.max(0, length)));
  }

  /** `count` characters of UTF-16, as many as there are. */
  utf16(at: number, count: number): string {
    return utf16le(this.part(at, count * 2).all);
  }
}

/** No bytes. */
export const NOTHING = new Bytes(new Uint8Array());

/**
 * A PLC (MS-DOC 2.2.2): positions in ascending order, then for each stretch between two of them as many bytes of data.
 * `size`: of the data of one stretch.
 */
export class Plc {
  /** Stretches. */
  readonly count: number;

  constructor(
    private readonly bytes: Bytes,
    private readonly size: number,
  ) {
    this.count = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)));
  }

  /** Where stretch `index` begins and the one before it ends. */
  position(index: number): number {
    return this.bytes.u32(index * 4);
  }

  data(index: number): Bytes {
    return this.bytes.part((this.count + 1) * 4 + index * this.size, this.size);
  }

  /** The stretch that holds the position; undefined where none does. */
  indexOf(position: number): number | undefined {
    return stretchOf(position, this.count, (index) => this.position(index));
  }
}

/** The stretch between two of `count + 1` ascending positions that holds `position`. */
export function stretchOf(
  position: number,
  count: number,
  positionOf: (index: number) => number,
): number | undefined {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positionOf(middle + 1) <= position) low = middle + 1;
    else high = middle;
  }
  return low < count && positionOf(low) <= position && position < positionOf(low + 1) ? low : undefined;
}
