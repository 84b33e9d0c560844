import {
  belowFirstRow,
  firstRow,
  headKey,
  isCutRow,
  labelAcross,
  SAME_COLUMN,
  sameColumns,
  withoutRepeatedLabel,
  withoutRepeatedLabels,
} from './continuation';
import type { Box } from './geometry';
import type { PageTable, PageCell } from './pageItems';

/**
 * A table that goes on over pages: rows that page breaks cut are made whole and those under them follow in the same
 * table. Takes each page once, however many there are.
 */
export class GrowingTable {
  readonly box: Box;
  private readonly cells: PageCell[];
  private readonly first: readonly number[];
  private last: readonly number[];
  /** The label over the whole width that the last row stands under; '' where there is none. */
  private label: string;
  private rows: number;
  private isJoined = false;

  constructor(private readonly table: PageTable) {
    this.box = table.box;
    this.cells = [...table.cells];
    this.rows = rowsOf(this.cells);
    this.first = firstRow(table).map((cell) => this.cells.indexOf(cell));
    this.last = this.lastRowFrom(0);
    this.label = this.labelFrom(0);
  }

  /** See `headKey`. */
  get head(): string {
    return headKey(this.at(this.first));
  }

  /** Takes the table of the next page in where a row was cut; false where it merely follows. */
  join(after: PageTable): boolean {
    const upper = this.at(this.last);
    const below = withoutRepeatedLabel(after, this.label);
    const table = below ?? after;
    const lower = withoutRepeatedLabels(upper, firstRow(table));
    if (!(below ? sameColumns(upper, lower) : isCutRow(upper, lower))) return false;
    this.last.forEach((place, at) => this.joinCell(place, lower[at]));
    this.append(belowFirstRow(table));
    this.isJoined = true;
    return true;
  }

  whole(): PageTable {
    return this.isJoined ? { ...this.table, cells: inOneGrid(this.cells) } : this.table;
  }

  private at(places: readonly number[]): readonly PageCell[] {
    return places.flatMap((place) => this.cells[place] ?? []);
  }

  private joinCell(place: number, lower: PageCell | undefined): void {
    const upper = this.cells[place];
    if (!upper || !lower) return;
    const [lines, tables] = [
      [...upper.lines, ...lower.lines],
      [...upper.tables, ...lower.tables],
    ];
    this.cells[place] = { ...upper, lines, tables };
  }

  private append(rest: readonly PageCell[]): void {
    if (rest.length === 0) return;
    const from = this.cells.length;
    const offset = this.rows - rest.reduce((least, { row }) => Math.min(least, row), Infinity);
    for (const cell of rest) this.cells.push({ ...cell, row: cell.row + offset });
    this.rows = offset + rowsOf(rest);
    this.last = this.lastRowFrom(from);
    this.label = this.labelFrom(from);
  }

  /** Numbers of the cells that end with the table, from left to right. */
  private lastRowFrom(from: number): readonly number[] {
    const places: number[] = [];
    for (let place = from; place < this.cells.length; place++) {
      const cell = this.cells[place];
      if (cell && cell.row + cell.rowSpan === this.rows) places.push(place);
    }
    const column = (place: number) => this.cells[place]?.column ?? 0;
    return places.sort((a, b) => column(a) - column(b));
  }

  private labelFrom(from: number): string {
    const top = this.at(this.last)[0]?.row;
    return labelAcross(this.cells.slice(from).filter(({ row, rowSpan }) => row + rowSpan === top));
  }
}

function rowsOf(cells: readonly PageCell[]): number {
  return cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), -Infinity);
}

/** Each page has drawn its own vertical lines: columns are counted anew over all of them. */
function inOneGrid(cells: readonly PageCell[]): readonly PageCell[] {
  const edges: number[] = [];
  const sides = cells.flatMap(({ box }) => [box.left, box.right]).sort((a, b) => a - b);
  for (const side of sides) if (side - (edges[edges.length - 1] ?? -Infinity) > SAME_COLUMN) edges.push(side);
  const columnOf = (side: number) => edges.findLastIndex((edge) => edge <= side + 0.01);
  return cells.map((cell) => {
    const column = columnOf(cell.box.left);
    return { ...cell, column, columnSpan: Math.max(1, columnOf(cell.box.right) - column) };
  });
}
