import type { Box } from './geometry';
import { largest, smallest } from '../../lists';

/** One character as it stands on the page. */
export interface Glyph extends Box {
  readonly text: string;
  /** Height of the font, points. */
  readonly size: number;
  /** Where the next character stands: to the right, below (vertical or turned text), above. */
  readonly direction: Direction;
}

export type Direction = 'across' | 'down' | 'up';

/** left, top, right, bottom, size */
const NUMBERS = 5;

/**
 * The characters of a page, numbered from 0 in the order of drawing. A page holds thousands of them and a document
 * hundreds of pages, so their numbers stand in one array instead of in an object for each.
 */
export class Glyphs {
  private count = 0;
  private readonly texts: string[] = [];
  private readonly directions: Direction[] = [];
  private numbers = new Float64Array(256 * NUMBERS);

  get length(): number {
    return this.count;
  }

  add(
    text: string,
    direction: Direction,
    left: number,
    top: number,
    right: number,
    bottom: number,
    size: number,
  ): void {
    const from = this.count * NUMBERS;
    if (from === this.numbers.length) this.grow();
    const { numbers } = this;
    this.texts[this.count] = text;
    this.directions[this.count] = direction;
    numbers[from] = left;
    numbers[from + 1] = top;
    numbers[from + 2] = right;
    numbers[from + 3] = bottom;
    numbers[from + 4] = size;
    this.count++;
  }

  text(at: number): string {
    return this.texts[at] ?? '';
  }

  isBlank(at: number): boolean {
    return isBlank(this.text(at));
  }

  direction(at: number): Direction {
    return this.directions[at] ?? 'across';
  }

  left(at: number): number {
    return this.numbers[at * NUMBERS] ?? 0;
  }

  top(at: number): number {
    return this.numbers[at * NUMBERS + 1] ?? 0;
  }

  right(at: number): number {
    return this.numbers[at * NUMBERS + 2] ?? 0;
  }

  bottom(at: number): number {
    return this.numbers[at * NUMBERS + 3] ?? 0;
  }

  size(at: number): number {
    return this.numbers[at * NUMBERS + 4] ?? 0;
  }

  /** The middle. */
  x(at: number): number {
    return (this.left(at) + this.right(at)) / 2;
  }

  y(at: number): number {
    return (this.top(at) + this.bottom(at)) / 2;
  }

  /** Without some, and with others behind them. */
  but(isGone: (at: number) => boolean, added: readonly Glyph[]): Glyphs {
    const rest = new Glyphs();
    for (let at = 0; at < this.count; at++) {
      if (!isGone(at)) rest.take(this, at);
    }
    for (const glyph of added) rest.put(glyph);
    return rest;
  }

  append(others: Glyphs): void {
    for (let at = 0; at < others.length; at++) this.take(others, at);
  }

  wholeText(): string {
    return this.texts.join('');
  }

  /** All of them as a single one; undefined where they stand on several lines. */
  asOne(text: string): Glyphs | undefined {
    const all = Array.from({ length: this.count }, (_, at) => at);
    const away = all.some((at) => this.direction(at) !== this.direction(0) || !this.isBeside(at, 0));
    if (away || all.length === 0) return undefined;
    const one = new Glyphs();
    one.put({
      text,
      direction: this.direction(0),
      size: this.size(0),
      left: smallest(all.map((at) => this.left(at))),
      top: smallest(all.map((at) => this.top(at))),
      right: largest(all.map((at) => this.right(at))),
      bottom: largest(all.map((at) => this.bottom(at))),
    });
    return one;
  }

  private isBeside(at: number, other: number): boolean {
    const isAcross = this.direction(at) === 'across';
    const apart = isAcross ? this.y(at) - this.y(other) : this.x(at) - this.x(other);
    return Math.abs(apart) <= this.size(other) / 2;
  }

  private put({ text, direction, left, top, right, bottom, size }: Glyph): void {
    this.add(text, direction, left, top, right, bottom, size);
  }

  private take(other: Glyphs, at: number): void {
    this.add(
      other.text(at),
      other.direction(at),
      other.left(at),
      other.top(at),
      other.right(at),
      other.bottom(at),
      other.size(at),
    );
  }

  private grow(): void {
    const more = new Float64Array(this.numbers.length * 2);
    more.set(this.numbers);
    this.numbers = more;
  }
}

/** White space only. Begins with the code, which tells most characters at once. */
function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  const maySpace = code <= 0x20 || (code >= 0x7f && code <= 0x3000) || code === 0xfeff;
  return maySpace && text.trim() === '';
}
