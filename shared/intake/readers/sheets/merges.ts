import { assertCells } from '../reading';
import type { Address, Range } from './address';

/** Merged cells of one sheet. */
export interface Merges {
  /** The merge whose first cell this is. */
  readonly from: (address: Address) => Range | undefined;
  /** The merge that covers the cell, first cell included. */
  readonly covering: (address: Address) => Range | undefined;
  readonly all: readonly Range[];
}

/** Merges taller than this are looked for one by one instead of row by row. */
const TALL = 2_000;

/** Throws a `Refusal` where the merges span more than `limit` rows together: no sheet is made like that. */
export function mergesOf(all: readonly Range[], limit: number): Merges {
  const tall = all.filter((range) => heightOf(range) > TALL);
  const byRow = new Map<number, Range[]>();
  let rows = 0;
  for (const range of all) {
    assertCells((rows += Math.min(heightOf(range), TALL)), limit);
    if (heightOf(range) <= TALL) addRows(byRow, range);
  }
  const covering = (address: Address) =>
    [...(byRow.get(address.row) ?? []), ...tall].find((range) => covers(range, address));
  return {
    all,
    covering,
    from: (address) => {
      const range = covering(address);
      const isFirst = range?.first.row === address.row && range.first.column === address.column;
      return isFirst ? range : undefined;
    },
  };
}

function heightOf({ first, last }: Range): number {
  return last.row - first.row;
}

function addRows(byRow: Map<number, Range[]>, range: Range): void {
  for (let row = range.first.row; row <= range.last.row; row++) {
    const ranges = byRow.get(row);
    if (ranges) ranges.push(range);
    else byRow.set(row, [range]);
  }
}

function covers({ first, last }: Range, { row, column }: Address): boolean {
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
}
