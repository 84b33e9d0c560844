import { i32, u16 } from '../bytes';
import { readProperties, type ShapeProperties } from '../escher/properties';
import { drawingRecords, recordOf, recordsIn, type DrawingRecord } from '../escher/records';

/** A shape of a sheet's drawing. */
export interface Shape extends ShapeProperties {
  /** Undefined for shapes that say nowhere where they stand. */
  readonly box: Box | undefined;
  /** Where in the drawing its object and its text are announced: their records follow there in the stream. */
  readonly objectAt: number | undefined;
  readonly textAt: number | undefined;
}

/** Corners in columns and rows from 0, with parts of them: 1.5 is the middle of the second. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GROUP = 0xf003;
const SHAPE = 0xf004;
const GROUP_FRAME = 0xf009;
const PROPERTIES = 0xf00b;
const TEXT = 0xf00d;
const FRAME_IN_GROUP = 0xf00f;
const FRAME = 0xf010;
const OBJECT = 0xf011;
/** Groups within groups that are followed. */
const MOST_DEPTH = 32;

/** The shapes of a drawing in the order of their layers, those of groups one by one. */
export function readShapes(drawing: Uint8Array): readonly Shape[] {
  return [...shapesAmong([...drawingRecords(drawing)], undefined, MOST_DEPTH)];
}

/** The frame of a group, and the numbers in which its shapes say where they stand in it. */
interface Group {
  readonly box: Box;
  readonly inner: Box;
}

function* shapesAmong(
  records: readonly DrawingRecord[],
  group: Group | undefined,
  depth: number,
): Generator<Shape> {
  if (depth === 0) return;
  for (const record of records) {
    if (record.type === SHAPE) yield shapeOf(recordsIn(record), group);
    else if (record.type === GROUP) yield* shapesOfGroup(recordsIn(record), group, depth);
    else if (record.container) yield* shapesAmong(recordsIn(record), group, depth - 1);
  }
}

/** The first shape of a group is the group itself; that of the whole drawing stands nowhere. */
function* shapesOfGroup(
  [first, ...others]: readonly DrawingRecord[],
  outer: Group | undefined,
  depth: number,
): Generator<Shape> {
  if (!first) return;
  const parts = recordsIn(first);
  const box = boxOf(parts, outer);
  const frame = recordOf(parts, GROUP_FRAME);
  const group = box && frame ? { box, inner: rectangle(frame.data) } : outer;
  yield shapeOf(parts, outer);
  yield* shapesAmong(others, group, depth - 1);
}

function shapeOf(parts: readonly DrawingRecord[], group: Group | undefined): Shape {
  return {
    ...readProperties(recordOf(parts, PROPERTIES)),
    box: boxOf(parts, group),
    objectAt: recordOf(parts, OBJECT)?.to,
    textAt: recordOf(parts, TEXT)?.to,
  };
}

function boxOf(parts: readonly DrawingRecord[], group: Group | undefined): Box | undefined {
  const frame = recordOf(parts, FRAME);
  if (frame) return cellBox(frame.data);
  const inGroup = recordOf(parts, FRAME_IN_GROUP);
  return inGroup && group ? within(rectangle(inGroup.data), group) : group?.box;
}

/** Column and row of two corners, each with the part of it in 1024ths or 256ths (MS-XLS 2.5.193). */
function cellBox(data: Uint8Array): Box {
  const column = (at: number) => u16(data, at) + Math.min(u16(data, at + 2), 1023) / 1024;
  const row = (at: number) => u16(data, at) + Math.min(u16(data, at + 2), 255) / 256;
  return { left: column(2), top: row(6), right: column(10), bottom: row(14) };
}

function rectangle(data: Uint8Array): Box {
  return { left: i32(data, 0), top: i32(data, 4), right: i32(data, 8), bottom: i32(data, 12) };
}

/** Rows and columns of a group count as equally high and wide. */
function within(shape: Box, { box, inner }: Group): Box {
  const across = (x: number) => part(x, inner.left, inner.right, box.left, box.right);
  const down = (y: number) => part(y, inner.top, inner.bottom, box.top, box.bottom);
  return {
    left: across(shape.left),
    top: down(shape.top),
    right: across(shape.right),
    bottom: down(shape.bottom),
  };
}

function part(value: number, from: number, to: number, first: number, last: number): number {
  if (from === to) return first;
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return first + share * (last - first);
}
