import { type PartName, STORIES, type StoryName } from '../../../../../../shared/intake/readers/doc/fib';
import { compoundOf } from '../compound/compoundFile';
import { joined, short, word } from './numbers';

/** Characters that look alike. */
export interface RunOf {
  readonly text: string;
  readonly sprms?: readonly number[];
  /** One byte a character. */
  readonly narrow?: boolean;
  /** A modifier of fast saving over the piece: its number among `DocOf.over`. */
  readonly over?: number;
}

export interface ParagraphOf {
  readonly runs: readonly RunOf[];
  /** The sign that ends it. */
  readonly end: string;
  readonly endSprms?: readonly number[];
  readonly style?: number;
  readonly sprms?: readonly number[];
}

export interface DocOf extends Partial<Readonly<Record<StoryName, readonly ParagraphOf[]>>> {
  readonly parts?: Partial<Readonly<Record<PartName, Uint8Array>>>;
  readonly data?: Uint8Array;
  /** Bytes of the main stream behind everything else. */
  readonly behind?: Uint8Array;
  readonly over?: readonly (readonly number[])[];
  readonly head?: { readonly mark?: number; readonly version?: number; readonly flags?: number };
}

/** A modifier with its operand. */
export function sprm(code: number, ...operand: readonly number[]): readonly number[] {
  return [code & 0xff, code >> 8, ...operand];
}

export function run(text: string, ...sprms: readonly (readonly number[])[]): RunOf {
  return { text, sprms: sprms.flat() };
}

export function para(...runs: readonly (string | RunOf)[]): ParagraphOf {
  return { runs: runs.map((one) => (typeof one === 'string' ? { text: one } : one)), end: '\r' };
}

/** The same paragraph with modifiers. */
export function set(paragraph: ParagraphOf, ...sprms: readonly (readonly number[])[]): ParagraphOf {
  return { ...paragraph, sprms: [...(paragraph.sprms ?? []), ...sprms.flat()] };
}

/** Where the text begins. Bytes. */
const TEXT = 1024;
const PAGE = 512;
const PLACES = 0x9a;
/** Numbers of structures as the format has them, apart from those of the reader. */
const NUMBERS: Readonly<Record<PartName, number>> = {
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
};

