import { compoundOf } from '../compound/compoundFile';

/** Books of Excel 97–2003 (and 5/95) byte by byte, as MS-XLS describes them. */
export type Bytes = readonly number[] | Uint8Array;

/** A record; longer content goes on in CONTINUE records. */
export function record(type: number, ...parts: readonly Bytes[]): Uint8Array {
  const data = parts.flatMap((part) => [...part]);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < data.length; at += MOST)
    chunks.push(single(at === 0 ? type : CONTINUE, data.slice(at, at + MOST)));
  return joined(chunks);
}

const MOST = 8224;
const CONTINUE = 0x3c;

function single(type: number, data: Bytes): Uint8Array {
  return Uint8Array.from([...word(type), ...word(data.length), ...data]);
}

export const word = (value: number): Bytes => [value & 0xff, (value >> 8) & 0xff];
export const long = (value: number): Bytes => [...word(value & 0xffff), ...word((value >>> 16) & 0xffff)];
export const double = (value: number): Bytes => new Uint8Array(Float64Array.of(value).buffer);

const codes = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const isNarrow = (text: string) => codes(text).every((code) => code < 256);

/** Characters, one byte each where that is enough, behind the byte that says so. */
export function characters(text: string): Bytes {
  return isNarrow(text) ? [0, ...codes(text)] : [1, ...codes(text).flatMap((code) => [...word(code)])];
}

/** A string whose length takes two bytes, or one. */
export const text16 = (text: string): Bytes => [...word(text.length), ...characters(text)];
export const text8 = (text: string): Bytes => [text.length, ...characters(text)];

/** A shared string with what Excel hangs on it. */
export interface StoredString {
  readonly text: string;
  /** Runs of letters that look different. */
  readonly runs?: readonly (readonly [at: number, font: number])[];
  /** Bytes of furigana. */
  readonly phonetic?: number;
}

/** SST and its CONTINUE records, none longer than `most`. The width of characters changes from piece to piece where it can. */
export function stringStore(strings: readonly StoredString[], most = MOST): Uint8Array {
  const segments: number[][] = [[...long(strings.length), ...long(strings.length)]];
  const space = () => most - (segments.at(-1)?.length ?? 0);
  const put = (bytes: Bytes) => segments.at(-1)?.push(...bytes);
  for (const stored of strings) writeStored(stored, { space, put, next: () => segments.push([]) });
  return joined(segments.map((data, at) => single(at === 0 ? 0xfc : CONTINUE, data)));
}

interface Sink {
  readonly space: () => number;
  readonly put: (bytes: Bytes) => void;
  readonly next: () => void;
}

function writeStored({ text, runs = [], phonetic = 0 }: StoredString, sink: Sink): void {
  const counts = [...(runs.length ? word(runs.length) : []), ...(phonetic ? long(phonetic) : [])];
  // The head is never split.
  if (sink.space() < 3 + counts.length + 2) sink.next();
  const flags = (runs.length ? 8 : 0) | (phonetic ? 4 : 0);
  let first = true;
  let left = text;
  do {
    const room = sink.space() - (first ? 3 + counts.length : 1);
    const narrow = isNarrow(left.slice(0, room));
    const piece = left.slice(0, narrow ? room : room >> 1);
    const [flag, bytes] = narrow
      ? ([0, codes(piece)] as const)
      : ([1, codes(piece).flatMap((code) => [...word(code)])] as const);
    sink.put(first ? [...word(text.length), flag | flags, ...counts, ...bytes] : [flag, ...bytes]);
    first = false;
    left = left.slice(piece.length);
    if (left !== '') sink.next();
  } while (left !== '');
  for (const byte of [
    ...runs.flatMap((run) => run.flatMap((value) => [...word(value)])),
    ...new Uint8Array(phonetic).fill(0xee),
  ]) {
    if (sink.space() <= 0) sink.next();
    sink.put([byte]);
  }
}

export interface SheetContent {
  readonly name: string;
  /** Between beginning and end. */
  readonly records: readonly Uint8Array[];
  /** 0 shown, 1 hidden, 2 hidden so that only a macro shows it. */
  readonly state?: 0 | 1 | 2;
  /** 0 sheet, 2 chart, 6 code. */
  readonly kind?: 0 | 2 | 6;
}

export interface BookContent {
  readonly sheets: readonly SheetContent[];
  /** Of the whole book: styles, formats, shared strings. */
  readonly globals?: readonly Uint8Array[];
  readonly version?: 0x0600 | 0x0500;
}

export const beginning = (kind: number, version = 0x0600) =>
  record(0x0809, word(version), word(kind), new Uint8Array(version === 0x0600 ? 12 : 4));
export const END = record(0x000a);

/** The stream of the workbook, without its container. */
export function streamOf({ sheets, globals = [], version = 0x0600 }: BookContent): Uint8Array {
  const parts = sheets.map(({ records, kind = 0 }) =>
    joined([beginning(kind === 2 ? 0x20 : 0x10, version), ...records, END]),
  );
  const headWith = (places: readonly number[]) =>
    joined([
      beginning(0x0005, version),
      ...globals,
      ...sheets.map(({ name, state = 0, kind = 0 }, at) =>
        record(0x85, long(places[at] ?? 0), [state, kind], version === 0x0600 ? text8(name) : bytes8(name)),
      ),
      END,
    ]);
  let at = headWith([]).length;
  const places = parts.map((part) => (at += part.length) - part.length);
  return joined([headWith(places), ...parts]);
}

/** A string of ASCII letters in the old way. */
export const bytes8 = (text: string): Bytes => [text.length, ...codes(text)];

export function xlsOf(content: BookContent): Uint8Array {
  return compoundOf({ [content.version === 0x0500 ? 'Book' : 'Workbook']: streamOf(content) });
}

/** Row, column and style before the value of a cell. */
export const cell = (row: number, column: number, style = 0): Bytes => [
  ...word(row),
  ...word(column),
  ...word(style),
];

export const label = (row: number, column: number, text: string, style = 0) =>
  record(0x204, cell(row, column, style), text16(text));
export const stored = (row: number, column: number, index: number, style = 0) =>
  record(0xfd, cell(row, column, style), long(index));
export const number = (row: number, column: number, value: number, style = 0) =>
  record(0x203, cell(row, column, style), double(value));
export const merged = (...ranges: readonly (readonly [number, number, number, number])[]) =>
  record(0xe5, word(ranges.length), ...ranges.flat().map(word));

interface StyleContent {
  readonly format?: number;
  /** Number of the colour that fills the cell. */
  readonly fill?: number;
  readonly framed?: boolean;
  readonly font?: number;
}

export const font = (name: string) => record(0x31, new Uint8Array(14), text8(name));

export function style({ format = 0, fill, framed = false, font = 0 }: StyleContent = {}): Uint8Array {
  const lines = framed ? 0x1111 : 0;
  const pattern = fill === undefined ? 0 : 1;
  return record(
    0xe0,
    word(font),
    word(format),
    new Uint8Array(6),
    word(lines),
    word(0),
    word(0),
    [0, pattern << 2],
    word(fill ?? 64),
  );
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
