import { u8, u32 } from '../bytes';
import { drawingRecords, type DrawingRecord } from './records';

/** A picture as it stands in a drawing: the bytes of a file of this kind. */
export interface StoredPicture {
  /** `png`, `jpeg`, or what a program of the web cannot show: `emf`, `wmf`, `pict`, `dib`, `tiff`. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

interface PictureKind {
  readonly extension: string;
  /** Instances with which a second identifier of 16 bytes stands before the picture. */
  readonly twice: readonly number[];
}

/** Records of pictures (MS-ODRAW 2.2.23 and following). */
const KINDS: Readonly<Record<number, PictureKind>> = {
  0xf01a: { extension: 'emf', twice: [0x3d5] },
  0xf01b: { extension: 'wmf', twice: [0x217] },
  0xf01c: { extension: 'pict', twice: [0x543] },
  0xf01d: { extension: 'jpeg', twice: [0x46b, 0x6e3] },
  0xf01e: { extension: 'png', twice: [0x6e1] },
  0xf01f: { extension: 'dib', twice: [0x7a9] },
  0xf029: { extension: 'tiff', twice: [0x6e5] },
  0xf02a: { extension: 'jpeg', twice: [0x46b, 0x6e3] },
};

const IDENTIFIER = 16;
const STORE_ENTRY = 0xf007;
const STORE_ENTRY_HEAD = 36;

/** The picture of a record; undefined where it is no picture. Of drawings that are packed, the packed bytes. */
export function pictureOf({ type, instance, data }: DrawingRecord): StoredPicture | undefined {
  const kind = KINDS[type];
  if (!kind) return undefined;
  const identifiers = kind.twice.includes(instance) ? 2 : 1;
  // One byte (a tag) stands between the identifiers and a bitmap.
  return { extension: kind.extension, bytes: data.subarray(identifiers * IDENTIFIER + 1) };
}

/**
 * The picture of an entry of the store. It stands in the entry itself, or in `elsewhere` (the stream of the document)
 * at the place that the entry names. Undefined for an empty entry.
 */
export function storedPicture(
  entry: DrawingRecord,
  elsewhere: Uint8Array = new Uint8Array(),
): StoredPicture | undefined {
  if (entry.type !== STORE_ENTRY) return pictureOf(entry);
  const name = u8(entry.data, 33);
  const within = firstRecord(entry.data.subarray(STORE_ENTRY_HEAD + name));
  const record = within ?? firstRecord(elsewhere.subarray(u32(entry.data, 28)));
  return record && pictureOf(record);
}

function firstRecord(bytes: Uint8Array): DrawingRecord | undefined {
  for (const record of drawingRecords(bytes)) return record;
  return undefined;
}
