/**
 * The optimal assignment: for each row the column that makes the sum of scores greatest, every column used at most
 * once; -1 where there are more rows than columns. Scores are 0–1. O(n³), Jonker–Volgenant.
 */
export function assign(scores: readonly (readonly number[])[]): readonly number[] {
  const size = Math.max(scores.length, ...scores.map((row) => row.length));
  const columns = Math.max(0, ...scores.map((row) => row.length));
  const cost = (row: number, column: number) => 1 - (scores[row]?.[column] ?? 0);
  const owner = solve(size, cost);
  const result = scores.map(() => -1);
  owner.forEach((row, column) => {
    if (row < scores.length && column < columns) result[row] = column;
  });
  return result;
}

/** For each column the row that it belongs to in the cheapest square assignment. */
function solve(size: number, cost: (row: number, column: number) => number): readonly number[] {
  const state: State = {
    size,
    cost,
    rowPotential: new Float64Array(size + 1),
    columnPotential: new Float64Array(size + 1),
    owner: new Int32Array(size + 1),
  };
  for (let row = 1; row <= size; row++) augment(state, row);
  return Array.from(state.owner.slice(1), (row) => row - 1);
}

interface State {
  readonly size: number;
  readonly cost: (row: number, column: number) => number;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** Row of each column, from 1; 0: free. */
  readonly owner: Int32Array;
}

const at = (array: ArrayLike<number>, index: number): number => array[index] ?? 0;

function augment(state: State, row: number): void {
  const { size, owner } = state;
  const least = new Float64Array(size + 1).fill(Infinity);
  const before = new Int32Array(size + 1);
  const used = new Uint8Array(size + 1);
  owner[0] = row;
  let column = 0;
  do {
    used[column] = 1;
    column = nextColumn(state, column, least, before, used);
  } while (at(owner, column) !== 0);
  while (column !== 0) {
    owner[column] = at(owner, at(before, column));
    column = at(before, column);
  }
}

function nextColumn(
  state: State,
  from: number,
  least: Float64Array,
  before: Int32Array,
  used: Uint8Array,
): number {
  const row = at(state.owner, from);
  let [best, delta] = [0, Infinity];
  for (let column = 1; column <= state.size; column++) {
    if (used[column]) continue;
    const reduced =
      state.cost(row - 1, column - 1) - at(state.rowPotential, row) - at(state.columnPotential, column);
    if (reduced < at(least, column)) {
      least[column] = reduced;
      before[column] = from;
    }
    if (at(least, column) < delta) [best, delta] = [column, at(least, column)];
  }
  shift(state, delta, least, used);
  return best;
}

function shift(state: State, delta: number, least: Float64Array, used: Uint8Array): void {
  for (let column = 0; column <= state.size; column++) {
    if (used[column]) {
      const row = at(state.owner, column);
      state.rowPotential[row] = at(state.rowPotential, row) + delta;
      state.columnPotential[column] = at(state.columnPotential, column) - delta;
    } else least[column] = at(least, column) - delta;
  }
}
