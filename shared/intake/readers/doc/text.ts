import { latin1 } from '../bytes';
import { Refusal } from '../reading';
import { type Bytes, NOTHING, stretchOf } from './bytes';
import type { FormattedPages, Stretch } from './pages';
import type { TextPiece } from './pieces';

/** Characters that look alike. */
export interface CharacterRun extends Omit<Stretch, 'to'> {
  readonly from: number;
  /** The first character behind them. */
  readonly to: number;
  readonly over: Bytes;
}

/** All texts of the document one after another; places are counted in characters. */
export interface DocText {
  readonly text: string;
  /** Something of it is not in the file: NUL stands there. */
  readonly cut: boolean;
  runs(from: number, to: number): Iterable<CharacterRun>;
  /** What the paragraph of this character is like, with its style, and what lies over it. */
  paragraph(place: number): { readonly properties: Bytes; readonly over: Bytes };
}

export interface TextPages {
  readonly characters: FormattedPages;
  readonly paragraphs: FormattedPages;
}

/** `most`: characters; throws a `Refusal` for more of them. */
export function readDocText(
  main: Bytes,
  pieces: readonly TextPiece[],
  { characters, paragraphs }: TextPages,
  most: number,
): DocText {
  const joined = joinedText(main, pieces, most);
  const pieceAt = (place: number) => {
    const index = stretchOf(place, pieces.length, (at) => pieces[at]?.from ?? pieces.at(-1)?.to ?? 0);
    return index === undefined ? undefined : pieces[index];
  };
  return {
    ...joined,
    *runs(from, to) {
      for (let at = from; at < to;) {
        const run = runAt(pieceAt(at), at, to, characters);
        yield run;
        at = run.to;
      }
    },
    paragraph: (place) => {
      const piece = pieceAt(place);
      if (!piece) return { properties: NOTHING, over: NOTHING };
      return { properties: paragraphs.at(byteOf(piece, place)).properties, over: piece.over };
    },
  };
}

function byteOf(piece: TextPiece, place: number): number {
  return piece.at + (place - piece.from) * piece.width;
}

function runAt(
  piece: TextPiece | undefined,
  from: number,
  most: number,
  pages: FormattedPages,
): CharacterRun {
  if (!piece || from >= piece.to) {
    return { at: 0, properties: NOTHING, from, to: from + 1, over: NOTHING };
  }
  const { to, ...look } = pages.at(byteOf(piece, from));
  const length = Math.max(1, Math.ceil((to - byteOf(piece, from)) / piece.width));
  return { ...look, from, to: Math.min(from + length, piece.to, most), over: piece.over };
}

function joinedText(
  main: Bytes,
  pieces: readonly TextPiece[],
  most: number,
): { readonly text: string; readonly cut: boolean } {
  const parts: string[] = [];
  let [length, cut] = [0, false];
  for (const piece of pieces) {
    const wanted = piece.to - piece.from;
    const there = Math.min(wanted, Math.max(0, Math.floor((main.length - piece.at) / piece.width)));
    cut ||= there < wanted;
    if (there === 0) continue;
    if (piece.from + there > most) throw new Refusal({ code: 'tooLong', params: { limit: most } });
    parts.push(
      '\0'.repeat(piece.from - length),
      decoded(main.part(piece.at, there * piece.width), piece.width),
    );
    length = piece.from + there;
  }
  return { text: parts.join(''), cut };
}

function decoded(bytes: Bytes, width: 1 | 2): string {
  return width === 2 ? bytes.utf16(0, bytes.length / 2) : windows1252(bytes.all);
}

/** The bytes 80 to 9F of Windows 1252; the others are the characters of their number. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? '');
}
