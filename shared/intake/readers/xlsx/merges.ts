import { elementsOf, type XmlElement } from '../xml/element';
import { parseRange, type Address, type Range } from './address';

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

/** `element`: `mergeCells`; undefined where the sheet has none. */
export function readMerges(element: XmlElement | undefined): Merges {
  const all = elementsOf(element, 'mergeCell').flatMap(
    ({ attributes }) => parseRange(attributes.ref ?? '') ?? [],
  );
  const tall = all.filter((range) => range.last.row - range.first.row > TALL);
  const byRow = new Map<number, Range[]>();
  for (const range of all.filter((each) => !tall.includes(each))) addRows(byRow, range);
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
