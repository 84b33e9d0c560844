import type { SqlJsStatic } from 'sql.js';
import type { HyokaDocument } from '../../shared/assessment/document';
import type { Stamp } from './contract';
import { sqlCodec } from './codec';

/** The bytes of a `.hyoka` file that holds the whole document. `decodeDocument` gives the same document again. */
export function encodeDocument(sql: SqlJsStatic, document: HyokaDocument, stamp: Stamp): Uint8Array {
  const database = sqlCodec(sql).create(document);
  try {
    return database.export(stamp);
  } finally {
    database.close();
  }
}
