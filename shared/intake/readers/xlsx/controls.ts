import { rowUnder, type FloatingTick } from '../sheets/floating';
import { TICKED, UNTICKED } from '../ticks';
import { child, descendants, parseXml, textOf, type XmlElement } from '../xml/element';

/** A control floating over a sheet. */
export interface Control extends FloatingTick {
  readonly kind: 'tick' | 'other';
}

/**
 * Check boxes and option buttons of the legacy drawing of a sheet (VML, Part 4 of ECMA-376): Excel writes one for
 * every form control, also beside the newer parts. `xml` is often not well-formed: `<br>` is left open.
 */
export function readControls(xml: string, depth: number): readonly Control[] {
  const { root } = parseXml(xml.replace(/<br\s*>/gi, '<br/>'), depth);
  return root ? descendants(root, 'shape').flatMap(floatingOf) : [];
}

const OTHERS = new Set(['Drop', 'List', 'Edit', 'Pict', 'Scroll', 'Spin']);

function floatingOf(shape: XmlElement): readonly Control[] {
  const data = child(shape, 'ClientData');
  const type = data?.attributes.ObjectType ?? '';
  const place = data && placeOf(textOf(child(data, 'Anchor')));
  if (!place) return [];
  if (type === 'Checkbox' || type === 'Radio')
    return [{ ...place, kind: 'tick', text: tickText(shape, data) }];
  return OTHERS.has(type) ? [{ ...place, kind: 'other', text: '' }] : [];
}

function tickText(shape: XmlElement, data: XmlElement): string {
  const checked = textOf(child(data, 'Checked')).trim();
  const caption = descendants(shape, 'textbox').map(textOf).join('').replace(/\s+/g, ' ').trim();
  return (checked !== '' && checked !== '0' ? TICKED : UNTICKED) + caption;
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset. */
function placeOf(anchor: string): { row: number; column: number; offset: number } | undefined {
  const [column, offset, row, down] = anchor.split(',').map(Number);
  if (column === undefined || row === undefined || Number.isNaN(column) || Number.isNaN(row))
    return undefined;
  return { row: rowUnder(row, down ?? 0), column, offset: offset ?? 0 };
}
