import type { Bytes } from './bytes';

/** A record of Office drawings (MS-ODRAW 2.2.1). */
interface ArtRecord {
  readonly type: number;
  readonly instance: number;
  readonly body: Bytes;
}

const STORE = 0xf001;
const DRAWING = 0xf002;
const GROUP = 0xf003;
const SHAPE = 0xf004;
const STORE_ENTRY = 0xf007;
const SHAPE_HEAD = 0xf00a;
const PROPERTIES = 0xf00b;
const MOST_DEPTH = 40;

/** Bytes of a picture as they are stored, with the ending that its kind usually has. */
export interface Blip {
  readonly bytes: Uint8Array;
  readonly ending: string;
}

/** A picture that a shape shows. */
export interface ShapePicture {
  /** Number in the store, from 1; 0 where the picture stands outside the file. */
  readonly number: number;
  readonly alt: string;
}

/** A drawing as it is anchored in the text: one shape, or a group of them. */
export interface Drawn {
  readonly shapes: readonly number[];
  readonly pictures: readonly ShapePicture[];
}

export interface Drawings {
  /** By the number of the shape, or the outermost group, that is anchored. */
  readonly drawn: ReadonlyMap<number, Drawn>;
  readonly blip: (number: number) => Blip | undefined;
}

function* recordsOf(bytes: Bytes): Generator<ArtRecord> {
  for (let at = 0; at + 8 <= bytes.length; at += 8 + bytes.u32(at + 4))
    yield {
      type: bytes.u16(at + 2),
      instance: bytes.u16(at) >> 4,
      body: bytes.part(at + 8, bytes.u32(at + 4)),
    };
}

function childOf(parent: Bytes, type: number): ArtRecord | undefined {
  for (const record of recordsOf(parent)) if (record.type === type) return record;
  return undefined;
}

/** Shapes and pictures of a document (MS-DOC 2.9.172). `main`: where the bytes of the pictures stand. */
export function readDrawings(bytes: Bytes, main: Bytes): Drawings {
  const [head] = recordsOf(bytes);
  const store = head && childOf(head.body, STORE);
  const entries = store ? [...recordsOf(store.body)] : [];
  const drawn = new Map<number, Drawn>();
  // A byte before each of the drawings tells whether it is that of the text or of the headers.
  for (let at = 8 + bytes.u32(4); at + 9 <= bytes.length; at += 9 + bytes.u32(at + 5))
    if (bytes.u16(at + 3) === DRAWING) addDrawn(bytes.part(at + 9, bytes.u32(at + 5)), drawn);
  return {
    drawn,
    blip: (number) => {
      const entry = entries[number - 1];
      return entry && storedBlip(entry, main);
    },
  };
}

function addDrawn(drawing: Bytes, drawn: Map<number, Drawn>): void {
  const outermost = childOf(drawing, GROUP);
  if (!outermost) return;
  for (const record of recordsOf(outermost.body)) {
    const all = drawnOf(record, 0);
    const [anchored] = all.shapes;
    if (anchored !== undefined) drawn.set(anchored, all);
  }
}

const EMPTY: Drawn = { shapes: [], pictures: [] };

/** The first shape of a group is the group itself. */
function drawnOf(record: ArtRecord, depth: number): Drawn {
  if (record.type === SHAPE) return shapeOf(record.body);
  if (record.type !== GROUP || depth > MOST_DEPTH) return EMPTY;
  const all = [...recordsOf(record.body)].map((inner) => drawnOf(inner, depth + 1));
  return {
    shapes: all.flatMap(({ shapes }) => shapes),
    pictures: all.flatMap(({ pictures }) => pictures),
  };
}

function shapeOf(shape: Bytes): Drawn {
  const head = childOf(shape, SHAPE_HEAD);
  const picture = pictureOf(shape);
  return { shapes: head ? [head.body.u32(0)] : [], pictures: picture ? [picture] : [] };
}

const PICTURE = 0x104;
const PICTURE_NAME = 0x105;
const DESCRIPTION = 0x381;

function pictureOf(shape: Bytes): ShapePicture | undefined {
  const record = childOf(shape, PROPERTIES);
  if (!record) return undefined;
  const properties = propertiesOf(record);
  const number = properties.get(PICTURE)?.value ?? 0;
  if (number === 0 && !properties.has(PICTURE_NAME)) return undefined;
  const alt = properties.get(DESCRIPTION)?.more;
  return { number, alt: alt ? alt.utf16(0, alt.length / 2).replace(/\0[^]*/, '') : '' };
}

interface Property {
  readonly value: number;
  readonly more: Bytes;
}

/** Properties of fixed size first, then the bytes of those that are longer. */
function propertiesOf({ body, instance }: ArtRecord): ReadonlyMap<number, Property> {
  const properties = new Map<number, Property>();
  let behind = instance * 6;
  for (let at = 0; at < instance * 6 && at < body.length; at += 6) {
    const [id, value] = [body.u16(at), body.u32(at + 2)];
    const length = id & 0x8000 ? value : 0;
    properties.set(id & 0x3fff, { value, more: body.part(behind, length) });
    behind += length;
  }
  return properties;
}

const ENTRY_HEAD = 36;

/** The picture stands in the entry itself, or the entry tells where in the main stream. */
function storedBlip({ type, instance, body }: ArtRecord, main: Bytes): Blip | undefined {
  if (type !== STORE_ENTRY) return blipOf({ type, instance, body });
  const inside = body.part(ENTRY_HEAD + body.u8(33), body.length);
  const [record] = recordsOf(inside.length > 8 ? inside : main.part(body.u32(28), main.length));
  return record && blipOf(record);
}

const ENDINGS: Readonly<Record<number, string>> = {
  0xf01a: 'emf',
  0xf01b: 'wmf',
  0xf01c: 'pict',
  0xf01d: 'jpeg',
  0xf01e: 'png',
  0xf01f: 'bmp',
  0xf029: 'tiff',
  0xf02a: 'jpeg',
};

/** One or two checksums and a mark stand before the bytes of the picture. */
function blipOf({ type, instance, body }: ArtRecord): Blip | undefined {
  const ending = ENDINGS[type];
  const head = instance & 1 ? 33 : 17;
  return ending === undefined ? undefined : { ending, bytes: body.part(head, body.length).all };
}

/** A picture that stands in the line. */
export interface InlinePicture {
  readonly blip: Blip | undefined;
  /** The file tells only where the picture stands outside it. */
  readonly linked: boolean;
  readonly alt: string;
}

const NAMED_FILE = 0x66;

/** The picture at this place of the data stream (PICF, MS-DOC 2.9.192); undefined where there is none. */
export function readInlinePicture(data: Bytes, at: number): InlinePicture | undefined {
  const length = data.u32(at);
  const head = data.u16(at + 4);
  if (length <= head || at >= data.length) return undefined;
  const name = data.i16(at + 6) === NAMED_FILE ? 1 + data.u8(at + head) : 0;
  const records = [...recordsOf(data.part(at + head + name, length - head - name))];
  const shape = records.find(({ type }) => type === SHAPE);
  const picture = shape && pictureOf(shape.body);
  const stored = records.flatMap((record) => (record.type === SHAPE ? [] : (storedBlip(record, data) ?? [])));
  return {
    blip: stored[0],
    linked: stored.length === 0 && picture?.number === 0,
    alt: picture?.alt ?? '',
  };
}
