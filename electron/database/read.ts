import type { SqlJsStatic } from 'sql.js';
import type { HyokaDocument } from '../../shared/assessment/document';
import type { Stamp } from './contract';
import { sqlCodec } from './codec';
import { faultOf } from './damage';
import type { FormatFault } from './header';

export interface Decoded {
  readonly document: HyokaDocument;
  readonly stamp: Stamp;
  /** Format of the bytes; lower than `FORMAT_VERSION` where they were migrated (in memory only). */
  readonly version: number;
}

export type DecodeResult =
  { readonly ok: true; readonly value: Decoded } | { readonly ok: false; readonly fault: FormatFault };

/**
 * The document in the bytes of a `.hyoka` file, which stay as they are. Never throws and never gives a part of a document: one
 * row that does not fit its digest makes the whole file `corrupt`.
 */
export function decodeDocument(sql: SqlJsStatic, bytes: Uint8Array): DecodeResult {
  const result = sqlCodec(sql).open(bytes.slice());
  if (!result.ok) return result;
  const { database } = result;
  try {
    const { stamp, version } = database.opened;
    return { ok: true, value: { document: database.whole(), stamp, version } };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  } finally {
    database.close();
  }
}
