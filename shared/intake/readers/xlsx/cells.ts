import { child, textOf, type XmlElement } from '../xml/element';
import { parseAddress, type Address } from '../sheets/address';
import { truthText, type CellStyle, type ShownCell } from '../sheets/cell';
import type { ShownValue } from '../sheets/numberFormat';
import { shownText, struckText, type CellText } from '../sheets/text';
import { cellText, unescaped } from './strings';

/** What cells need to show their values. */
export interface CellContext {
  readonly strings: readonly CellText[];
  readonly styleOf: (index: number) => CellStyle;
  readonly from1904: boolean;
}

/** `next`: the address of a cell that does not name its own. */
export function readCell(cell: XmlElement, next: Address, context: CellContext): ShownCell {
  const address = parseAddress(cell.attributes.r ?? '') ?? next;
  const style = context.styleOf(Number(cell.attributes.s ?? 0));
  return { ...address, style, ...shownValue(cell, style, context) };
}

type CellValue = Pick<ShownCell, keyof ShownValue | 'textMissing' | 'struck'>;

function shownValue(cell: XmlElement, style: CellStyle, context: CellContext): CellValue {
  const raw = textOf(child(cell, 'v'));
  switch (cell.attributes.t ?? 'n') {
    case 's':
      return storedText(context.strings[Number(raw)], style);
    case 'inlineStr':
      return textValue(cellText(child(cell, 'is')), style);
    case 'b':
      return { text: truthText(raw === '1' || raw === 'true', style) };
    case 'n':
      return raw === '' || Number.isNaN(Number(raw))
        ? { text: raw }
        : style.format.showNumber(Number(raw), context.from1904);
    default:
      return textValue(unescaped(raw), style);
  }
}

function storedText(text: CellText | undefined, style: CellStyle): CellValue {
  return text === undefined ? { text: '', textMissing: true } : textValue(text, style);
}

function textValue(text: CellText, style: CellStyle): CellValue {
  const shown = style.format.showText(shownText(text, style.font));
  if (style.struck && typeof text === 'string' && text !== '') return { text: '', struck: shown.text };
  const struck = struckText(text);
  return struck === '' ? shown : { ...shown, struck };
}
