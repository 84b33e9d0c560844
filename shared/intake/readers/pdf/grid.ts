import type { Box } from './geometry';
import type { Rule } from './marks';
import { boundsOf, isPageEnd } from './rules';
import { largest, smallest } from '../../lists';

/** A cell of a ruled table: columns and rows from 0, `box` its lines. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
}

export interface RuledTable {
  readonly box: Box;
  readonly cells: readonly GridCell[];
  readonly cellAt: (x: number, y: number) => GridCell | undefined;
  /** Positions of all vertical and horizontal lines. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Points: lines this close bound nothing between them. */
const SAME_EDGE = 3;
/** A lattice with more fields than this is a drawing, not a table. */
const MOST_FIELDS = 60_000;

/** The cells between lines that meet, on a page of that height (points); undefined where they enclose nothing. */
export function gridOf(rules: readonly Rule[], height: number): RuledTable | undefined {
  const drawn = rules.filter((rule) => rule.horizontal);
  const down = rules.filter((rule) => !rule.horizontal);
  const box = boundsOf(rules);
  const open = openEnds(drawn, down, box);
  // Without two lines across, only the page's own ends tell a cut row from the lines of a drawing.
  const isCut = open.every(({ at }) => isPageEnd(at, height));
  if (down.length < 1 || drawn.length + open.length < 2 || (drawn.length < 2 && !isCut)) return undefined;
  const across = [...drawn, ...open];
  const xs = edges([...down.map(({ at }) => at), ...openSides(across, box)]);
  const ys = edges(across.map(({ at }) => at));
  const fields = (xs.length - 1) * (ys.length - 1);
  if (xs.length < 2 || ys.length < 2 || fields > MOST_FIELDS) return undefined;
  return tableOf(new Walls(xs, ys, across, down), box, xs, ys);
}

function tableOf(walls: Walls, box: Box, xs: readonly number[], ys: readonly number[]): RuledTable {
  const columns = xs.length - 1;
  const cells = regions(walls, columns, ys.length - 1)
    .filter((cell) => walls.encloses(cell))
    .map((span): GridCell => ({
      ...span,
      box: {
        left: xs[span.column] ?? 0,
        right: xs[span.column + span.columnSpan] ?? 0,
        top: ys[span.row] ?? 0,
        bottom: ys[span.row + span.rowSpan] ?? 0,
      },
    }));
  const byField: (GridCell | undefined)[] = new Array<undefined>(columns * (ys.length - 1));
  for (const cell of cells) forFields(cell, (row, column) => (byField[row * columns + column] = cell));
  const cellAt = (x: number, y: number) => {
    const column = slotOf(xs, x);
    const row = slotOf(ys, y);
    return column === undefined || row === undefined ? undefined : byField[row * columns + column];
  };
  return { box, cells, cellAt, xs, ys };
}

/** Tables without lines at their sides: the ends of most horizontal lines bound them. */
function openSides(across: readonly Rule[], box: Box): readonly number[] {
  const share = (side: number, end: (rule: Rule) => number) =>
    across.filter((rule) => Math.abs(end(rule) - side) <= SAME_EDGE).length / across.length;
  return [
    ...(share(box.left, (rule) => rule.from) >= 0.5 ? [box.left] : []),
    ...(share(box.right, (rule) => rule.to) >= 0.5 ? [box.right] : []),
  ];
}

/** Points: nothing is written between lines closer than this. */
const LOWEST_ROW = 6;

/**
 * Tables that a page break left without a line at their upper or lower end: where the lines at both sides run on
 * beyond the last line across, a row goes on with them.
 */
function openEnds(across: readonly Rule[], down: readonly Rule[], box: Box): readonly Rule[] {
  const sides = [box.left, box.right].map((side) =>
    down.filter(({ at }) => Math.abs(at - side) <= SAME_EDGE),
  );
  const ends = [
    { at: box.top, nearest: smallest(across.map(({ at }) => at)) },
    { at: box.bottom, nearest: largest(across.map(({ at }) => at)) },
  ];
  return ends
    .filter(({ at, nearest }) => Math.abs(nearest - at) > LOWEST_ROW)
    .filter(({ at }) => sides.every((rules) => rules.some((rule) => endsAt(rule, at))))
    .map(({ at }) => ({ horizontal: true, at, from: box.left, to: box.right }));
}

