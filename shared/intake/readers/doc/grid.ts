/** Edges of cells that differ by less stand above each other on paper. Twips (1/20 pt). */
const TOLERANCE = 20;

/** Columns of a cell in the grid of its table. */
export interface Columns {
  readonly column: number;
  readonly span: number;
}

/** The grid of a table: the edges of the cells of all rows. `rows`: their edges, left to right. */
export function gridOf(rows: readonly (readonly number[])[]): (left: number, right: number) => Columns {
  const columns = columnsOf(rows.flat());
  return (left, right) => {
    const column = columns.get(left) ?? 0;
    return { column, span: Math.max(1, (columns.get(right) ?? 0) - column) };
  };
}

/** The column that begins at an edge. */
function columnsOf(edges: readonly number[]): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  let [column, line] = [-1, -Infinity];
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - line > TOLERANCE) {
      column++;
      line = edge;
    }
    columns.set(edge, column);
  }
  return columns;
}
