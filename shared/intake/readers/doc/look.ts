import type { Bytes } from './bytes';
import { type Sprm, SPRM, sprmsOf } from './sprms';

/** What the properties of characters say about how they are read. */
export interface Look {
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly hidden: boolean;
  /** The character stands for something else: a picture, a note, a field. */
  readonly special: boolean;
  /** Place of a picture or of the data of a form field in the data stream. */
  readonly data: number | undefined;
  readonly isFormData: boolean;
  /** An embedded object. */
  readonly isObject: boolean;
  /** A character of a symbol font, the font by its number. */
  readonly symbol: { readonly font: number; readonly code: number } | undefined;
  /** Numbers of the fonts for Latin, other and East Asian characters. */
  readonly fonts: readonly [number | undefined, number | undefined, number | undefined];
}

export const PLAIN: Look = {
  deleted: false,
  inserted: false,
  hidden: false,
  special: false,
  data: undefined,
  isFormData: false,
  isObject: false,
  symbol: undefined,
  fonts: [undefined, undefined, undefined],
};

/** The look of a character style laid over another. */
export type OfStyle = (style: number, under: Look) => Look;

type Change = (look: Look, operand: Bytes, base: Look) => Partial<Look>;

const CHANGES: Readonly<Record<number, Change>> = {
  [SPRM.charDeleted]: (_, operand) => ({ deleted: operand.u8(0) !== 0 }),
  [SPRM.charInserted]: (_, operand) => ({ inserted: operand.u8(0) !== 0 }),
  [SPRM.charVanish]: (_, operand, base) => ({ hidden: toggled(operand.u8(0), base.hidden) }),
  [SPRM.charSpecial]: (_, operand) => ({ special: operand.u8(0) !== 0 }),
  [SPRM.charPicture]: (_, operand) => ({ data: operand.u32(0), special: true }),
  [SPRM.charData]: (_, operand) => ({ isFormData: operand.u8(0) !== 0 }),
  [SPRM.charObject]: (_, operand) => ({ isObject: operand.u8(0) !== 0 }),
  [SPRM.charIsObject]: (_, operand) => ({ isObject: operand.u8(0) !== 0 }),
  [SPRM.charSymbol]: (_, operand) => ({
    symbol: { font: operand.u16(0), code: operand.u16(2) },
    special: true,
  }),
  [SPRM.charFontAscii]: ({ fonts }, operand) => ({ fonts: [operand.u16(0), fonts[1], fonts[2]] }),
  [SPRM.charFontOther]: ({ fonts }, operand) => ({ fonts: [fonts[0], operand.u16(0), fonts[2]] }),
  [SPRM.charFontEast]: ({ fonts }, operand) => ({ fonts: [fonts[0], fonts[1], operand.u16(0)] }),
  [SPRM.charPlain]: (_, _operand, base) => formatOf(base),
};

/** `base`: of the style of the paragraph. A character style counts from its place on. */
export function lookOf(properties: Bytes, base: Look, ofStyle: OfStyle): Look {
  let [look, under] = [base, base];
  for (const sprm of sprmsOf(properties)) {
    if (sprm.code === SPRM.charStyle) {
      under = ofStyle(sprm.operand.u16(0), base);
      look = { ...look, ...formatOf(under) };
    } else look = changed(look, sprm, under);
  }
  return look;
}

function changed(look: Look, { code, operand }: Sprm, base: Look): Look {
  const change = CHANGES[code];
  return change ? { ...look, ...change(look, operand, base) } : look;
}

/** What a style can give: whether a character is deleted, or what it stands for, is its own. */
function formatOf({ hidden, fonts }: Look): Pick<Look, 'hidden' | 'fonts'> {
  return { hidden, fonts };
}

/** 80: as the style has it; 81: the opposite. */
function toggled(value: number, ofStyle: boolean): boolean {
  if (value === 0x80) return ofStyle;
  return value === 0x81 ? !ofStyle : value !== 0;
}
