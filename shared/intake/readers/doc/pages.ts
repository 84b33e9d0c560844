import { type Bytes, NOTHING, Plc, stretchOf } from './bytes';

/** Properties of a stretch of the main stream. */
export interface Stretch {
  /** The first byte behind the stretch. */
  readonly to: number;
  /** Where the properties stand, by which they are known; 0 for none. */
  readonly at: number;
  readonly properties: Bytes;
}

const PAGE = 512;

/**
 * Formatted pages (FKP, MS-DOC 2.9.33 and 2.9.175): pages of 512 bytes within the main stream, each with the
 * properties of the stretches of text that it lists. `index`: which page is about which bytes.
 */
export class FormattedPages {
  private readonly index: Plc;
  private missed = false;

  constructor(
    private readonly main: Bytes,
    index: Bytes,
    private readonly kind: 'character' | 'paragraph',
  ) {
    this.index = new Plc(index, 4);
  }

  /** For some text that was looked up nothing is said, which happens in damaged files only. */
  get incomplete(): boolean {
    return this.missed;
  }

  /** What holds for the byte at `position`; where nothing is said, for this byte only. */
  at(position: number): Stretch {
    const page = this.index.indexOf(position);
    const found =
      page === undefined ? undefined : this.inPage(this.index.data(page).u32(0) & 0x3fffff, position);
    this.missed ||= !found;
    return found ?? { to: position + 1, at: 0, properties: NOTHING };
  }

  private inPage(number: number, position: number): Stretch | undefined {
    const start = number * PAGE;
    const count = this.main.u8(start + PAGE - 1);
    const positionOf = (index: number) => this.main.u32(start + index * 4);
    const found = stretchOf(position, count, positionOf);
    if (found === undefined) return undefined;
    const entry = start + (count + 1) * 4 + found * (this.kind === 'character' ? 1 : 13);
    const offset = this.main.u8(entry) * 2;
    const to = positionOf(found + 1);
    return offset === 0
      ? { to, at: 0, properties: NOTHING }
      : { to, at: start + offset, properties: this.propertiesAt(start + offset) };
  }

  /** Of a paragraph, its style comes first, in two bytes. */
  private propertiesAt(at: number): Bytes {
    const length = this.main.u8(at);
    if (this.kind === 'character') return this.main.part(at + 1, length);
    return length === 0
      ? this.main.part(at + 2, this.main.u8(at + 1) * 2)
      : this.main.part(at + 1, length * 2 - 1);
  }
}
