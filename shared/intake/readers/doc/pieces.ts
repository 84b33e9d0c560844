import { Bytes, NOTHING, Plc } from './bytes';

/** A stretch of text as it is stored: one byte (Windows 1252) or two (UTF-16) a character. */
export interface TextPiece {
  /** Characters from the beginning of the document; `to` is the first one behind the piece. */
  readonly from: number;
  readonly to: number;
  /** Of the first character in the main stream, in bytes. */
  readonly at: number;
  readonly width: 1 | 2;
  /** Modifiers that fast saving laid over the piece. */
  readonly over: Bytes;
}

const PROPERTIES = 1;
const TABLE = 2;
const ENTRY = 8;

/** The piece table (Clx, MS-DOC 2.9.38), by which the text is put together. Pieces that go backwards are left out. */
export function readPieces(clx: Bytes): readonly TextPiece[] {
  const groups: Bytes[] = [];
  for (let at = 0; at < clx.length;) {
    const kind = clx.u8(at);
    if (kind === TABLE) return piecesOf(new Plc(clx.part(at + 5, clx.u32(at + 1)), ENTRY), groups);
    if (kind !== PROPERTIES) return [];
    groups.push(clx.part(at + 3, clx.u16(at + 1)));
    at += 3 + clx.u16(at + 1);
  }
  return [];
}

function piecesOf(table: Plc, groups: readonly Bytes[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  for (let index = 0; index < table.count; index++) {
    const [from, to] = [table.position(index), table.position(index + 1)];
    if (to <= from || from < (pieces.at(-1)?.to ?? 0)) continue;
    pieces.push({
      from,
      to,
      ...placeOf(table.data(index).u32(2)),
      over: overOf(table.data(index).u16(6), groups),
    });
  }
  return pieces;
}

/** Bit 30 marks pieces of one byte a character, whose place is doubled. */
function placeOf(place: number): Pick<TextPiece, 'at' | 'width'> {
  const at = place & 0x3fffffff;
  return place & 0x40000000 ? { at: at >> 1, width: 1 } : { at, width: 2 };
}

/** A short modifier (Prm0) in the bytes of a long one, or one of the groups before the table (Prm1). */
function overOf(modifier: number, groups: readonly Bytes[]): Bytes {
  if (modifier & 1) return groups[modifier >> 1] ?? NOTHING;
  const code = SHORT[(modifier >> 1) & 0x7f];
  return code === undefined ? NOTHING : new Bytes(Uint8Array.of(code & 0xff, code >> 8, modifier >> 8));
}

/** Of the short modifiers (MS-DOC 2.9.214) those that change what is read. */
const SHORT: Readonly<Record<number, number>> = {
  0x18: 0x2416,
  0x19: 0x2417,
  0x41: 0x0800,
  0x42: 0x0801,
  0x5c: 0x083c,
};
