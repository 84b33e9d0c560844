import type { Block } from '../../blocks';
import { u16, u8 } from '../bytes';
import { Refusal } from '../reading';
import type { Range } from '../sheets/address';
import type { FloatingParts } from '../sheets/floating';
import { marginBlocks, type Margin } from '../sheets/margins';
import { mergesOf } from '../sheets/merges';
import type { SheetContext, SheetPlace } from '../sheets/parts';
import { sheetBlocks } from '../sheets/sheet';
import type { DrawingRecord } from '../escher/records';
import { CellReader } from './cells';
import { DrawingReader } from './drawing';
import type { Globals, ListedSheet } from './globals';
import { marginsIn } from './margins';
import { OldDrawingReader } from './oldDrawing';
import { Substream, TYPE, type BiffRecord } from './records';
import { appendAll } from '../../lists';

/** What all sheets of one workbook share. */
export interface Book extends SheetContext {
  readonly stream: Uint8Array;
  /** Bytes of all sheets read so far. */
  readonly read: { bytes: number };
  readonly globals: Globals;
  /** Records of the pictures that the sheets share. */
  readonly pictures: readonly DrawingRecord[];
}

/** The blocks of a sheet; none, with a notice, where it is not where the book says. */
export function readSheet(listed: ListedSheet, place: SheetPlace, book: Book): readonly Block[] {
  const substream = new Substream(book.stream, listed.at);
  if (!substream.beginning) {
    book.notices.add('sheetMissing', { sheet: place.name });
    return [];
  }
  const sheet = new SheetReader(place, book);
  for (const record of substream.records()) sheet.take(record);
  assertOnce((book.read.bytes += substream.length), book.stream);
  if (!substream.ended) book.notices.add('sheetDamaged', { sheet: place.name });
  return sheet.blocks();
}

/** Every sheet has bytes of its own. A list that names the same ones over and over would be read without end. */
function assertOnce(bytes: number, { length }: Uint8Array): void {
  if (bytes > 2 * length) throw new Refusal({ code: 'damaged', params: { why: 'part' } });
}

/** Pixels: 255 twips, the height of a row that nothing else is said of. */
const USUAL_HEIGHT = 17;
/** Heights are given in twentieths of a point. */
const TWIPS_PER_PIXEL = 15;

/** Takes the records of a sheet one after the other. */
class SheetReader {
  private readonly cells: CellReader;
  private readonly drawing = new DrawingReader();
  private readonly oldDrawing = new OldDrawingReader();
  private readonly merges: Range[] = [];
  private readonly margins: Margin[] = [];
  private readonly heights = new Map<number, number>();
  private readonly hiddenRows = new Set<number>();

  constructor(
    private readonly place: SheetPlace,
    private readonly book: Book,
  ) {
    this.cells = new CellReader({ ...book.globals, limit: book.limits.cells });
  }

  take(record: BiffRecord): void {
    const { globals } = this.book;
    if (this.cells.take(record)) return;
    if ((globals.isBiff8 ? this.drawing : this.oldDrawing).take(record)) return;
    const margins = marginsIn(record, globals.texts, globals.isBiff8);
    if (margins) appendAll(this.margins, margins);
    else READERS[record.type]?.(record.data, this);
  }

  row(data: Uint8Array): void {
    this.heights.set(u16(data, 0), u16(data, 6) & 0x7fff);
    if (u8(data, 12) & 0x20) this.hiddenRows.add(u16(data, 0));
  }

  column(data: Uint8Array): void {
    if (u8(data, 8) & 1) this.book.notices.add('hiddenColumns', { sheet: this.place.name });
  }

  merged(data: Uint8Array): void {
    const count = Math.min(u16(data, 0), Math.floor((data.length - 2) / 8));
    for (let at = 2; at < 2 + count * 8; at += 8) {
      this.merges.push({
        first: { row: u16(data, at), column: u16(data, at + 4) },
        last: { row: u16(data, at + 2), column: u16(data, at + 6) },
      });
    }
  }

  blocks(): readonly Block[] {
    const { place, book } = this;
    const { cells } = this.cells;
    const shownRows = new Set(cells.filter(({ text }) => text !== '').map(({ row }) => row));
    for (const row of this.hiddenRows)
      if (shownRows.has(row)) book.notices.add('hiddenRows', { sheet: place.name });
    if (this.cells.stringMissing) book.notices.add('sheetDamaged', { sheet: place.name });
    const parts = {
      cells,
      merges: mergesOf(this.merges, book.limits.cells),
      margins: marginBlocks(this.margins, place.name),
      floating: this.floating(),
    };
    return sheetBlocks(parts, place, book);
  }

  private floating(): FloatingParts {
    const { place, book, heights } = this;
    const heightOf = (row: number) => (heights.get(row) ?? USUAL_HEIGHT * TWIPS_PER_PIXEL) / TWIPS_PER_PIXEL;
    if (book.globals.isBiff8) return this.drawing.floating({ ...book, heightOf });
    if (this.oldDrawing.drawn > 0) book.notices.add('drawingsUnread', { sheet: place.name });
    return { ticks: [], pictures: [], texts: this.oldDrawing.texts(book.globals.texts) };
  }
}

const READERS: Readonly<Record<number, (data: Uint8Array, sheet: SheetReader) => void>> = {
  [TYPE.row]: (data, sheet) => sheet.row(data),
  [TYPE.columnInfo]: (data, sheet) => sheet.column(data),
  [TYPE.mergedCells]: (data, sheet) => sheet.merged(data),
};
