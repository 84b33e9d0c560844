import type { Box } from './geometry';
import type { GridCell } from './grid';
import type { Line } from './lines';

/** A cell with its lines; `right` is how far they may reach. */
export interface PageCell extends GridCell {
  readonly page: number;
  readonly lines: readonly Line[];
  readonly right: number;
  readonly shaded: boolean;
  readonly tables: readonly PageTable[];
}

export interface PageTable {
  readonly kind: 'table';
  readonly box: Box;
  readonly cells: readonly PageCell[];
}

export interface PageLine {
  readonly kind: 'line';
  readonly line: Line;
}

export type PageItem = PageTable | PageLine;

export interface PageSize {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}
