import { combine, heightScale, type Matrix } from './geometry';
import { Glyphs } from './glyphs';
import { standardCharacters } from './lookalikes';
import type { FontMetrics } from './metrics';
import { symbolOf } from '../symbols';

/** A character as pdf.js hands it over; a number is a shift of so many thousandths of the size. */
export type PdfGlyph =
  | number
  | {
      readonly unicode: string;
      readonly originalCharCode?: number;
      readonly width: number;
      readonly isSpace: boolean;
      readonly vmetric?: readonly number[] | null;
    };

/** The text state (ISO 32000-1, 9.3). */
export interface TextState {
  font: FontMetrics;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling as a factor. */
  stretch: number;
  leading: number;
  rise: number;
}

/** Above and below the base line, as shares of the size: where Japanese fonts have their body. */
const ASCENT = 0.88;
const DESCENT = 0.12;

/** Gives characters their place on the page. */
export class GlyphPlacer {
  readonly glyphs = new Glyphs();
  unreadable = 0;
  private readonly known = new Map<string, Legible>();
  private replaced: Replaced | undefined;
  private readonly running = { across: 0, down: 0, up: 0, back: 0 };

  /** Places the characters and returns the text matrix behind them. */
  show(glyphs: readonly PdfGlyph[], state: TextState, page: Matrix, text: Matrix): Matrix {
    const { vertical } = state.font;
    const whole = combine(page, text);
    const size = heightScale(whole) * Math.abs(state.size);
    let advance = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        advance += ((vertical ? glyph : -glyph) * state.size) / 1000;
        continue;
      }
      const length = lengthOf(glyph, state);
      const { text: shown, unreadable } = this.meaningOf(glyph, state.font);
      if (shown !== '' || this.replaced) this.place(shown, whole, state, advance, advance + length, size);
      this.unreadable += unreadable;
      advance += length + (vertical ? -1 : 1) * (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0));
    }
    return combine(text, vertical ? [1, 0, 0, 1, 0, -advance] : [1, 0, 0, 1, advance * state.stretch, 0]);
  }

  /** Degrees, clockwise, by which the page must be turned for most of its text to run across; 0 where it does. */
  get turn(): number {
    const { across, down, up, back } = this.running;
    if (across >= Math.max(down, up, back)) return 0;
    if (back >= Math.max(down, up)) return 180;
    return down > up ? 270 : 90;
  }

  /** What is shown until `endReplaced` stands for this text. */
  beginReplaced(text: string): void {
    this.replaced = { text: this.legible(text).text, unreadable: this.unreadable, drawn: new Glyphs() };
  }

  endReplaced(): void {
    if (!this.replaced) return;
    const { text, drawn, unreadable } = this.replaced;
    this.replaced = undefined;
    const whole = withoutSpace(text) === withoutSpace(drawn.wholeText()) ? undefined : drawn.asOne(text);
    if (whole) this.unreadable = unreadable;
    this.glyphs.append(whole ?? drawn);
  }

  private meaningOf(glyph: Exclude<PdfGlyph, number>, font: FontMetrics): Legible {
    if (font.symbols !== undefined) return symbolIn(font.symbols, glyph, font.isSimple);
    return font.isNumbered ? UNKNOWN : this.legible(glyph.unicode);
  }

  private legible(unicode: string): Legible {
    const known = this.known.get(unicode);
    if (known) return known;
    const legible = legibleOf(unicode);
    this.known.set(unicode, legible);
    return legible;
  }

  /** From one point of the base line to another; numbers only, since every character comes through here. */
  private place(text: string, whole: Matrix, state: TextState, from: number, to: number, size: number): void {
    const [a, b, c, d, e, f] = whole;
    const { stretch, rise } = state;
    const { vertical } = state.font;
    const x = vertical ? a * rise + c * -from + e : a * (from * stretch) + c * rise + e;
    const y = vertical ? b * rise + d * -from + f : b * (from * stretch) + d * rise + f;
    const endX = vertical ? a * rise + c * -to + e : a * (to * stretch) + c * rise + e;
    const endY = vertical ? b * rise + d * -to + f : b * (to * stretch) + d * rise + f;
    const isUpright = Math.abs(endX - x) < Math.abs(endY - y) || vertical;
    if (!vertical) this.running[isUpright ? (endY >= y ? 'down' : 'up') : endX >= x ? 'across' : 'back']++;
    if (isUpright) this.placeUpright(text, x, y, endY, size, vertical);
    else
      this.target.add(
        text,
        'across',
        Math.min(x, endX),
        y - size * ASCENT,
        Math.max(x, endX),
        y + size * DESCENT,
        size,
      );
  }

  private get target(): Glyphs {
    return this.replaced?.drawn ?? this.glyphs;
  }

  private placeUpright(
    text: string,
    x: number,
    y: number,
    endY: number,
    size: number,
    vertical: boolean,
  ): void {
    const down = endY >= y;
    // Turned to the right the base line is on the left; vertical characters stand around their middle.
    const [left, right] = vertical ? [0.5, 0.5] : down ? [DESCENT, ASCENT] : [ASCENT, DESCENT];
    const [top, bottom] = [Math.min(y, endY), Math.max(y, endY)];
    this.target.add(text, down ? 'down' : 'up', x - size * left, top, x + size * right, bottom, size);
  }
}

/** Characters that stand for a text (ISO 32000-1, 14.9.4). */
interface Replaced {
  readonly text: string;
  readonly drawn: Glyphs;
  /** Count before them. */
  readonly unreadable: number;
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

function lengthOf(glyph: Exclude<PdfGlyph, number>, { font, size }: TextState): number {
  const metric = font.vertical ? (glyph.vmetric?.[0] ?? font.verticalAdvance) : undefined;
  return (metric === undefined ? glyph.width : Math.abs(metric)) * font.unit * size;
}

/** A character as text, '' where it has none; `unreadable` is 1 where the file gives it no meaning. */
interface Legible {
  readonly text: string;
  readonly unreadable: 0 | 1;
}

/** U+FFFD stands for a character that nobody can tell. */
const UNKNOWN: Legible = { text: '\ufffd', unreadable: 1 };

function legibleOf(unicode: string): Legible {
  const text = readable(unicode);
  const unreadable = text === '' && (unicode === '' || isControl(unicode)) ? 1 : 0;
  return { text, unreadable };
}

/**
 * A character of a symbol font. Its meaning is a symbol already, or a letter whose code tells it: that of the font
 * where codes have one byte, else the one that the writer gave (also U+F000–F0FF).
 */
function symbolIn(font: string, glyph: Exclude<PdfGlyph, number>, isSimple: boolean): Legible {
  const meaning = glyph.unicode.codePointAt(0) ?? 0;
  if (meaning >= 0x2000 && !isPrivate(meaning)) return legibleOf(glyph.unicode);
  const code = isSimple && !isPrivate(meaning) ? (glyph.originalCharCode ?? meaning) : meaning;
  const symbol = symbolOf(font, code);
  return symbol === undefined ? UNKNOWN : { text: symbol, unreadable: 0 };
}

function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

/** Control characters have no look. */
function readable(unicode: string): string {
  return standardCharacters(unicode).replace(/[\p{Cc}\u00ad\ufffe\uffff]/gu, '');
}

function isControl(unicode: string): boolean {
  return /^[\p{Cc}\ufffe\uffff]+$/u.test(unicode) && !/^\s+$/.test(unicode);
}
