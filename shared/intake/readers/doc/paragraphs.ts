import type { Bytes } from './bytes';
import { type Sprm, SPRM, sprmsOf } from './sprms';

/** What the properties of a paragraph say about its place in tables and lists. */
export interface ParagraphPlace {
  readonly style: number;
  /** Tables that it stands in. */
  readonly depth: number;
  /** Its end is that of a row, and its properties are those of the row. */
  readonly endsRow: boolean;
  /** Its end is that of a cell of a table within a table. */
  readonly endsInnerCell: boolean;
  /** Outline level from 0; 9 and undefined: text. */
  readonly outline: number | undefined;
  /** Number of a list from 1; 0: in none, whatever the style says. */
  readonly list: number | undefined;
  readonly level: number | undefined;
}

export const TEXT: ParagraphPlace = {
  style: 0,
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  outline: undefined,
  list: undefined,
  level: undefined,
};

/** Tables within tables; Word itself stops long before. */
const MOST_DEPTH = 40;

type Change = (place: ParagraphPlace, operand: Bytes) => Partial<ParagraphPlace>;

const CHANGES: Readonly<Record<number, Change>> = {
  [SPRM.paragraphInTable]: ({ depth }, operand) => ({ depth: operand.u8(0) === 0 ? 0 : Math.max(1, depth) }),
  [SPRM.paragraphDepth]: (_, operand) => ({ depth: bounded(operand.i32(0)) }),
  [SPRM.paragraphDeeper]: ({ depth }, operand) => ({ depth: bounded(depth + operand.i32(0)) }),
  [SPRM.paragraphRowEnd]: (_, operand) => ({ endsRow: operand.u8(0) !== 0 }),
  [SPRM.paragraphInnerRowEnd]: (_, operand) => ({ endsRow: operand.u8(0) !== 0 }),
  [SPRM.paragraphInnerCell]: (_, operand) => ({ endsInnerCell: operand.u8(0) !== 0 }),
  [SPRM.paragraphOutline]: (_, operand) => ({ outline: operand.u8(0) }),
  [SPRM.paragraphList]: (_, operand) => ({ list: listOf(operand.u16(0)) }),
  [SPRM.paragraphLevel]: (_, operand) => ({ level: operand.u8(0) }),
};

/** The place that the modifiers give, laid over that of the style. */
export function placeOf(base: ParagraphPlace, properties: Bytes): ParagraphPlace {
  let place = base;
  for (const { code, operand } of sprmsOf(properties)) {
    const change = CHANGES[code];
    if (change) place = { ...place, ...change(place, operand) };
  }
  return place;
}

/**
 * The modifiers of a paragraph, without its style. Those of wide tables do not fit into a page of 512 bytes: their place
 * in the data stream stands instead.
 */
export function modifiersOf(properties: Bytes, data: Bytes): Bytes {
  const modifiers = properties.part(2, properties.length);
  const elsewhere = firstOf(modifiers, [SPRM.paragraphElsewhere, SPRM.paragraphElsewhereOld]);
  if (!elsewhere) return modifiers;
  const at = elsewhere.operand.u32(0);
  return data.part(at + 2, data.u16(at));
}

function firstOf(modifiers: Bytes, codes: readonly number[]): Sprm | undefined {
  for (const sprm of sprmsOf(modifiers)) if (codes.includes(sprm.code)) return sprm;
  return undefined;
}

function bounded(depth: number): number {
  return Math.min(Math.max(0, depth), MOST_DEPTH);
}

/** 0 and the highest number take the paragraph out of any list; negative ones keep a number that is not printed. */
function listOf(value: number): number {
  return value === 0 || value >= 0x7ff ? 0 : value;
}
