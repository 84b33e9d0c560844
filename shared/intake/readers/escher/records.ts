import { u16, u32 } from '../bytes';

/** A record of an office drawing (MS-ODRAW), the drawings of .xls and .doc. */
export interface DrawingRecord {
  readonly type: number;
  readonly instance: number;
  /** Records within, where it is a container. */
  readonly container: boolean;
  /** What it holds, without its head; less than it says where the file is cut off. */
  readonly data: Uint8Array;
  /** Where `data` begins and ends among the bytes that were read. */
  readonly from: number;
  readonly to: number;
}

const HEAD = 8;

/** The records that stand side by side in `bytes`; what is no record ends them. `from`: where `bytes` begins. */
export function* drawingRecords(bytes: Uint8Array, from = 0): Generator<DrawingRecord> {
  for (let at = 0; at + HEAD <= bytes.length;) {
    const first = u16(bytes, at);
    const length = u32(bytes, at + 4);
    const data = bytes.subarray(at + HEAD, at + HEAD + length);
    yield {
      type: u16(bytes, at + 2),
      instance: first >> 4,
      container: (first & 0xf) === 0xf,
      data,
      from: from + at + HEAD,
      to: from + at + HEAD + data.length,
    };
    at += HEAD + length;
  }
}

export function recordsIn(record: DrawingRecord | undefined): readonly DrawingRecord[] {
  return record ? [...drawingRecords(record.data, record.from)] : [];
}

/** The first of this type among `records`. */
export function recordOf(records: readonly DrawingRecord[], type: number): DrawingRecord | undefined {
  return records.find((record) => record.type === type);
}
