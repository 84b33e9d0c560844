import { cell, characters, long, record, word, type Bytes } from './xlsFile';

/** Records of office drawings (MS-ODRAW) and of the objects between them. */
export function drawing(type: number, instance: number, ...parts: readonly Bytes[]): Bytes {
  const data = parts.flatMap((part) => [...part]);
  return [...word(instance << 4), ...word(type), ...long(data.length), ...data];
}

export function container(type: number, ...parts: readonly Bytes[]): Bytes {
  const [first = 0, ...others] = drawing(type, 0, ...parts);
  return [first | 0xf, ...others];
}

/** Column, part of it in 1024ths, row, part of it in 256ths, twice. */
export type Corners = readonly [number, number, number, number, number, number, number, number];

export interface ShapeContent {
  readonly corners: Corners;
  /** Type of the object and what else it says of itself. */
  readonly type: number;
  readonly id?: number;
  readonly flags?: number;
  readonly parts?: readonly Bytes[];
  readonly text?: string;
  /** Number of its picture. */
  readonly picture?: number;
  readonly alt?: string;
}

export const subrecord = (type: number, data: Bytes): Bytes => [...word(type), ...word(data.length), ...data];
export const boxState = (state: number): Bytes => subrecord(0x12, [...word(state), 0, 0, 0, 0, 0, 0]);

/** The drawing of a sheet as Excel interleaves it with objects and texts. */
export function drawn(...shapes: readonly ShapeContent[]): readonly Uint8Array[] {
  return shapes.flatMap((shape, at) => shapeRecords(shape, at === 0 ? shapes : []));
}

function shapeRecords(shape: ShapeContent, all: readonly ShapeContent[]): readonly Uint8Array[] {
  const { type, id = 1, flags = 0, parts = [], text } = shape;
  const body = shapeBytes(shape);
  const textHead = text === undefined ? [] : drawing(0xf00d, 0);
  // The heads of the containers stand before the first shape and count all of them.
  const open = all.length ? opening(all.reduce((sum, each) => sum + wholeLength(each), 0)) : [];
  const object = record(
    0x5d,
    subrecord(0x15, [...word(type), ...word(id), ...word(flags), ...new Uint8Array(12)]),
    ...parts,
    word(0),
    word(0),
  );
  return [
    record(0xec, open, shapeHead(body.length + textHead.length), body),
    object,
    ...(text === undefined ? [] : [record(0xec, textHead), ...textOfObject(text)]),
  ];
}

function wholeLength(shape: ShapeContent): number {
  return 8 + shapeBytes(shape).length + (shape.text === undefined ? 0 : 8);
}

function shapeBytes({ corners, picture, alt }: ShapeContent): Bytes {
  return [
    ...drawing(0xf00a, 1, long(1), long(0)),
    ...propertiesOf(picture, alt),
    ...drawing(0xf010, 0, word(0), ...corners.map(word)),
    ...drawing(0xf011, 0),
  ];
}

function propertiesOf(picture: number | undefined, alt: string | undefined): Bytes {
  if (picture === undefined) return [];
  const words =
    alt === undefined ? [] : [...Array.from(alt).flatMap((letter) => [...word(letter.charCodeAt(0))]), 0, 0];
  const described = alt === undefined ? [] : [...word(0x8381), ...long(words.length)];
  return drawing(0xf00b, alt === undefined ? 1 : 2, word(0x4104), long(picture), described, words);
}

const shapeHead = (length: number): Bytes => [0x0f, 0, ...word(0xf004), ...long(length)];

/** Drawing and group of all shapes, open for shapes of `length` bytes behind the shape of the group. */
function opening(length: number): Bytes {
  const patriarch = container(
    0xf004,
    drawing(0xf009, 0, new Uint8Array(16)),
    drawing(0xf00a, 0, long(0), long(5)),
  );
  const sheet = drawing(0xf008, 1, long(1), long(1));
  const group = patriarch.length + length;
  return [
    ...[0x0f, 0, ...word(0xf002), ...long(sheet.length + 8 + group)],
    ...sheet,
    ...[0x0f, 0, ...word(0xf003), ...long(group)],
    ...patriarch,
  ];
}

/** TXO, its text in pieces of at most `most` characters, and its runs. */
export function textOfObject(text: string, most = 4000): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < text.length; at += most)
    pieces.push(record(0x3c, characters(text.slice(at, at + most))));
  const runs = text === '' ? [] : [record(0x3c, new Uint8Array(16))];
  const head = record(
    0x1b6,
    new Uint8Array(10),
    word(text.length),
    word(runs.length * 16),
    new Uint8Array(4),
  );
  return [head, ...pieces, ...runs];
}

/** The drawing that all sheets share, with these pictures as PNG or as what `type` says. */
export function pictureStore(
  ...pictures: readonly { readonly bytes: Uint8Array; readonly type?: number }[]
): Uint8Array {
  const entries = pictures.map(({ bytes, type = 0xf01e }) => {
    const picture = drawing(type, type === 0xf01e ? 0x6e0 : 0x3d4, new Uint8Array(16), [0xff], bytes);
    return drawing(0xf007, 6, new Uint8Array(20), long(picture.length), long(1), long(0), long(0), picture);
  });
  return record(
    0xeb,
    container(0xf000, drawing(0xf006, 0, new Uint8Array(16)), container(0xf001, ...entries)),
  );
}

/** A note at a cell, whose text is that of the object `id`. */
export const note = (row: number, column: number, id: number) =>
  record(0x1c, cell(row, column), word(id), [0, 0, 0]);
