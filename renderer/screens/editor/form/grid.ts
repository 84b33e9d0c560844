import type { Value } from '../../../../shared/assessment/types';

/** Cells of a 別紙, row by row; rows may differ in length as they did in the source. */
export type Rows = readonly (readonly string[])[];

const FIRST_COLUMNS = 2;

export function gridOf(value: Value | undefined): Rows {
  return typeof value === 'object' && 'rows' in value ? value.rows : [];
}

export function withCell(rows: Rows, y: number, x: number, text: string): Rows {
  return rows.map((row, at) => (at === y ? widened(row, x + 1).with(x, text) : row));
}

/** The rows with cells written from a position on; rows and columns are added where they are needed. */
export function withCells(rows: Rows, y: number, x: number, cells: Rows): Rows {
  const height = Math.max(rows.length, y + cells.length);
  return Array.from({ length: height }, (_, at) => {
    const put = cells[at - y] ?? [];
    const row = rows[at] ?? [];
    return put.length === 0 ? row : widened(row, x).toSpliced(x, put.length, ...put);
  });
}

/** One empty row more, as wide as the widest. */
export function withRow(rows: Rows): Rows {
  return [...rows, Array.from({ length: widthOf(rows) }, () => '')];
}

/** One empty column more, at the right. */
export function withColumn(rows: Rows): Rows {
  const width = widthOf(rows);
  return rows.length === 0 ? [['']] : rows.map((row) => [...widened(row, width), '']);
}

/** The rows with one moved up or down; the same rows where it would leave the table. */
export function withRowMoved(rows: Rows, y: number, by: number): Rows {
  return moved(rows, y, by);
}

/** The rows with one column moved; the same rows where it would leave the table. */
export function withColumnMoved(rows: Rows, x: number, by: number): Rows {
  const width = widthOf(rows);
  if (x + by < 0 || x + by >= width) return rows;
  return rows.map((row) => moved(widened(row, width), x, by));
}

function moved<T>(things: readonly T[], from: number, by: number): readonly T[] {
  const [thing, other] = [things[from], things[from + by]];
  if (thing === undefined || other === undefined) return things;
  return things.with(from, other).with(from + by, thing);
}

export function withoutRow(rows: Rows, y: number): Rows {
  return rows.filter((_, at) => at !== y);
}

export function withoutColumn(rows: Rows, x: number): Rows {
  return rows.map((row) => row.filter((_, at) => at !== x));
}

function widthOf(rows: Rows): number {
  return rows.length === 0 ? FIRST_COLUMNS : Math.max(1, ...rows.map((row) => row.length));
}

function widened(row: readonly string[], width: number): readonly string[] {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')];
}
