import type { RawCell } from '../word/table';
import type { Bytes } from './bytes';
import { SPRM, sprmsOf } from './sprms';

/** A row as its properties describe it (MS-DOC 2.9.321 TDefTable). */
export interface RowShape {
  /** Left edges of the cells and the right edge of the last one, in twips. */
  readonly edges: readonly number[];
  readonly cells: readonly CellShape[];
}

export interface CellShape {
  /** The cell belongs to the one before it. */
  readonly joinsLeft: boolean;
  readonly merge: RawCell['merge'];
  readonly shaded: boolean;
}

interface Drafted {
  /** As stored: 0 for a cell of its own. In a set of merged cells, the first one has another number than the others. */
  across: number;
  merge: RawCell['merge'];
  shaded: boolean;
}

const CELL = 20;

/** `modifiers`: of the paragraph that ends the row. */
export function readRowShape(modifiers: Bytes): RowShape {
  let edges: readonly number[] = [];
  let cells: Drafted[] = [];
  for (const { code, operand } of sprmsOf(modifiers)) {
    if (code === SPRM.tableCells) ({ edges, cells } = definition(operand));
    else CHANGES[code]?.(cells, operand);
  }
  return {
    edges,
    cells: cells.map(({ merge, shaded }, at) => ({ joinsLeft: joinsLeft(cells, at), merge, shaded })),
  };
}

function definition(operand: Bytes): { edges: readonly number[]; cells: Drafted[] } {
  const count = operand.u8(0);
  const behind = 1 + (count + 1) * 2;
  return {
    edges: Array.from({ length: count + 1 }, (_, at) => operand.i16(1 + at * 2)),
    cells: Array.from({ length: count }, (_, at) => {
      const flags = operand.u16(behind + at * CELL);
      return { across: flags & 3, merge: mergeOf((flags >> 5) & 3), shaded: false };
    }),
  };
}

function mergeOf(flags: number): RawCell['merge'] {
  return flags === 0 ? undefined : flags === 1 ? 'continue' : 'restart';
}

/** Programs differ in which of the two numbers begins a set of merged cells: it is that of the first one. */
function joinsLeft(cells: readonly Drafted[], at: number): boolean {
  const own = cells[at]?.across ?? 0;
  let first = at;
  while ((cells[first - 1]?.across ?? 0) !== 0) first--;
  return own !== 0 && own !== cells[first]?.across;
}

type Change = (cells: Drafted[], operand: Bytes) => void;

const CHANGES: Readonly<Record<number, Change>> = {
  [SPRM.tableMerge]: (cells, operand) =>
    eachOf(cells, operand, (cell, isFirst) => (cell.across = isFirst ? 2 : 1)),
  [SPRM.tableSplit]: (cells, operand) => eachOf(cells, operand, (cell) => (cell.across = 0)),
  [SPRM.tableMergeDown]: (cells, operand) => {
    const cell = cells[operand.u8(0)];
    if (cell) cell.merge = mergeOf(operand.u8(1));
  },
  [SPRM.tableShades80]: (cells, operand) => {
    for (let at = 0; (at + 1) * 2 <= operand.length; at++) shade(cells[at], isShade80(operand.u16(at * 2)));
  },
  [SPRM.tableShades]: (cells, operand) => shadeAll(cells, operand, 0),
  [SPRM.tableShadesSecond]: (cells, operand) => shadeAll(cells, operand, 22),
  [SPRM.tableShadesThird]: (cells, operand) => shadeAll(cells, operand, 44),
};

function eachOf(cells: Drafted[], range: Bytes, change: (cell: Drafted, isFirst: boolean) => void): void {
  cells.slice(range.u8(0), range.u8(1)).forEach((cell, at) => change(cell, at === 0));
}

function shade(cell: Drafted | undefined, shaded: boolean): void {
  if (cell) cell.shaded = shaded;
}

const SHADE = 10;

function shadeAll(cells: Drafted[], operand: Bytes, from: number): void {
  for (let at = 0; (at + 1) * SHADE <= operand.length; at++)
    shade(cells[from + at], isShade(operand.part(at * SHADE, SHADE)));
}

const WHITE_80 = 8;

/** One of sixteen colours behind the cell, or a pattern over it. */
function isShade80(value: number): boolean {
  const back = (value >> 5) & 31;
  return value !== 0xffff && (value >> 10 !== 0 || (back !== 0 && back !== WHITE_80));
}

/** The colour behind the cell (automatic where the last byte is FF), then the pattern. */
function isShade(value: Bytes): boolean {
  const pattern = value.u16(8);
  const back = value.u32(4);
  return pattern !== 0xffff && (pattern !== 0 || (back >>> 24 !== 0xff && (back & 0xffffff) !== 0xffffff));
}
