import { TICKED, UNTICKED } from '../ticks';
import type { Address } from './address';
import { numberFormat, type NumberFormat, type ShownValue } from './numberFormat';

/** What a style says about the cells that carry it. */
export interface CellStyle {
  readonly format: NumberFormat;
  /** Name of the font; undefined where the file does not say. */
  readonly font: string | undefined;
  readonly shaded: boolean;
  /** Lines on all four sides. */
  readonly framed: boolean;
  /** All text of the cell is struck out. */
  readonly struck?: boolean;
  /** TRUE and FALSE are shown as a box that can be ticked. */
  readonly tickBox: boolean;
}

export const PLAIN: CellStyle = {
  format: numberFormat('General'),
  font: undefined,
  shaded: false,
  framed: false,
  tickBox: false,
};

/** A cell as it is shown. */
export interface ShownCell extends Address, ShownValue {
  readonly style: CellStyle;
  /** The cell names a text that the book does not hold. */
  readonly textMissing?: true;
  /** Text that is struck out in the cell: no part of its value. */
  readonly struck?: string;
}

export function truthText(value: boolean, style: CellStyle): string {
  if (style.tickBox) return value ? TICKED : UNTICKED;
  return value ? 'TRUE' : 'FALSE';
}

/** Line breaks become \n. */
export function withLineBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
