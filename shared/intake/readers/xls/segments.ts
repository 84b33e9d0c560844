import { latin1, u16, u32, u8, utf16le } from '../bytes';

/**
 * Reads a record and those that continue it as one. Numbers and skips run across the border; characters begin behind it
 * with a byte that says anew whether they are of one byte or two (MS-XLS 2.5.293).
 */
export class Segments {
  private part = 0;
  private at = 0;
  /** More was asked for than there is. */
  short = false;

  constructor(private readonly parts: readonly Uint8Array[]) {}

  get done(): boolean {
    this.advance();
    return this.part >= this.parts.length;
  }

  /** Parts of which nothing was read yet. */
  get untouched(): readonly Uint8Array[] {
    return this.parts.slice(this.at > 0 ? this.part + 1 : this.part);
  }

  u8(): number {
    this.advance();
    const bytes = this.parts[this.part];
    if (!bytes) this.short = true;
    return bytes ? u8(bytes, this.at++) : 0;
  }

  u16(): number {
    return this.within(2, u16) ?? this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return this.within(4, u32) ?? (this.u16() | (this.u16() << 16)) >>> 0;
  }

  /** The next `count` bytes, as many as there are. */
  bytes(count: number): Uint8Array {
    const taken: number[] = [];
    const whole = this.within(count, (bytes, at) => bytes.subarray(at, at + count));
    if (whole) return whole;
    while (taken.length < count && !this.done) taken.push(this.u8());
    if (taken.length < count) this.short = true;
    return Uint8Array.from(taken);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (this.done) {
        this.short = true;
        return;
      }
      const here = Math.min(left, this.left());
      this.at += here;
      left -= here;
    }
  }

  /** `count` characters, in one byte each or, `wide`, in two. */
  characters(count: number, wide: boolean): string {
    let text = '';
    let isWide = wide;
    for (let left = count; left > 0;) {
      if (this.left() <= 0) {
        if (this.done) {
          this.short = true;
          return text;
        }
        isWide = (this.u8() & 1) === 1;
      }
      const size = isWide ? 2 : 1;
      const here = Math.min(left, Math.floor(this.left() / size));
      const bytes = this.parts[this.part]?.subarray(this.at, this.at + here * size) ?? new Uint8Array();
      text += isWide ? utf16le(bytes) : latin1(bytes);
      // Half a character before a border is damage: the border is where it is.
      this.at += here === 0 ? this.left() : here * size;
      left -= here;
    }
    return text;
  }

  /** Bytes left in the part that is read now. */
  private left(): number {
    return (this.parts[this.part]?.length ?? 0) - this.at;
  }

  /** To the next part, where the present one is read. */
  private advance(): void {
    while (this.part < this.parts.length && this.left() <= 0) {
      this.part++;
      this.at = 0;
    }
  }

  private within<T>(count: number, read: (bytes: Uint8Array, at: number) => T): T | undefined {
    this.advance();
    const bytes = this.parts[this.part];
    if (!bytes || this.left() < count) return undefined;
    const value = read(bytes, this.at);
    this.at += count;
    return value;
  }
}
