import { areaOf, contains, containsMiddle, isInside, type Box } from './geometry';
import type { Glyphs } from './glyphs';
import { gridOf, type GridCell, type RuledTable } from './grid';
import { linesOf, type Line } from './lines';
import type { Marks } from './marks';
import { connected, joinRules, withLinesAbreast } from './rules';
import { withoutStrokes } from './strokes';
import { takeBackOverflow } from './overflow';
import { isTickBox, isTiny, tickGlyph } from './ticks';
import { smallest } from '../../lists';
import type { PageCell, PageItem, PageLine, PageSize, PageTable } from './pageItems';

/** Tables and the lines outside them, from top to bottom. */
export function layoutOf(marks: Marks, size: PageSize): readonly PageItem[] {
  const groups = connected(joinRules(withoutStrokes(marks)));
  const ruled = withLinesAbreast(groups, size.height).flatMap((rules) => gridOf(rules, size.height) ?? []);
  const { glyphs, tables } = withoutTickBoxes(ruled, marks);
  const shades = marks.shades.filter((shade) => areaOf(shade) < size.width * size.height * LARGEST_SHADE);
  const { loose, inCells } = share(glyphs, tables);
  const items = [
    ...new Nesting(tables, glyphs, inCells, shades, size.number).outermost(),
    ...linesOf(glyphs, loose).map((line): PageLine => ({ kind: 'line', line })),
  ];
  return takeBackOverflow(items.sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b)));
}

/** Share of the page above which a filled area is its background. */
const LARGEST_SHADE = 0.6;

function topOf(item: PageItem): number {
  return item.kind === 'table' ? item.box.top : item.line.top;
}

function leftOf(item: PageItem): number {
  return item.kind === 'table' ? item.box.left : item.line.left;
}

/** Squares to be ticked become characters of the text around them; other tiny ones are strokes of characters. */
function withoutTickBoxes(
  ruled: readonly RuledTable[],
  marks: Marks,
): { glyphs: Glyphs; tables: readonly RuledTable[] } {
  const tables = ruled.filter(({ box }) => !isTiny(box));
  const ticks = ruled.filter(isTickBox).flatMap(({ box }) => tickGlyph(box, marks) ?? []);
  if (ticks.length === 0) return { glyphs: marks.glyphs, tables };
  const replaced = new Set(ticks.flatMap((tick) => tick.replaced));
  const added = ticks.map(({ glyph }) => glyph);
  return { glyphs: marks.glyphs.but((at) => replaced.has(at), added), tables };
}

/** Numbers of characters, in the order of drawing. */
interface Shared {
  readonly loose: readonly number[];
  readonly inCells: ReadonlyMap<GridCell, readonly number[]>;
}

/** Every character goes to the innermost cell around its middle. */
function share(glyphs: Glyphs, tables: readonly RuledTable[]): Shared {
  const smallestFirst = [...tables].sort((a, b) => areaOf(a.box) - areaOf(b.box));
  const loose: number[] = [];
  const inCells = new Map<GridCell, number[]>();
  for (let at = 0; at < glyphs.length; at++) {
    const cell = innermost(smallestFirst, glyphs.x(at), glyphs.y(at));
    const known = cell ? inCells.get(cell) : loose;
    if (known) known.push(at);
    else if (cell) inCells.set(cell, [at]);
  }
  return { loose, inCells };
}

function innermost(smallestFirst: readonly RuledTable[], x: number, y: number): GridCell | undefined {
  for (const { box, cellAt } of smallestFirst) {
    const cell = contains(box, x, y) ? cellAt(x, y) : undefined;
    if (cell) return cell;
  }
  return undefined;
}

/** Tables inside cells of others. */
class Nesting {
  private readonly parents = new Map<RuledTable, GridCell>();

  constructor(
    private readonly tables: readonly RuledTable[],
    private readonly glyphs: Glyphs,
    private readonly inCells: Shared['inCells'],
    private readonly shades: readonly Box[],
    private readonly page: number,
  ) {
    for (const table of tables) {
      const parent = this.cellAround(table);
      if (parent) this.parents.set(table, parent);
    }
  }

  outermost(): PageTable[] {
    return this.tables.filter((table) => !this.parents.has(table)).map((table) => this.pageTable(table));
  }

  private cellAround(table: RuledTable): GridCell | undefined {
    const around = this.tables
      .filter(
        (other) => other !== table && areaOf(other.box) > areaOf(table.box) && isInside(table.box, other.box),
      )
      .sort((a, b) => areaOf(a.box) - areaOf(b.box));
    const { left, top, right, bottom } = table.box;
    const cell = around[0]?.cellAt((left + right) / 2, (top + bottom) / 2);
    return cell && isInside(table.box, cell.box) ? cell : undefined;
  }

  private pageTable(table: RuledTable): PageTable {
    return {
      kind: 'table',
      box: table.box,
      cells: withObservedEdges(table.cells.map((cell) => this.pageCell(cell))),
    };
  }

  /** Vertical lines run to the bottom of the cell. */
  private pageCell(cell: GridCell): PageCell {
    const places = this.inCells.get(cell) ?? [];
    const lines = linesOf(this.glyphs, places);
    const vertical = places.filter((at) => this.glyphs.direction(at) === 'down').length > places.length / 2;
    return {
      ...cell,
      page: this.page,
      lines,
      right: vertical ? cell.box.bottom : rightEdge(cell.box, lines),
      shaded: this.shades.some(
        (shade) => containsMiddle(shade, cell.box) && areaOf(shade) > areaOf(cell.box) * 0.5,
      ),
      tables: this.tables
        .filter((table) => this.parents.get(table) === cell)
        .map((table) => this.pageTable(table)),
    };
  }
}

/** The space before the lines is taken for that behind them. */
function rightEdge(box: Box, lines: readonly Line[]): number {
  const size = lines[0]?.size ?? 0;
  const space = smallest(lines.map(({ left }) => left)) - box.left;
  return box.right - Math.max(0, Math.min(space, size));
}

/** Characters: a line that comes this close to the edge was full. */
const FULL = 1.5;

/**
 * Where lines of a column do reach near its edge, the furthest of them tells the edge better than the padding does,
 * which may differ on both sides.
 */
function withObservedEdges(cells: readonly PageCell[]): readonly PageCell[] {
  const furthest = new Map<number, number>();
  for (const { box, lines, right } of cells) {
    const key = Math.round(box.right);
    for (const line of lines) {
      if (line.right > right - line.size * FULL)
        furthest.set(key, Math.max(furthest.get(key) ?? 0, line.right));
    }
  }
  return cells.map((cell) => ({ ...cell, right: furthest.get(Math.round(cell.box.right)) ?? cell.right }));
}