interface Laid {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** A document of Word 97 to 2003 of these texts, a page of properties for each run and each paragraph. */
export function docOf(document: DocOf): Uint8Array {
  return compoundOf(streamsOf(document));
}

/** The streams of the document by their names. */
export function streamsOf(document: DocOf): Readonly<Record<string, Uint8Array>> {
  const paragraphs = STORIES.flatMap((name) => document[name] ?? []);
  const runs = paragraphs.flatMap(({ runs, end, endSprms }) => [
    ...runs,
    { text: end, sprms: endSprms ?? [] },
  ]);
  const texts = laid(runs.map(textBytes));
  const ends = endsOf(paragraphs);
  const stretches = paragraphs.map((_, at) => ({
    from: texts[ends[at - 1] ?? 0]?.from ?? TEXT,
    to: texts[(ends[at] ?? 0) - 1]?.to ?? TEXT,
  }));
  const behindText = Math.ceil((texts.at(-1)?.to ?? TEXT) / PAGE) * PAGE;
  const characterPages = runs.map(({ sprms = [] }, at) => page(texts[at], characterEntry(sprms)));
  const paragraphPages = paragraphs.map((paragraph, at) => page(stretches[at], paragraphEntry(paragraph)));
  const pages = [...characterPages, ...paragraphPages];
  const first = behindText / PAGE;
  const table = tableOf({
    clx: clxOf(runs, texts, document.over ?? []),
    characterPages: index(texts, first),
    paragraphPages: index(stretches, first + characterPages.length),
    ...document.parts,
  });
  const main = new Uint8Array(behindText + pages.length * PAGE + (document.behind?.length ?? 0));
  main.set(headOf(document, table.places));
  for (const { from, bytes } of texts) main.set(bytes, from);
  pages.forEach((bytes, at) => main.set(bytes, behindText + at * PAGE));
  main.set(document.behind ?? new Uint8Array(), behindText + pages.length * PAGE);
  return {
    WordDocument: main,
    '1Table': table.bytes,
    ...(document.data ? { Data: document.data } : {}),
  };
}

/** Of each paragraph, the number of runs up to its end. */
function endsOf(paragraphs: readonly ParagraphOf[]): readonly number[] {
  let count = 0;
  return paragraphs.map(({ runs }) => (count += runs.length + 1));
}

function textBytes({ text, narrow }: RunOf): Uint8Array {
  return narrow
    ? Uint8Array.from(Buffer.from(text, 'latin1'))
    : Uint8Array.from(Buffer.from(text, 'utf16le'));
}

function laid(parts: readonly Uint8Array[]): readonly Laid[] {
  let at = TEXT;
  return parts.map((bytes) => ({ bytes, from: at, to: (at += bytes.length) }));
}

/** A page about one stretch, its entry at the end. */
function page(stretch: { from: number; to: number } | undefined, entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(PAGE);
  const at = (PAGE - 1 - entry.length) & ~1;
  bytes.set([...word(stretch?.from ?? 0), ...word(stretch?.to ?? 0), entry.length ? at / 2 : 0]);
  bytes.set(entry, at);
  bytes[PAGE - 1] = 1;
  return bytes;
}

function characterEntry(sprms: readonly number[]): Uint8Array {
  return Uint8Array.from(sprms.length ? [sprms.length, ...sprms] : []);
}

function paragraphEntry({ style = 0, sprms = [] }: ParagraphOf): Uint8Array {
  const body = [...short(style), ...sprms];
  return Uint8Array.from(body.length % 2 ? [(body.length + 1) / 2, ...body] : [0, body.length / 2, ...body]);
}

function index(stretches: readonly { from: number; to: number }[], first: number): Uint8Array {
  const positions = [...stretches.map(({ from }) => from), stretches.at(-1)?.to ?? 0];
  return joined(...positions.map(word), ...stretches.map((_, at) => word(first + at)));
}

function clxOf(
  runs: readonly RunOf[],
  texts: readonly Laid[],
  over: readonly (readonly number[])[],
): Uint8Array {
  let count = 0;
  const positions = [0, ...runs.map(({ text }) => (count += text.length))];
  const pieces = runs.map(({ narrow, over: number }, at) => {
    const from = texts[at]?.from ?? 0;
    const place = narrow ? from * 2 + 0x40000000 : from;
    return [0, 0, ...word(place), ...short(number === undefined ? 0 : number * 2 + 1)];
  });
  const groups = over.flatMap((sprms) => [1, ...short(sprms.length), ...sprms]);
  const plc = [...positions.flatMap(word), ...pieces.flat()];
  return Uint8Array.from([...groups, 2, ...word(plc.length), ...plc]);
}

type Places = ReadonlyMap<PartName, { readonly at: number; readonly length: number }>;

function tableOf(parts: Partial<Record<PartName, Uint8Array>>): { bytes: Uint8Array; places: Places } {
  const places = new Map<PartName, { at: number; length: number }>();
  let length = 0;
  const entries = Object.entries(parts) as [PartName, Uint8Array][];
  for (const [name, bytes] of entries) {
    places.set(name, { at: length, length: bytes.length });
    length += bytes.length;
  }
  return { places, bytes: joined(...entries.map(([, bytes]) => bytes)) };
}

function headOf(document: DocOf, places: Places): Uint8Array {
  const bytes = new Uint8Array(PLACES + 93 * 8);
  const view = new DataView(bytes.buffer);
  const { mark = 0xa5ec, version = 0xc1, flags = 0 } = document.head ?? {};
  view.setUint16(0, mark, true);
  view.setUint16(2, version, true);
  view.setUint16(0x0a, flags | 0x0200, true);
  STORIES.forEach((name, at) => view.setUint32(0x4c + at * 4, lengthOf(document[name] ?? []), true));
  view.setUint16(PLACES - 2, 93, true);
  for (const [name, { at, length }] of places) {
    view.setUint32(PLACES + NUMBERS[name] * 8, at, true);
    view.setUint32(PLACES + NUMBERS[name] * 8 + 4, length, true);
  }
  return bytes;
}

/** Characters. */
export function lengthOf(paragraphs: readonly ParagraphOf[]): number {
  return paragraphs.flatMap(({ runs, end }) => [...runs.map(({ text }) => text), end]).join('').length;
}
