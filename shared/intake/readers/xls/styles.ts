import { u16, u32, u8 } from '../bytes';
import { PLAIN, type CellStyle } from '../sheets/cell';
import type { Fonts } from './fonts';
import { builtInFormat } from '../sheets/formats/builtIn';
import { numberFormat } from '../sheets/numberFormat';

/** What the records of formats, colours and styles say. */
export interface StyleRecords {
  readonly formats: ReadonlyMap<number, string>;
  readonly fonts: Fonts;
  /** XF records, in their order. */
  readonly styles: readonly Uint8Array[];
  /** Data of the PALETTE record: colours of the book's own. */
  readonly palette: Uint8Array | undefined;
}

/** Fill and lines of a style. */
interface Look {
  readonly pattern: number;
  readonly colour: number;
  readonly framed: boolean;
}

/** Styles by the index that cells name. */
export function cellStyles(
  { formats, fonts, styles, palette }: StyleRecords,
  isBiff8: boolean,
): (index: number) => CellStyle {
  const made = styles.map((xf): CellStyle => {
    const { pattern, colour, framed } = isBiff8 ? lookOf(xf) : oldLookOf(xf);
    const id = u16(xf, 2);
    return {
      format: numberFormat(formats.get(id) ?? builtInFormat(id)),
      font: fonts.nameOf(u16(xf, 0)),
      shaded: pattern !== 0 && (pattern !== SOLID || !isWhite(colour, palette)),
      framed,
      tickBox: false,
    };
  });
  return (index) => made[index] ?? PLAIN;
}

const SOLID = 1;

/** MS-XLS 2.5.20: four lines of four bits each, the pattern, its colour. */
function lookOf(xf: Uint8Array): Look {
  const lines = u16(xf, 10);
  return {
    pattern: u8(xf, 17) >> 2,
    colour: u16(xf, 18) & 0x7f,
    framed: [0, 4, 8, 12].every((bit) => ((lines >> bit) & 0xf) !== 0),
  };
}

/** Of Excel 5 and 95: lines of three bits each. */
function oldLookOf(xf: Uint8Array): Look {
  const fill = u32(xf, 8);
  const lines = u16(xf, 12);
  return {
    pattern: (fill >> 16) & 0x3f,
    colour: fill & 0x7f,
    framed: ((fill >> 22) & 7) !== 0 && [0, 3, 6].every((bit) => ((lines >> bit) & 7) !== 0),
  };
}

/** White of the fixed colours, white of the background, or a colour of the palette that is white. */
function isWhite(colour: number, palette: Uint8Array | undefined): boolean {
  if (colour === 1 || colour === 65) return true;
  if (colour < FIRST_OWN || colour >= FIRST_OWN + OWN) return false;
  const at = 2 + (colour - FIRST_OWN) * 4;
  if (!palette || at + 4 > palette.length) return colour === USUAL_WHITE;
  return (u32(palette, at) & 0xffffff) === 0xffffff;
}

/** The palette holds the colours from number 8 to 63; 9 is white where a book has no palette of its own. */
const FIRST_OWN = 8;
const OWN = 56;
const USUAL_WHITE = 9;
