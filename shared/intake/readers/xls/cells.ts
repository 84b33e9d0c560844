import { f64, f64Of, u16, u32, u8 } from '../bytes';
import { assertCells } from '../reading';
import { truthText, type CellStyle, type ShownCell } from '../sheets/cell';
import type { ShownValue } from '../sheets/numberFormat';
import { shownText, type CellText } from '../sheets/text';
import type { Fonts } from './fonts';
import { TYPE, type BiffRecord } from './records';
import { Segments } from './segments';
import type { TextReader } from './texts';

/** What cells need to show their values. */
export interface CellBook {
  readonly texts: TextReader;
  readonly fonts: Fonts;
  readonly strings: readonly CellText[];
  readonly styleOf: (index: number) => CellStyle;
  readonly from1904: boolean;
  /** Most cells of a sheet. */
  readonly limit: number;
}

/** Where a value stands in a record of one cell: behind row, column and style. */
const VALUE = 6;

/** Takes the records of a sheet in their order and keeps the cells that show something or frame a place for it. */
export class CellReader {
  readonly cells: ShownCell[] = [];
  /** A cell named a string that the store does not hold. */
  stringMissing = false;
  private formula: BiffRecord | undefined;

  constructor(private readonly book: CellBook) {}

  /** Whether the record is one of cells. */
  take(record: BiffRecord): boolean {
    const read = READERS[record.type];
    if (read) read(record, this);
    return read !== undefined;
  }

  text(record: BiffRecord): void {
    const from = new Segments(record.parts);
    from.skip(VALUE);
    const text = this.book.texts.rich(from, this.book.fonts);
    this.put(record, (style) => textValue(text, style));
  }

  stored({ data }: BiffRecord): void {
    const text = this.book.strings[u32(data, VALUE)];
    if (text === undefined) this.stringMissing = true;
    this.putAt(data, u16(data, 2), u16(data, 4), (style) => textValue(text ?? '', style));
  }

  number({ data }: BiffRecord, value: number): void {
    this.numberAt(data, u16(data, 2), u16(data, 4), value);
  }

  /** Number after number, each behind its style. */
  numbers({ data }: BiffRecord): void {
    const first = u16(data, 2);
    for (let at = 4; at + 8 <= data.length; at += 6)
      this.numberAt(data, first + (at - 4) / 6, u16(data, at), packed(u32(data, at + 2)));
  }

  truthOrError({ data }: BiffRecord, value: number, isError: boolean): void {
    this.putAt(data, u16(data, 2), u16(data, 4), (style) =>
      isError ? { text: ERRORS[value] ?? '#N/A' } : { text: truthText(value !== 0, style) },
    );
  }

  blank({ data }: BiffRecord): void {
    this.putAt(data, u16(data, 2), u16(data, 4), () => ({ text: '' }));
  }

  blanks({ data }: BiffRecord): void {
    const first = u16(data, 2);
    for (let at = 4; at + 4 <= data.length; at += 2)
      this.putAt(data, first + (at - 4) / 2, u16(data, at), () => ({ text: '' }));
  }

  /** The value that was worked out last; a string of it follows in a record of its own. */
  result(record: BiffRecord): void {
    const { data } = record;
    if (u16(data, VALUE + 6) !== 0xffff) return this.number(record, f64(data, VALUE));
    const kind = u8(data, VALUE);
    if (kind === 0) this.formula = record;
    else if (kind === 3) this.blank(record);
    else this.truthOrError(record, u8(data, VALUE + 2), kind === 2);
  }

  resultText({ parts }: BiffRecord): void {
    const formula = this.formula;
    this.formula = undefined;
    if (!formula) return;
    const text = this.book.texts.long(new Segments(parts));
    this.put(formula, (style) => textValue(text, style));
  }

  private numberAt(row: Uint8Array, column: number, style: number, value: number): void {
    this.putAt(row, column, style, ({ format }) => format.showNumber(value, this.book.from1904));
  }

  private put({ data }: BiffRecord, show: (style: CellStyle) => ShownValue): void {
    this.putAt(data, u16(data, 2), u16(data, 4), show);
  }

  /** `data`: begins with the row. */
  private putAt(data: Uint8Array, column: number, xf: number, show: (style: CellStyle) => ShownValue): void {
    const style = this.book.styleOf(xf);
    const shown = show(style);
    if (shown.text === '' && shown.hidden === undefined && !style.framed && !style.shaded) return;
    this.cells.push({ row: u16(data, 0), column, style, ...shown });
    assertCells(this.cells.length, this.book.limit);
  }
}

function textValue(text: CellText, style: CellStyle): ShownValue {
  return style.format.showText(shownText(text, style.font));
}

const READERS: Readonly<Record<number, (record: BiffRecord, cells: CellReader) => void>> = {
  [TYPE.labelOfStore]: (record, cells) => cells.stored(record),
  [TYPE.label]: (record, cells) => cells.text(record),
  [TYPE.richLabel]: (record, cells) => cells.text(record),
  [TYPE.number]: (record, cells) => cells.number(record, f64(record.data, VALUE)),
  [TYPE.packedNumber]: (record, cells) => cells.number(record, packed(u32(record.data, VALUE))),
  [TYPE.packedNumbers]: (record, cells) => cells.numbers(record),
  [TYPE.booleanOrError]: (record, cells) =>
    cells.truthOrError(record, u8(record.data, VALUE), u8(record.data, VALUE + 1) !== 0),
  [TYPE.blank]: (record, cells) => cells.blank(record),
  [TYPE.blanks]: (record, cells) => cells.blanks(record),
  [TYPE.formula]: (record, cells) => cells.result(record),
  [TYPE.string]: (record, cells) => cells.resultText(record),
};

/** A number in four bytes (MS-XLS 2.5.122): a whole one, or the high half of a double; perhaps a hundredth of it. */
function packed(value: number): number {
  const number = value & 2 ? (value | 0) >> 2 : f64Of(0, (value & ~3) >>> 0);
  return value & 1 ? number / 100 : number;
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};
