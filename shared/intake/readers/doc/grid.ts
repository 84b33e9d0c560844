/** Edges of cells that differ by less stand above each other on paper. Twips (1/20 pt). */
const TOLERANCE = 20;

/** Columns of a cell in the grid of its table. */
export interface Columns {
  readonly column: number;
  readonly span: number;
}

/** The grid of a table: the edges of the cells of all rows. `rows`: their edges, left to right. */
export function gridOf(rows: readonly (readonly number[])[]): (left: number, right: number) => Columns {
  const lines: number[] = [];
  for (const edge of [...new Set(rows.flat())].sort((a, b) => a - b))
    if (lines.length === 0 || edge - (lines.at(-1) ?? 0) > TOLERANCE) lines.push(edge);
  return (left, right) => {
    const column = lineAt(lines, left);
    return { column, span: Math.max(1, lineAt(lines, right) - column) };
  };
}

/** The last line that is not to the right of the edge. */
function lineAt(lines: readonly number[], edge: number): number {
  const next = lines.findIndex((line) => line > edge);
  return Math.max(0, (next < 0 ? lines.length : next) - 1);
}
