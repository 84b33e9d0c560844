/** Little-endian numbers of a stream. What lies beyond its end reads as 0 and as empty parts: nothing throws. */
export class Bytes {
  constructor(readonly all: Uint8Array) {}

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return this.all[at] ?? 0;
  }

  u16(at: number): number {
    return this.holds(at, 2) ? this.u8(at) | (this.u8(at + 1) << 8) : 0;
  }

  i16(at: number): number {
    return (this.u16(at) << 16) >> 16;
  }

  u32(at: number): number {
    return this.i32(at) >>> 0;
  }

  i32(at: number): number {
    return this.holds(at, 4) ? (this.u16(at + 2) << 16) | this.u16(at) : 0;
  }

  /** At most `length` bytes from `at`, as many as there are. */
  part(at: number, length: number): Bytes {
    const from = Math.min(Math.max(0, at), this.length);
    return new Bytes(this.all.subarray(from, from + Math.max(0, length)));
  }

  /** `count` characters of UTF-16, as many as there are. */
  utf16(at: number, count: number): string {
    const last = Math.min(at + count * 2, this.length - 1);
    const units: number[] = [];
    for (let place = Math.max(0, at); place < last; place += 2) units.push(this.u16(place));
    return textOfUnits(units);
  }

  private holds(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.length;
  }
}

/** Units of UTF-16 as a text. In portions: a call takes some ten thousand arguments only. */
export function textOfUnits(
  units: ArrayLike<number> & { slice(from: number, to: number): ArrayLike<number> },
): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += PORTION)
    parts.push(String.fromCharCode(...Array.from(units.slice(at, at + PORTION))));
  return parts.join('');
}

const PORTION = 8_192;

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
