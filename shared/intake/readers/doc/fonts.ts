import type { Bytes } from './bytes';

const HEAD = 4;
/** From the length of a font to its name. */
const NAME = 40;

/** Names of the fonts by their numbers (SttbfFfn, MS-DOC 2.9.286). */
export function readFonts(table: Bytes): readonly string[] {
  const fonts: string[] = [];
  for (let at = HEAD; at < table.length; at += table.u8(at) + 1) {
    const name = table.part(at, table.u8(at) + 1);
    fonts.push(name.utf16(NAME, (name.length - NAME) / 2).replace(/\0[^]*/, ''));
  }
  return fonts;
}