function endsAt({ from, to }: Rule, at: number): boolean {
  return Math.abs(from - at) <= SAME_EDGE || Math.abs(to - at) <= SAME_EDGE;
}

/** Positions in order, those close together as their middle. */
function edges(positions: readonly number[]): readonly number[] {
  const groups: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const group = groups[groups.length - 1];
    if (group && position - (group[group.length - 1] ?? position) <= SAME_EDGE) group.push(position);
    else groups.push([position]);
  }
  return groups.map((group) => group.reduce((sum, position) => sum + position, 0) / group.length);
}

/** Between which two of the rising positions it lies. Halved again and again: every character of a page asks. */
function slotOf(positions: readonly number[], at: number): number | undefined {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < (positions[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low === 0 || low === positions.length ? undefined : low - 1;
}

interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Which edges of the fields of a lattice are drawn. */
class Walls {
  private readonly rows: number;
  private readonly columns: number;
  private readonly below: Uint8Array;
  private readonly beside: Uint8Array;

  constructor(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]) {
    this.columns = xs.length - 1;
    this.rows = ys.length - 1;
    this.below = new Uint8Array((this.rows + 1) * this.columns);
    this.beside = new Uint8Array(this.rows * (this.columns + 1));
    for (const rule of across) {
      const line = nearest(ys, rule.at);
      forSlots(xs, rule, (column) => (this.below[line * this.columns + column] = 1));
    }
    for (const rule of down) {
      const line = nearest(xs, rule.at);
      forSlots(ys, rule, (row) => (this.beside[row * (this.columns + 1) + line] = 1));
    }
  }

  /** Line above the row. */
  isAbove(row: number, column: number): boolean {
    return this.below[row * this.columns + column] === 1;
  }

  /** Line to the left of the column. */
  isLeft(row: number, column: number): boolean {
    return this.beside[row * (this.columns + 1) + column] === 1;
  }

  /** Lines above and below; a side of the whole table may be open. */
  encloses({ row, column, rowSpan, columnSpan }: Span): boolean {
    for (let at = column; at < column + columnSpan; at++) {
      if (!this.isAbove(row, at) || !this.isAbove(row + rowSpan, at)) return false;
    }
    for (let at = row; at < row + rowSpan; at++) {
      if (column > 0 && !this.isLeft(at, column)) return false;
      if (column + columnSpan < this.columns && !this.isLeft(at, column + columnSpan)) return false;
    }
    return true;
  }
}

function nearest(positions: readonly number[], at: number): number {
  let best = 0;
  positions.forEach((position, index) => {
    if (Math.abs(position - at) < Math.abs((positions[best] ?? Infinity) - at)) best = index;
  });
  return best;
}

/** The slots whose middle the line passes. */
function forSlots(positions: readonly number[], rule: Rule, mark: (slot: number) => void): void {
  for (let slot = 0; slot + 1 < positions.length; slot++) {
    const middle = ((positions[slot] ?? 0) + (positions[slot + 1] ?? 0)) / 2;
    if (middle >= rule.from && middle <= rule.to) mark(slot);
  }
}

function forFields(
  { row, column, rowSpan, columnSpan }: Span,
  visit: (row: number, column: number) => void,
): void {
  for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) visit(r, c);
}

/**
 * Rectangles of fields without a line between them, by first field. A field taken by one is in no other, so
 * where lines are missing a shape that is no rectangle falls into several.
 */
function regions(walls: Walls, columns: number, rows: number): readonly Span[] {
  const taken = new Uint8Array(columns * rows);
  const spans: Span[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      const span = grow(walls, { row, column }, columns, rows, taken);
      forFields(span, (r, c) => (taken[r * columns + c] = 1));
      spans.push(span);
    }
  }
  return spans;
}

/** First to the right as far as no line stands, then down as far as the whole width is free of lines. */
function grow(
  walls: Walls,
  { row, column }: { row: number; column: number },
  columns: number,
  rows: number,
  taken: Uint8Array,
): Span {
  let end = column + 1;
  while (end < columns && !walls.isLeft(row, end) && !taken[row * columns + end]) end++;
  let bottom = row + 1;
  while (bottom < rows && isFree(walls, bottom, column, end)) bottom++;
  return { row, column, columnSpan: end - column, rowSpan: bottom - row };
}

function isFree(walls: Walls, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) {
    if (walls.isAbove(row, column)) return false;
    if (column > from && walls.isLeft(row, column)) return false;
  }
  return true;
}
