import { child, textOf, type XmlElement } from '../xml/element';
import { parseAddress, type Address } from '../sheets/address';
import { truthText, type CellStyle, type ShownCell } from '../sheets/cell';
import { formatCell } from '../sheets/numberFormat';
import { shownText, type CellText } from '../sheets/text';
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
  return { ...address, style, text: valueText(cell, style, context) };
}

function valueText(cell: XmlElement, style: CellStyle, context: CellContext): string {
  const raw = textOf(child(cell, 'v'));
  switch (cell.attributes.t ?? 'n') {
    case 's':
      return shownText(context.strings[Number(raw)] ?? '', style.font);
    case 'inlineStr':
      return shownText(cellText(child(cell, 'is')), style.font);
    case 'b':
      return truthText(raw === '1' || raw === 'true', style);
    case 'n':
      return raw === '' || Number.isNaN(Number(raw))
        ? raw
        : formatCell(Number(raw), style.format, context.from1904);
    default:
      return shownText(unescaped(raw), style.font);
  }
}
