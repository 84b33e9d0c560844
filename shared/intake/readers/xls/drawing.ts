import { joinedBytes, u16, u32 } from '../bytes';
import { storedPicture } from '../escher/pictures';
import { drawingRecords, recordOf, recordsIn, type DrawingRecord } from '../escher/records';
import type { ImageStore } from '../images/store';
import type { Notices } from '../reading';
import type { Address } from '../sheets/address';
import {
  rowUnder,
  type FloatingParts,
  type FloatingPicture,
  type FloatingText,
  type FloatingTick,
} from '../sheets/floating';
import { withLineBreaks } from '../sheets/cell';
import { TICKED, UNTICKED } from '../ticks';
import { readObject, type ObjectKind, type SheetObject } from './objects';
import { TYPE, type BiffRecord } from './records';
import { Segments } from './segments';
import { readShapes, type Box, type Shape } from './shapes';

/** What the drawing of a sheet needs of its surroundings. */
export interface DrawingBook {
  readonly notices: Notices;
  readonly images: ImageStore;
  /** Records of the pictures that the sheets share, in their order. */
  readonly pictures: readonly DrawingRecord[];
  /** Pixels. */
  readonly heightOf: (row: number) => number;
}

const STORE_OF_ALL = 0xf000;
const STORE_OF_PICTURES = 0xf001;

/** The pictures of a book by their number, of the drawing that its sheets share. */
export function pictureRecords(drawing: Uint8Array): readonly DrawingRecord[] {
  const all = recordOf([...drawingRecords(drawing)], STORE_OF_ALL);
  return recordsIn(recordOf(recordsIn(all), STORE_OF_PICTURES));
}

/**
 * Gathers the drawing of a sheet, which lies in pieces between the records of its objects and texts. Each of these
 * belongs to the shape that the drawing had reached before it.
 */
export class DrawingReader {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;
  private readonly objects = new Map<number, SheetObject>();
  private readonly texts = new Map<number, string>();
  private readonly notes = new Map<number, Address>();
  private readonly own = new Set<number>();

  /** Whether the record is one of the drawing. */
  take(record: BiffRecord): boolean {
    const read = READERS[record.type];
    if (read) read(record, this);
    return read !== undefined;
  }

  drawing(parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      this.pieces.push(part);
      this.length += part.length;
    }
  }

  object({ data, parts }: BiffRecord): void {
    const object = readObject(data);
    if (object) this.objects.set(this.length, object);
    this.drawing(parts.slice(1));
  }

  /** Text and its runs continue the record; what continues it beyond them is drawing again. */
  text({ data, parts }: BiffRecord): void {
    const count = u16(data, 10);
    const from = new Segments(parts.slice(1));
    if (count > 0) {
      const text = from.characters(count, (from.u8() & 1) === 1);
      this.texts.set(this.length, withLineBreaks(text).trim());
      from.skip(u16(data, 12));
    }
    this.drawing(from.untouched);
  }

  /** The list of what may be written into cells names the arrow that Excel draws beside them. */
  validations({ data }: BiffRecord): void {
    this.own.add(u32(data, 10));
  }

  note({ data }: BiffRecord): void {
    this.notes.set(u16(data, 6), { row: u16(data, 0), column: u16(data, 2) });
  }

  /** What floats over the cells, notes behind the others. */
  floating(book: DrawingBook): FloatingParts {
    const found = readShapes(joinedBytes(this.pieces)).map((shape) => this.floatingOf(shape, book));
    const texts = found.flatMap(({ text }) => text ?? []);
    return {
      ticks: found.flatMap(({ tick }) => tick ?? []),
      pictures: found.flatMap(({ picture }) => picture ?? []),
      texts: [
        ...texts.filter(({ role }) => role !== 'comment'),
        ...texts.filter(({ role }) => role === 'comment'),
      ],
    };
  }

  private floatingOf(shape: Shape, book: DrawingBook): Found {
    const object = shape.objectAt === undefined ? undefined : this.objects.get(shape.objectAt);
    const kind = object && this.own.has(object.id) ? 'own' : (object?.kind ?? 'shape');
    const words = (shape.textAt === undefined ? undefined : this.texts.get(shape.textAt)) ?? '';
    const at = shape.box && { row: Math.floor(shape.box.top), column: Math.floor(shape.box.left) };
    const notice = NOTICES[kind];
    if (notice !== undefined) book.notices.add(notice);
    if (kind === 'own') return {};
    if (kind === 'note') return textFound('comment', words, (object && this.notes.get(object.id)) ?? at);
    const tick = TICKS[kind];
    if (tick !== undefined && shape.box) return { tick: tickOver(shape.box, tick + words, book) };
    const picture = PICTURED.has(kind) ? pictureOf(shape, at, book) : undefined;
    return { ...textFound('textbox', words, at), ...(picture ? { picture } : {}) };
  }
}

interface Found {
  readonly tick?: FloatingTick;
  readonly picture?: FloatingPicture;
  readonly text?: FloatingText;
}

const NOTICES: Partial<Record<ObjectKind, string>> = {
  control: 'controlState',
  chart: 'chart',
  embedded: 'embeddedObject',
};

const TICKS: Partial<Record<ObjectKind, string>> = { ticked: TICKED, unticked: UNTICKED };
const PICTURED: ReadonlySet<ObjectKind> = new Set(['shape', 'embedded']);

function textFound(role: FloatingText['role'], text: string, at: Address | undefined): Found {
  return text === '' ? {} : { text: { role, text, at } };
}

function tickOver({ left, top }: Box, text: string, book: DrawingBook): FloatingTick {
  const [row, column] = [Math.floor(top), Math.floor(left)];
  const down = (top - row) * book.heightOf(row);
  return { row: rowUnder(row, down), column, offset: left - column, text };
}

function pictureOf(shape: Shape, at: Address | undefined, book: DrawingBook): FloatingPicture | undefined {
  if (shape.picture === 0 || !at) return undefined;
  const record = book.pictures[shape.picture - 1];
  const stored = record && storedPicture(record);
  const name = `image${shape.picture}.${stored?.extension ?? 'png'}`;
  const hash = book.images.add(name, shape.alt, () => stored?.bytes);
  return hash === undefined ? undefined : { ...at, hash };
}

const READERS: Readonly<Record<number, (record: BiffRecord, drawing: DrawingReader) => void>> = {
  [TYPE.drawing]: ({ parts }, drawing) => drawing.drawing(parts),
  [TYPE.object]: (record, drawing) => drawing.object(record),
  [TYPE.textOfObject]: (record, drawing) => drawing.text(record),
  [TYPE.note]: (record, drawing) => drawing.note(record),
  [TYPE.validations]: (record, drawing) => drawing.validations(record),
};
