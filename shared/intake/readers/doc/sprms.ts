import type { Bytes } from './bytes';

/**
 * A single property modifier (MS-DOC 2.2.5): what it changes and the bytes that say how. In the operand of one of
 * variable length, the length is left out.
 */
export interface Sprm {
  readonly code: number;
  readonly operand: Bytes;
}

/** The modifiers that are read, by what the format calls them. */
export const SPRM = {
  charDeleted: 0x0800,
  charInserted: 0x0801,
  charData: 0x0806,
  charObject: 0x080a,
  charVanish: 0x083c,
  charSpecial: 0x0855,
  charIsObject: 0x0856,
  charPlain: 0x2a33,
  charStyle: 0x4a30,
  charFontAscii: 0x4a4f,
  charFontEast: 0x4a50,
  charFontOther: 0x4a51,
  charPicture: 0x6a03,
  charSymbol: 0x6a09,
  paragraphStyle: 0x4600,
  paragraphInTable: 0x2416,
  paragraphRowEnd: 0x2417,
  paragraphDepth: 0x6649,
  paragraphDeeper: 0x664a,
  paragraphInnerCell: 0x244b,
  paragraphInnerRowEnd: 0x244c,
  paragraphOutline: 0x2640,
  paragraphLevel: 0x260a,
  paragraphList: 0x460b,
  paragraphElsewhere: 0x6646,
  paragraphElsewhereOld: 0x6645,
  paragraphTabs: 0xc615,
  tableCells: 0xd608,
  tableShades80: 0xd609,
  tableShades: 0xd612,
  tableShadesSecond: 0xd616,
  tableShadesThird: 0xd60c,
  tableMerge: 0x5624,
  tableSplit: 0x5625,
  tableMergeDown: 0xd62b,
} as const;

/** Bytes of the operand by the three highest bits of the code; the seventh kind says its own. */
const SIZES = [1, 1, 2, 4, 2, 2, undefined, 3];

/** The modifiers in order; ends where the last one is cut off. */
export function* sprmsOf(bytes: Bytes): Generator<Sprm> {
  for (let at = 0; at + 2 <= bytes.length;) {
    const code = bytes.u16(at);
    const { head, length } = operandOf(bytes, at + 2, code);
    if (at + 2 + head + length > bytes.length) return;
    yield { code, operand: bytes.part(at + 2 + head, length) };
    at += 2 + head + length;
  }
}

interface OperandSize {
  /** Bytes that hold the length. */
  readonly head: number;
  readonly length: number;
}

function operandOf(bytes: Bytes, at: number, code: number): OperandSize {
  const fixed = SIZES[code >> 13];
  if (fixed !== undefined) return { head: 0, length: fixed };
  // The length of these cells stands in two bytes and counts one too many.
  if (code === SPRM.tableCells) return { head: 2, length: Math.max(0, bytes.u16(at) - 1) };
  const length = bytes.u8(at);
  if (code === SPRM.paragraphTabs && length === 255) return { head: 1, length: tabsLength(bytes, at + 1) };
  return { head: 1, length };
}

/** Too many tab stops for one byte: their counts say the length. */
function tabsLength(bytes: Bytes, at: number): number {
  const deleted = bytes.u8(at);
  return 2 + deleted * 4 + bytes.u8(at + 1 + deleted * 4) * 3;
}
