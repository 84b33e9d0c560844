import { u32 } from '../bytes';
import { storedPicture, type StoredPicture } from '../escher/pictures';
import { readProperties, type ShapeProperties } from '../escher/properties';
import { type DrawingRecord, drawingRecords, recordOf, recordsIn } from '../escher/records';
import type { Bytes } from './bytes';

const STORE = 0xf001;
const DRAWING = 0xf002;
const GROUP = 0xf003;
const SHAPE = 0xf004;
const SHAPE_HEAD = 0xf00a;
const PROPERTIES = 0xf00b;
const MOST_DEPTH = 40;

/** A drawing as it is anchored in the text: one shape, or a group of them. */
export interface Drawn {
  /** Their numbers, that of the whole group first. */
  readonly shapes: readonly number[];
  /** Of the shapes that show a picture. */
  readonly pictures: readonly ShapeProperties[];
}

export interface Drawings {
  /** By the number of the shape, or the outermost group, that is anchored. */
  readonly drawn: ReadonlyMap<number, Drawn>;
  /** The picture of this number in the store, from 1. */
  readonly picture: (number: number) => StoredPicture | undefined;
}

/** Shapes and pictures of a document (MS-DOC 2.9.172). `main`: the stream where the bytes of the pictures stand. */
export function readDrawings(bytes: Bytes, main: Bytes): Drawings {
  const [head] = drawingRecords(bytes.all);
  const entries = recordsIn(recordOf(recordsIn(head), STORE));
  const drawn = new Map<number, Drawn>();
  // A byte before each of the drawings tells whether it is that of the text or of the headers.
  for (let at = (head?.to ?? bytes.length) + 1; at < bytes.length;) {
    const [drawing] = drawingRecords(bytes.all.subarray(at), at);
    if (drawing?.type === DRAWING) addDrawn(drawing, drawn);
    at = (drawing?.to ?? bytes.length) + 1;
  }
  return {
    drawn,
    picture: (number) => {
      const entry = entries[number - 1];
      return entry && storedPicture(entry, main.all);
    },
  };
}

function addDrawn(drawing: DrawingRecord, drawn: Map<number, Drawn>): void {
  const outermost = recordOf(recordsIn(drawing), GROUP);
  for (const record of recordsIn(outermost)) {
    const all = drawnOf(record, 0);
    const [anchored] = all.shapes;
    if (anchored !== undefined) drawn.set(anchored, all);
  }
}

const EMPTY: Drawn = { shapes: [], pictures: [] };

/** The first shape of a group is the group itself. */
function drawnOf(record: DrawingRecord, depth: number): Drawn {
  if (record.type === SHAPE) return shapeOf(record);
  if (record.type !== GROUP || depth > MOST_DEPTH) return EMPTY;
  const all = recordsIn(record).map((inner) => drawnOf(inner, depth + 1));
  return {
    shapes: all.flatMap(({ shapes }) => shapes),
    pictures: all.flatMap(({ pictures }) => pictures),
  };
}

function shapeOf(shape: DrawingRecord): Drawn {
  const parts = recordsIn(shape);
  const head = recordOf(parts, SHAPE_HEAD);
  const properties = readProperties(recordOf(parts, PROPERTIES));
  return {
    shapes: head ? [u32(head.data, 0)] : [],
    pictures: properties.picture > 0 || properties.named ? [properties] : [],
  };
}

/** A picture that stands in the line. */
export interface InlinePicture {
  readonly stored: StoredPicture | undefined;
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
  const records = [...drawingRecords(data.part(at + head + name, length - head - name).all)];
  const shape = recordOf(records, SHAPE);
  const properties = readProperties(recordOf(recordsIn(shape), PROPERTIES));
  const [stored] = records.flatMap((record) => (record.type === SHAPE ? [] : (storedPicture(record) ?? [])));
  return {
    stored,
    linked: !stored && properties.picture === 0 && properties.named,
    alt: properties.alt,
  };
}
