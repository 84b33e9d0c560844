import { asciiAt, asciiCodes, joinBytes, uint16, uint32, viewOf } from '../bytes';

/** Number of parameters of each function type of a parametric curve (ICC.1:2022, 10.18). */
const CURVE_PARAMETERS = [1, 3, 4, 5, 7] as const;
const MAX_CURVE_POINTS = 65_536;
/** Values of a chromatic adaptation matrix. */
const MATRIX_VALUES = 9;
/** What precedes the tables of a look-up table: 8 bit (`mft1`), 16 bit (`mft2`). */
const LUT_HEADER = { mft1: 48, mft2: 52 } as const;

/**
 * A tag element with nothing in it but the numbers that its type defines, reserved bytes zero; undefined for types
 * that describe, for those of another structure (`mAB `), and where it is cut off.
 */
export function numbersOnly(element: Uint8Array): Uint8Array | undefined {
  if (element.length < 12) return undefined;
  const type = asciiAt(element, 0, 4);
  const length = WRITERS[type]?.(element);
  if (length === undefined || length > element.length) return undefined;
  return joinBytes([asciiCodes(type), uint32(0), element.subarray(8, length)]);
}

/** The exact length of an element of each type that holds numbers alone. */
const WRITERS: Readonly<Record<string, (element: Uint8Array) => number | undefined>> = {
  'XYZ ': () => 20,
  sf32: () => 8 + 4 * MATRIX_VALUES,
  curv: (element) => {
    const points = viewOf(element).getUint32(8);
    return points > MAX_CURVE_POINTS ? undefined : 12 + 2 * points;
  },
  para: (element) => {
    const parameters = CURVE_PARAMETERS[viewOf(element).getUint16(8)];
    return parameters === undefined || viewOf(element).getUint16(10) !== 0 ? undefined : 12 + 4 * parameters;
  },
  mft1: (element) => lutLength(element, { bytes: 1, entries: () => [256, 256] }),
  mft2: (element) => {
    const view = viewOf(element);
    return lutLength(element, { bytes: 2, entries: () => [view.getUint16(48), view.getUint16(50)] });
  },
};

interface LutKind {
  readonly bytes: 1 | 2;
  /** Entries of each input table and of each output table. */
  readonly entries: () => readonly [number, number];
}

function lutLength(element: Uint8Array, { bytes, entries }: LutKind): number | undefined {
  const header = bytes === 1 ? LUT_HEADER.mft1 : LUT_HEADER.mft2;
  if (element.length < header || element[11] !== 0) return undefined;
  const [inputs = 0, outputs = 0, points = 0] = element.subarray(8, 11);
  const [inputEntries, outputEntries] = entries();
  return header + bytes * (inputEntries * inputs + points ** inputs * outputs + outputEntries * outputs);
}

/** A neutral text of version 2: `desc` as description, `text` as copyright. */
export function plainText(kind: 'desc' | 'text', text: string): Uint8Array {
  const codes = [...asciiCodes(text), 0];
  if (kind === 'text') return joinBytes([asciiCodes('text'), uint32(0), codes]);
  const nothingElse = new Uint8Array(4 + 4 + 2 + 1 + 67);
  return joinBytes([asciiCodes('desc'), uint32(0), uint32(codes.length), codes, nothingElse]);
}

/** A neutral text of version 4 (`mluc`), in English. */
export function localisedText(text: string): Uint8Array {
  const codes = asciiCodes(text).flatMap((code) => uint16(code));
  const head = [...asciiCodes('mluc'), ...uint32(0), ...uint32(1), ...uint32(12)];
  return joinBytes([head, asciiCodes('enUS'), uint32(codes.length), uint32(28), codes]);
}
