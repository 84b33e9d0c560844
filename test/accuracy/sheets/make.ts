import { pick, type Dice } from '../ocr/dice';
import type { TICKS } from '../ocr/style';

/** How an office, or the program that it uses, sets the official sheet as a table. */
export interface SheetMake {
  readonly tick: keyof typeof TICKS;
  /** Between name and mark of a choice: `[　十分である　]`. */
  readonly bracket: (value: string) => string;
  /** The list of options: beside the value, below it in its cell, in a row of its own, or not at all. */
  readonly options: 'beside' | 'inside' | 'below' | 'none';
  /** One box a line, all on one line, or each in a cell of its own. */
  readonly boxes: 'line' | 'row' | 'cells';
  /** Headings of whole parts: above the table, or a row of it. */
  readonly heads: 'above' | 'row';
  /** Texts beside their label, or in the row below it. */
  readonly texts: 'beside' | 'below';
  /** The number of an item in a cell of its own. */
  readonly numbered: boolean;
  /** A cell to the left of all rows of 使用の主体 and 再委託. */
  readonly outer: boolean;
  /** Lines around the cells. */
  readonly ruled: boolean;
  /** Labels are shaded. */
  readonly shaded: boolean;
  /** One table for each part, or one for each item. */
  readonly tables: 'part' | 'item';
  /** Points of the letters; the smaller, the more stands on a page. */
  readonly size: number;
  /** Percent of the width that the label takes. */
  readonly label: number;
}

/** As most such sheets look. */
export const USUAL: SheetMake = {
  tick: 'circle',
  bracket: (value) => `[　${value}　]`,
  options: 'beside',
  boxes: 'row',
  heads: 'above',
  texts: 'beside',
  numbered: false,
  outer: false,
  ruled: true,
  shaded: true,
  tables: 'item',
  size: 10,
  label: 30,
};

export function anyMake(roll: Dice): SheetMake {
  return {
    tick: pick(roll, ['circle', 'wide', 'full', 'boxes', 'squares', 'large']),
    bracket: pick(roll, BRACKETED),
    options: pick(roll, ['beside', 'beside', 'inside', 'below', 'none']),
    boxes: pick(roll, ['line', 'row', 'cells']),
    heads: pick(roll, ['above', 'row']),
    texts: pick(roll, ['beside', 'beside', 'beside', 'below']),
    numbered: roll() < 0.2,
    outer: roll() < 0.5,
    ruled: roll() < 0.9,
    shaded: roll() < 0.6,
    tables: pick(roll, ['part', 'item']),
    size: pick(roll, [8, 9, 10.5, 11]),
    label: pick(roll, [20, 25, 30, 40]),
  };
}

const BRACKETED: readonly SheetMake['bracket'][] = [
  (value) => `[　${value}　]`,
  (value) => `[${value}]`,
  (value) => `［ ${value} ］`,
  (value) => value,
  (value) => `【${value}】`,
];
