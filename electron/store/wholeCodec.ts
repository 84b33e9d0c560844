import { createHash } from 'node:crypto';
import type { SqlJsStatic } from 'sql.js';
import { applyChange, infoOf, type HyokaDocument } from '../../shared/assessment/document';
import { decodeDocument, encodeDocument, FORMAT_VERSION } from '../database/format';
import type { Codec, OpenDatabase } from './codec';
import type { OpenedDocument, Stamp } from './contract';

/** The file format with every export made anew from the whole document. */
export function wholeCodec(sql: SqlJsStatic): Codec {
  return {
    open(bytes) {
      const result = decodeDocument(sql, bytes);
      if (!result.ok) return result;
      const { document, stamp, version } = result.value;
      return { ok: true, database: wholeDatabase(sql, document, { stamp, version, hasDigests: false }) };
    },
    create(document) {
      const nothing = { save: '', program: '' };
      return wholeDatabase(sql, document, { stamp: nothing, version: FORMAT_VERSION, hasDigests: false });
    },
  };
}

function wholeDatabase(
  sql: SqlJsStatic,
  start: HyokaDocument,
  facts: Pick<OpenedDocument, 'stamp' | 'version' | 'hasDigests'>,
): OpenDatabase {
  let document = start;
  return {
    opened: { document: { ...start, attachments: start.attachments.map(infoOf) }, ...facts },
    apply: (changes) => {
      document = changes.reduce((now, change) => applyChange(now, change), document);
    },
    export: (stamp: Stamp) => marked(encodeDocument(sql, document, stamp), stamp),
    attachment: (hash) => document.attachments.find((file) => file.hash === hash)?.bytes,
    whole: () => document,
    close: () => undefined,
  };
}

const CHANGE_COUNTER_AT = 24;
const VERSION_VALID_FOR_AT = 92;

/**
 * Puts a number that follows from the stamp into SQLite's counter of changes, so that the first 100 bytes tell two writings apart.
 * The page count in the header is valid only while both places are equal: https://www.sqlite.org/fileformat2.html#file_change_counter
 */
function marked(bytes: Uint8Array, { save }: Stamp): Uint8Array {
  const counter = createHash('sha256').update(save).digest().subarray(0, 4);
  bytes.set(counter, CHANGE_COUNTER_AT);
  bytes.set(counter, VERSION_VALID_FOR_AT);
  return bytes;
}
