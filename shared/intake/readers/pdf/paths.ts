import { apply, type Box, type Matrix, type Point } from './geometry';
import type { Rule } from './marks';

/** Commands of pdf.js in the data of a path, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const LENGTHS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** Points: a filled area up to this thick is a line. */
const THICKEST_LINE = 3;
/** Points: shorter lines are parts of characters or pictures. */
const SHORTEST_LINE = 3;
/** Points by which the ends of a straight line may differ. */
const SKEW = 0.5;

/** A run of straight lines; `curved` where it holds curves too. */
export interface Subpath {
  readonly points: readonly Point[];
  readonly curved: boolean;
}

/** The subpaths of path data, in points of the page. */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const subpaths: { points: Point[]; curved: boolean }[] = [];
  for (let at = 0; at < data.length;) {
    const command = data[at] ?? MOVE;
    const length = LENGTHS[command];
    if (length === undefined) break;
    if (command === MOVE || subpaths.length === 0) subpaths.push({ points: [], curved: false });
    const current = subpaths[subpaths.length - 1];
    if (!current) break;
    if (command === CLOSE && current.points[0]) current.points.push(current.points[0]);
    else if (command > LINE) current.curved = true;
    if (length >= 2) current.points.push(apply(matrix, data[at + length - 1] ?? 0, data[at + length] ?? 0));
    at += 1 + length;
  }
  return subpaths;
}

/** Curves and slanted lines. */
export function isInk({ points, curved }: Subpath): boolean {
  return curved || points.slice(1).some((end, at) => isSlanted(points[at] ?? end, end));
}

function isSlanted(a: Point, b: Point): boolean {
  return Math.min(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) > SKEW;
}

/** The straight lines that stroking the subpath draws along the edges of the page. */
export function strokedRules({ points }: Subpath): readonly Rule[] {
  return points.slice(1).flatMap((end, at) => ruleBetween(points[at] ?? end, end) ?? []);
}

/** What filling the subpath draws: a line where it is thin, else an area. */
export function filled({ points }: Subpath): { rule?: Rule; shade?: Box } {
  const box = boxAround(points);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (Math.max(width, height) < SHORTEST_LINE) return {};
  if (height <= THICKEST_LINE && width > height) {
    return { rule: { horizontal: true, at: (box.top + box.bottom) / 2, from: box.left, to: box.right } };
  }
  if (width <= THICKEST_LINE) {
    return { rule: { horizontal: false, at: (box.left + box.right) / 2, from: box.top, to: box.bottom } };
  }
  return { shade: box };
}

function ruleBetween(a: Point, b: Point): Rule | undefined {
  const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  if (Math.max(width, height) < SHORTEST_LINE) return undefined;
  if (height <= SKEW)
    return { horizontal: true, at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) };
  if (width <= SKEW)
    return { horizontal: false, at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) };
  return undefined;
}

export function boxAround(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}
