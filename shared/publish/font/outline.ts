import { viewOf } from './tables';

/** A point of a contour, in units of the font; `on` the curve, or a control point beside it. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

export type Contour = readonly Point[];

/** Answers the bytes of a glyph of the `glyf` table. */
export type GlyphBytes = (glyph: number) => Uint8Array;

/** The contours of a glyph (OpenType, table `glyf`); parts of a composed glyph are moved and scaled into place. */
export function contoursOf(bytesOf: GlyphBytes, glyph: number, depth = 0): readonly Contour[] {
  const bytes = bytesOf(glyph);
  if (bytes.length < 10 || depth > 5) return [];
  const view = viewOf(bytes);
  const count = view.getInt16(0);
  return count >= 0 ? simple(view, count) : composed(bytesOf, view, depth);
}

const ON = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEAT = 0x08;
const SAME_X = 0x10;
const SAME_Y = 0x20;

function simple(view: DataView, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, at) => view.getUint16(10 + at * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  const start = 10 + count * 2;
  const { flags, next } = flagsAt(view, start + 2 + view.getUint16(start), points);
  const xs = coordinates(view, next, flags, SHORT_X, SAME_X);
  const ys = coordinates(view, xs.next, flags, SHORT_Y, SAME_Y);
  const all = flags.map((flag, at): Point => ({
    x: xs.values[at] ?? 0,
    y: ys.values[at] ?? 0,
    on: (flag & ON) !== 0,
  }));
  return ends.map((end, at) => all.slice(at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end + 1));
}

function flagsAt(
  view: DataView,
  start: number,
  points: number,
): { readonly flags: readonly number[]; readonly next: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = flag & REPEAT ? view.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  return { flags, next: at };
}

function coordinates(view: DataView, start: number, flags: readonly number[], short: number, same: number) {
  let at = start;
  let value = 0;
  const values = flags.map((flag) => {
    if (flag & short) value += view.getUint8(at++) * (flag & same ? 1 : -1);
    else if (!(flag & same)) {
      value += view.getInt16(at);
      at += 2;
    }
    return value;
  });
  return { values, next: at };
}

const WORDS = 0x0001;
const OFFSETS = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

function composed(bytesOf: GlyphBytes, view: DataView, depth: number): readonly Contour[] {
  const contours: Contour[] = [];
  let more = true;
  for (let at = 10; more;) {
    const flags = view.getUint16(at);
    const part = contoursOf(bytesOf, view.getUint16(at + 2), depth + 1);
    const words = (flags & WORDS) !== 0;
    const [dx, dy] = words
      ? [view.getInt16(at + 4), view.getInt16(at + 6)]
      : [view.getInt8(at + 4), view.getInt8(at + 5)];
    at += words ? 8 : 6;
    const matrix = matrixAt(view, at, flags);
    at += matrix.length;
    contours.push(
      ...part.map((contour) => transformed(contour, matrix.values, flags & OFFSETS ? [dx, dy] : [0, 0])),
    );
    more = (flags & MORE) !== 0;
  }
  return contours;
}

type Matrix = readonly [a: number, b: number, c: number, d: number];

function matrixAt(
  view: DataView,
  at: number,
  flags: number,
): { readonly values: Matrix; readonly length: number } {
  const number = (offset: number) => view.getInt16(at + offset) / 0x4000;
  if (flags & SCALE) return { values: [number(0), 0, 0, number(0)], length: 2 };
  if (flags & TWO_SCALES) return { values: [number(0), 0, 0, number(2)], length: 4 };
  if (flags & MATRIX) return { values: [number(0), number(2), number(4), number(6)], length: 8 };
  return { values: [1, 0, 0, 1], length: 0 };
}

function transformed(contour: Contour, [a, b, c, d]: Matrix, [dx, dy]: readonly [number, number]): Contour {
  return contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on }));
}
