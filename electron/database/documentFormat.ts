import type { HyokaDocument } from '../../shared/assessment/document';
import { decodeDocument, type DecodeResult } from './read';
import { sqlite } from './sql';
import { encodeDocument, type Stamp } from './write';

/** The file format as the saving of documents uses it. */
export interface DocumentFormat {
  readonly decode: (bytes: Uint8Array) => DecodeResult;
  readonly encode: (document: HyokaDocument, stamp: Stamp) => Uint8Array;
}

/** The format of `.hyoka` files. */
export async function sqlFormat(): Promise<DocumentFormat> {
  const sql = await sqlite();
  return {
    decode: (bytes) => decodeDocument(sql, bytes),
    encode: (document, stamp) => encodeDocument(sql, document, stamp),
  };
}
