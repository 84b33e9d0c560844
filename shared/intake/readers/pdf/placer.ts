import { apply, combine, heightScale, type Matrix, type Point } from './geometry';
import type { PdfFont } from './library';
import type { Glyph } from './marks';

/** A character as pdf.js hands it over; a number is a shift of so many thousandths of the size. */
export type PdfGlyph =
  | number
  | {
      readonly unicode: string;
      readonly width: number;
      readonly isSpace: boolean;
      readonly vmetric?: readonly number[] | null;
    };

/** The text state (ISO 32000-1, 9.3). */
export interface TextState {
  font: PdfFont | undefined;
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
/** A character drawn again this close (share of its size) is the same one made bold or shaded. */
const SAME_PLACE = 0.12;

/** Gives characters their place on the page. */
export class GlyphPlacer {
  readonly glyphs: Glyph[] = [];
  unreadable = 0;
  private readonly places = new Map<number, Map<string, Glyph[]>>();

  /** Places the characters and returns the text matrix behind them. */
  show(glyphs: readonly PdfGlyph[], state: TextState, page: Matrix, text: Matrix): Matrix {
    const vertical = state.font?.vertical ?? false;
    const whole = combine(page, text);
    let advance = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        advance += ((vertical ? glyph : -glyph) * state.size) / 1000;
        continue;
      }
      const length = lengthOf(glyph, state, vertical);
      this.place(
        glyph.unicode,
        spanOf(whole, state, advance, length, vertical),
        heightScale(whole) * Math.abs(state.size),
        vertical,
      );
      advance += length + (vertical ? -1 : 1) * (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0));
    }
    return combine(text, vertical ? [1, 0, 0, 1, 0, -advance] : [1, 0, 0, 1, advance * state.stretch, 0]);
  }

  private place(unicode: string, span: Span, size: number, vertical: boolean): void {
    const text = readable(unicode);
    if (text === '') {
      this.unreadable += unicode === '' || isControl(unicode) ? 1 : 0;
      return;
    }
    const glyph = glyphAt(text, span, size, vertical);
    if (!this.isRepeated(glyph)) this.glyphs.push(glyph);
  }

  /** Bold and shadow are often made by drawing a character twice. */
  private isRepeated(glyph: Glyph): boolean {
    if (glyph.text.trim() === '') return false;
    const known = this.alike(glyph);
    const near = glyph.size * SAME_PLACE;
    const repeated = known.some(
      (other) => Math.abs(other.left - glyph.left) < near && Math.abs(other.top - glyph.top) < near,
    );
    if (!repeated) known.push(glyph);
    return repeated;
  }

  /** Equal characters at about the same height that were placed before. */
  private alike({ text, top }: Glyph): Glyph[] {
    const band = Math.round(top / BAND);
    const texts = this.places.get(band) ?? new Map<string, Glyph[]>();
    const known = texts.get(text) ?? [];
    if (known.length === 0) this.places.set(band, texts.set(text, known));
    return known;
  }
}

/** Height of the bands in which characters drawn twice are looked for, points. */
const BAND = 8;

interface Span {
  readonly from: Point;
  readonly to: Point;
}

function lengthOf(glyph: Exclude<PdfGlyph, number>, state: TextState, vertical: boolean): number {
  const unit = state.font?.fontMatrix?.[0] ?? 0.001;
  const metric = vertical ? (glyph.vmetric ?? state.font?.defaultVMetrics)?.[0] : undefined;
  return (metric === undefined ? glyph.width : Math.abs(metric)) * unit * state.size;
}

function spanOf(whole: Matrix, state: TextState, advance: number, length: number, vertical: boolean): Span {
  if (vertical)
    return { from: apply(whole, state.rise, -advance), to: apply(whole, state.rise, -advance - length) };
  return {
    from: apply(whole, advance * state.stretch, state.rise),
    to: apply(whole, (advance + length) * state.stretch, state.rise),
  };
}

function glyphAt(text: string, { from, to }: Span, size: number, vertical: boolean): Glyph {
  const across = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) && !vertical;
  if (across) {
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    return {
      text,
      size,
      left,
      right,
      top: from.y - size * ASCENT,
      bottom: from.y + size * DESCENT,
      direction: 'across',
    };
  }
  const down = to.y >= from.y;
  // Turned to the right the base line is on the left; vertical characters stand around their middle.
  const [leftShare, rightShare] = vertical ? [0.5, 0.5] : down ? [DESCENT, ASCENT] : [ASCENT, DESCENT];
  return {
    text,
    size,
    left: from.x - size * leftShare,
    right: from.x + size * rightShare,
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
    direction: down ? 'down' : 'up',
  };
}

/**
 * Fonts of some producers give radicals (U+2E80–2FDF) for characters that look the same: no text holds these by
 * intent. Control characters have no look.
 */
function readable(unicode: string): string {
  const text = /[\u2f00-\u2fdf\u2e9f\u2ef3]/.test(unicode) ? unicode.normalize('NFKC') : unicode;
  return text.replace(/[\p{Cc}\u00ad\ufffe\uffff]/gu, '');
}

function isControl(unicode: string): boolean {
  return /^[\p{Cc}\ufffe\uffff]+$/u.test(unicode) && !/^\s+$/.test(unicode);
}
