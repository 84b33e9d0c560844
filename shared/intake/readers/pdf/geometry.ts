/** Lengths in points of the page as shown, origin at the upper left, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Inner first, then outer. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** How much a matrix enlarges lengths across the writing direction. */
export function heightScale([, , c, d]: Matrix): number {
  return Math.hypot(c, d);
}

export function toMatrix(values: ArrayLike<number> | undefined): Matrix {
  if (!values) return IDENTITY;
  return [values[0] ?? 1, values[1] ?? 0, values[2] ?? 0, values[3] ?? 1, values[4] ?? 0, values[5] ?? 0];
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

export function containsMiddle(outer: Box, { left, top, right, bottom }: Box): boolean {
  return contains(outer, (left + right) / 2, (top + bottom) / 2);
}

export function isInside(inner: Box, outer: Box): boolean {
  const slack = 1;
  return (
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  );
}

export function areaOf(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top);
}
