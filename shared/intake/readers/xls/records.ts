import { u16 } from '../bytes';

/** A record of the workbook stream (MS-XLS 2.1.4) with those that continue it. */
export interface BiffRecord {
  readonly type: number;
  /** Where it begins in the stream. */
  readonly at: number;
  /** Its bytes without the head, then those of the CONTINUE records behind it. */
  readonly parts: readonly Uint8Array[];
  /** The bytes of the record itself. */
  readonly data: Uint8Array;
}

/** Types of the records that are read. */
export const TYPE = {
  array: 0x0221,
  blank: 0x0201,
  beginning: 0x0809,
  booleanOrError: 0x0205,
  boundSheet: 0x0085,
  codePage: 0x0042,
  columnInfo: 0x007d,
  continue: 0x003c,
  date1904: 0x0022,
  defaultRowHeight: 0x0225,
  drawing: 0x00ec,
  drawingGroup: 0x00eb,
  end: 0x000a,
  filePassword: 0x002f,
  footer: 0x0015,
  font: 0x0031,
  format: 0x041e,
  formula: 0x0006,
  header: 0x0014,
  headersAndFooters: 0x089c,
  label: 0x0204,
  labelOfStore: 0x00fd,
  mergedCells: 0x00e5,
  blanks: 0x00be,
  packedNumbers: 0x00bd,
  note: 0x001c,
  number: 0x0203,
  object: 0x005d,
  packedNumber: 0x027e,
  palette: 0x0092,
  richLabel: 0x00d6,
  row: 0x0208,
  string: 0x0207,
  stringStore: 0x00fc,
  textOfObject: 0x01b6,
  validations: 0x01b2,
  xf: 0x00e0,
} as const;

const HEAD = 4;

/** The records from `from` on, to the end of the stream or to the first that is cut off. */
export function* biffRecords(stream: Uint8Array, from: number): Generator<BiffRecord> {
  for (let at = from; at + HEAD <= stream.length;) {
    const data = dataAt(stream, at);
    if (!data) return;
    let next = at + HEAD + data.length;
    const parts = [data];
    while (next + HEAD <= stream.length && u16(stream, next) === TYPE.continue) {
      const more = dataAt(stream, next);
      if (!more) break;
      parts.push(more);
      next += HEAD + more.length;
    }
    yield { type: u16(stream, at), at, parts, data };
    at = next;
  }
}

function dataAt(stream: Uint8Array, at: number): Uint8Array | undefined {
  const end = at + HEAD + u16(stream, at + 2);
  return end <= stream.length ? stream.subarray(at + HEAD, end) : undefined;
}

/** What a substream begins with: the version, and what it holds. */
export interface Beginning {
  readonly version: number;
  readonly kind: number;
}

export const KIND = { globals: 0x0005, sheet: 0x0010, chart: 0x0020, macros: 0x0040 } as const;
export const BIFF8 = 0x0600;
export const BIFF5 = 0x0500;

export function beginningOf({ data }: BiffRecord): Beginning {
  return { version: u16(data, 0), kind: u16(data, 2) };
}

/**
 * The records of the substream at `from` up to its end, without those of substreams within (charts). `ended` tells
 * after the last one whether its end was there.
 */
export class Substream {
  ended = false;
  /** Bytes from the beginning to the end of the last record that was given. */
  length = 0;

  constructor(
    private readonly stream: Uint8Array,
    private readonly from: number,
  ) {}

  /** Undefined where no substream begins at the place. */
  get beginning(): Beginning | undefined {
    for (const record of biffRecords(this.stream, this.from))
      return record.type === TYPE.beginning ? beginningOf(record) : undefined;
    return undefined;
  }

  *records(): Generator<BiffRecord> {
    let depth = 0;
    for (const record of biffRecords(this.stream, this.from)) {
      this.length = record.at - this.from + record.data.length;
      if (record.type === TYPE.beginning) depth++;
      else if (record.type === TYPE.end) depth--;
      else if (depth === 1) yield record;
      if (depth <= 0) {
        this.ended = true;
        return;
      }
    }
  }
}
