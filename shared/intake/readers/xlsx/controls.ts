import { rowUnder, type FloatingParts, type FloatingTick } from '../sheets/floating';
import type { Address } from '../sheets/address';
import { TICKED, UNTICKED } from '../ticks';
import { child, descendants, parseXml, textOf, type XmlElement } from '../xml/element';

/** A form control floating over a sheet. */
export interface Control extends Address {
  /** `other`: its state cannot be read. `words`: labels and frames, which have none. */
  readonly kind: 'tick' | 'other' | 'words';
  /** Distance from the left edge of its column. */
  readonly offset: number;
  readonly caption: string;
  readonly state: ControlState;
  /** The number by which the sheet lists it; undefined where a program does not write it here. */
  readonly shape: number | undefined;
}

/** `mixed`: neither of both, or not to be told. */
export type ControlState = 'ticked' | 'unticked' | 'mixed';

/** A check box or option button as the sheet lists it, beside the drawing. */
export interface ListedControl {
  readonly shape: number;
  readonly name: string;
  readonly state: ControlState;
}

/**
 * Controls of the legacy drawing of a sheet (VML, Part 4 of ECMA-376): Excel writes one for every form control, also
 * beside the newer parts. `xml` is often not well-formed: `<br>` is left open.
 */
export function readControls(xml: string, depth: number): readonly Control[] {
  const { root } = parseXml(xml.replace(/<br\s*>/gi, '<br/>'), depth);
  return root ? descendants(root, 'shape').flatMap(controlOf) : [];
}

const KINDS: Readonly<Record<string, Control['kind']>> = {
  Checkbox: 'tick',
  Radio: 'tick',
  Drop: 'other',
  List: 'other',
  Edit: 'other',
  Pict: 'other',
  Scroll: 'other',
  Spin: 'other',
  Label: 'words',
  GBox: 'words',
  Button: 'words',
};

function controlOf(shape: XmlElement): readonly Control[] {
  const data = child(shape, 'ClientData');
  const kind = KINDS[data?.attributes.ObjectType ?? ''];
  const place = data && placeOf(textOf(child(data, 'Anchor')));
  if (!kind || !place) return [];
  const number = /^_x0000_s(\d+)$/.exec(shape.attributes.id ?? '')?.[1];
  return [
    {
      ...place,
      kind,
      caption: descendants(shape, 'textbox').map(textOf).join('').replace(/\s+/g, ' ').trim(),
      state: stateOf(textOf(child(data, 'Checked')).trim()),
      shape: number === undefined ? undefined : Number(number),
    },
  ];
}

/** What stands for the state: in the drawing a number, in the part of a control a word. */
export function stateOf(checked: string): ControlState {
  if (checked === '2' || checked === 'Mixed') return 'mixed';
  return ['', '0', 'Unchecked'].includes(checked) ? 'unticked' : 'ticked';
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset. */
function placeOf(anchor: string): { row: number; column: number; offset: number } | undefined {
  const [column, offset, row, down] = anchor.split(',').map(Number);
  if (column === undefined || row === undefined || Number.isNaN(column) || Number.isNaN(row))
    return undefined;
  return { row: rowUnder(row, down ?? 0), column, offset: offset ?? 0 };
}

/**
 * The controls with the states that the sheet lists. Excel writes a state in both places. LibreOffice lists it only, does
 * not number what it draws, and lists none of a group: a box that it drew has the state of the listed one that is named as
 * its caption says, and else one that cannot be told.
 */
export function withListedStates(
  controls: readonly Control[],
  listed: readonly ListedControl[],
): readonly Control[] {
  const byShape = new Map(listed.map((each) => [each.shape, each]));
  const byName = onlyOnes(listed, ({ name }) => name);
  const captions = onlyOnes(controls, ({ caption }) => caption);
  return controls.map((control) => {
    if (control.kind !== 'tick' || control.state === 'ticked') return control;
    if (control.shape !== undefined)
      return { ...control, state: byShape.get(control.shape)?.state ?? control.state };
    const named = captions.has(control.caption) ? byName.get(control.caption) : undefined;
    return { ...control, shape: named?.shape, state: named?.state ?? 'mixed' };
  });
}

/** By key, without those whose key others have, too. */
function onlyOnes<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T | undefined>();
  for (const each of all) found.set(key(each), found.has(key(each)) ? undefined : each);
  return new Map([...found].flatMap(([name, each]) => (each === undefined ? [] : [[name, each] as const])));
}

/** What controls show on the sheet. */
export function floatingControls(controls: readonly Control[]): Pick<FloatingParts, 'ticks' | 'texts'> {
  return {
    ticks: controls.flatMap((control) => tickOf(control) ?? []),
    texts: controls.flatMap((control) => {
      const { row, column, caption } = control;
      if (caption === '' || tickOf(control)) return [];
      return [{ role: 'textbox', text: caption, at: { row, column } } as const];
    }),
  };
}

/** Whether the person must look at the control in the source. */
export function isUntold({ kind, state }: Control): boolean {
  return kind === 'other' || (kind === 'tick' && state === 'mixed');
}

function tickOf({ kind, state, row, column, offset, caption }: Control): FloatingTick | undefined {
  if (kind !== 'tick' || state === 'mixed') return undefined;
  return { row, column, offset, text: (state === 'ticked' ? TICKED : UNTICKED) + caption };
}
