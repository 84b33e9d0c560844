import { Refusal } from '../reading';
import type { Bytes } from './bytes';

/** The first stream of a Word document and what its head (FIB, MS-DOC 2.5) says about the rest. */
export interface Fib {
  /** Which of the two table streams is in use. */
  readonly table: '0Table' | '1Table';
  /** Lengths of the texts that follow one another, in characters. */
  readonly lengths: Readonly<Record<StoryName, number>>;
  /** Place of a structure in the table stream. */
  readonly place: (part: PartName) => { readonly at: number; readonly length: number };
}

/** The texts of a document in the order in which they are stored (MS-DOC 2.3). */
export const STORIES = [
  'body',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const;

export type StoryName = (typeof STORIES)[number];

/** Numbers of the structures in `fibRgFcLcb97`. */
const PARTS = {
  styles: 1,
  sections: 6,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  clx: 33,
  shapes: 40,
  headerShapes: 41,
  drawings: 50,
  boxes: 56,
  headerBoxes: 58,
  lists: 73,
  listOverrides: 74,
} as const;

export type PartName = keyof typeof PARTS;

const WORD_97 = 0xa5ec;
/** Word 2, and Word 6 and 95. */
const OLDER = [0xa59b, 0xa59c, 0xa5db, 0xa5dc];
/** Documents with lower numbers are of Word 6 and 95, whose structures are others. */
const LEAST_VERSION = 0xc0;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const LENGTHS = 0x4c;
const PLACES = 0x9a;

/** Throws a `Refusal` for a protected document, one older than Word 97, and one that is none. */
export function readFib(bytes: Bytes): Fib {
  const mark = bytes.u16(0);
  const version = bytes.u16(2);
  if (OLDER.includes(mark) || (mark === WORD_97 && version < LEAST_VERSION))
    throw new Refusal({ code: 'oldWord' });
  if (mark !== WORD_97 || bytes.length < PLACES)
    throw new Refusal({ code: 'damaged', params: { why: 'head' } });
  const flags = bytes.u16(0x0a);
  if (flags & ENCRYPTED) throw new Refusal({ code: 'encrypted' });
  return {
    table: flags & SECOND_TABLE ? '1Table' : '0Table',
    lengths: lengthsOf(bytes),
    place: (part) => {
      const at = PLACES + PARTS[part] * 8;
      return { at: bytes.u32(at), length: PARTS[part] < bytes.u16(PLACES - 2) ? bytes.u32(at + 4) : 0 };
    },
  };
}

function lengthsOf(bytes: Bytes): Fib['lengths'] {
  const lengths = STORIES.map((name, at) => [name, Math.max(0, bytes.i32(LENGTHS + at * 4))] as const);
  return Object.fromEntries(lengths) as Record<StoryName, number>;
}
