import { u16, u8 } from '../bytes';

/** What floats over a sheet, as its OBJ record tells (MS-XLS 2.4.181). */
export interface SheetObject {
  readonly kind: ObjectKind;
  /** By which notes name their text. */
  readonly id: number;
}

export type ObjectKind =
  /** check boxes and option buttons */
  | 'ticked'
  | 'unticked'
  /** a control whose state cannot be read, or is neither of both */
  | 'control'
  /** what Excel draws itself: arrows of filters and of lists to choose from */
  | 'own'
  | 'chart'
  /** a document of another program */
  | 'embedded'
  | 'note'
  | 'shape';

const CHART = 0x05;
const PICTURE = 0x08;
const CHECK_BOX = 0x0b;
const OPTION = 0x0c;
const NOTE = 0x19;
/** Fields to write in, spinners, scroll bars, lists, drop-down lists. */
const CONTROLS = [0x0d, 0x10, 0x11, 0x12, 0x14];

const COMMON = 0x15;
const PICTURE_FLAGS = 0x08;
const PICTURE_FORMULA = 0x09;
const BOX_STATE = 0x12;
/** Holds the state, too; LibreOffice writes it here only. */
const BOX = 0x0a;
const LIST = 0x13;

/** Undefined where the record does not say what it is. */
export function readObject(data: Uint8Array): SheetObject | undefined {
  const parts = subrecords(data);
  const common = parts.get(COMMON);
  if (!common) return undefined;
  const isOwn = (u16(common, 4) & 0x0100) !== 0;
  return { kind: isOwn ? 'own' : kindOf(u16(common, 0), parts), id: u16(common, 2) };
}

function kindOf(type: number, parts: ReadonlyMap<number, Uint8Array>): ObjectKind {
  if (type === CHECK_BOX || type === OPTION) return stateOf(parts.get(BOX_STATE) ?? parts.get(BOX));
  if (CONTROLS.includes(type)) return 'control';
  if (type === CHART) return 'chart';
  if (type === NOTE) return 'note';
  if (type !== PICTURE || !parts.has(PICTURE_FORMULA)) return 'shape';
  const isControl = (u8(parts.get(PICTURE_FLAGS) ?? Uint8Array.of(), 0) & 0x10) !== 0;
  return isControl ? 'control' : 'embedded';
}

/** 0 empty, 1 ticked, 2 neither. */
function stateOf(state: Uint8Array | undefined): ObjectKind {
  if (!state) return 'control';
  return (['unticked', 'ticked'] as const)[u16(state, 0)] ?? 'control';
}

/** Parts by their type; that of lists comes last and gives a length that is not its own. */
function subrecords(data: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const parts = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= data.length;) {
    const [type, length] = [u16(data, at), u16(data, at + 2)];
    if (type === 0) break;
    parts.set(type, data.subarray(at + 4, at + 4 + length));
    if (type === LIST) break;
    at += 4 + length;
  }
  return parts;
}
