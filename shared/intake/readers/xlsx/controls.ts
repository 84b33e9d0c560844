import { TICKED, UNTICKED } from '../ticks';
import { child, descendants, parseXml, textOf, type XmlElement } from '../xml/element';
import type { Address } from './address';

/** A control or note floating over a sheet. */
export interface Floating extends Address {
  readonly kind: 'tick' | 'other';
  /** Distance from the left edge of its column, for the order of several over one cell. */
  readonly offset: number;
  /** A ticked or empty box with its caption. */
  readonly text: string;
}

/**
 * Check boxes and option buttons of the legacy drawing of a sheet (VML, Part 4 of ECMA-376): Excel writes one for
 * every form control, also beside the newer parts. `xml` is often not well-formed: `<br>` is left open.
 */
export function readControls(xml: string, depth: number): readonly Floating[] {
  const { root } = parseXml(xml.replace(/<br\s*>/gi, '<br/>'), depth);
  return root ? descendants(root, 'shape').flatMap(floatingOf) : [];
}

const OTHERS = new Set(['Drop', 'List', 'Edit', 'Pict', 'Scroll', 'Spin']);

function floatingOf(shape: XmlElement): readonly Floating[] {
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
  // A box whose top edge lies low in a row is drawn over the next one.
  return { row: (down ?? 0) > LOW_IN_ROW ? row + 1 : row, column, offset: offset ?? 0 };
}

/** Pixels below the upper edge of a row from which a box belongs to the row below. */
const LOW_IN_ROW = 14;

/** The text of a cell with the boxes that float over it: boxes with captions behind, bare ones before. */
export function withTicks(text: string, ticks: readonly Floating[]): string {
  const ordered = [...ticks]
    .sort((a, b) => a.column - b.column || a.offset - b.offset)
    .map((tick) => tick.text);
  const bare = ordered.filter((tick) => tick.length === 1);
  const captioned = ordered.filter((tick) => tick.length > 1);
  return [bare.join('') + text, ...captioned].filter((part) => part !== '').join('　');
}
