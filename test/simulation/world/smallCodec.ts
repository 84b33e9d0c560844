import { createHash } from 'node:crypto';
import { APPLICATION_ID, HEADER_BYTES, headerFault } from '../../../electron/database/header';
import { FORMAT_VERSION } from '../../../electron/database/migrations/index';
import type { Codec, OpenDatabase, OpenResult, Stamp } from '../../../electron/database/contract';
import {
  type StoredDocument,
  applyChange,
  type DocumentChange,
  type HyokaDocument,
} from '../../../shared/assessment/document';
import type { History } from '../../../shared/assessment/history';
import { recentStart } from '../../../shared/assessment/recentHistory';

/*
 * A file format for the simulator: the header of SQLite, a digest over everything and the document as JSON, filled up to
 * whole pages so that files of different contents often have one size. Bytes that were cut or altered anywhere are refused.
 */

const PAGE = 1_024;
const DIGEST_BYTES = 32;
const LENGTH_AT = HEADER_BYTES + DIGEST_BYTES;
const JSON_AT = LENGTH_AT + 4;
const VERSION_AT = 60;
const RANDOM_AT = 72;

/** Few, so that many stories need older records. */
const RECENT = 3;

interface Content {
  readonly document: HyokaDocument;
  readonly stamp: Stamp;
}

export const smallCodec: Codec = {
  open: (bytes) => {
    const result = read(bytes);
    // The bytes belong to the codec from here on: whoever still reads them reads nonsense.
    bytes.fill(0xdb);
    return result;
  },
  create: (document) => new SmallDocument({ document, stamp: { save: '', program: '' } }, FORMAT_VERSION),
};

/** The bytes of a file of an earlier version of the format. */
export function encodeOlder(document: HyokaDocument, stamp: Stamp): Uint8Array {
  return encode({ document, stamp }, FORMAT_VERSION - 1);
}

class SmallDocument implements OpenDatabase {
  readonly opened: OpenDatabase['opened'];
  #document: HyokaDocument;

  constructor({ document, stamp }: Content, version: number) {
    this.#document = document;
    const { history } = document;
    const earlier = recentStart({ length: history.length, recordAt: (at) => history[at] }, RECENT);
    const recent = { ...stored(document), history: history.slice(earlier) };
    this.opened = { document: recent, earlier, stamp, version, hasDigests: version === FORMAT_VERSION };
  }

  apply(changes: readonly DocumentChange[]): void {
    this.#document = changes.reduce<HyokaDocument>(applyChange, this.#document);
  }

  export(stamp: Stamp): Uint8Array {
    return encode({ document: this.#document, stamp }, FORMAT_VERSION);
  }

  attachment(hash: string): Uint8Array | undefined {
    return this.#document.attachments.find((file) => file.hash === hash)?.bytes;
  }

  history(after: number, count: number): History {
    return this.#document.history.filter(({ seq }) => seq > after).slice(0, count);
  }

  whole(): HyokaDocument {
    return this.#document;
  }

  close(): void {
    // Nothing is held outside of memory.
  }
}

function stored(document: HyokaDocument): StoredDocument {
  const attachments = document.attachments.map(({ bytes, ...info }) => ({ ...info, size: bytes.length }));
  return { ...document, attachments };
}

function encode(content: Content, version: number): Uint8Array {
  const json = Buffer.from(JSON.stringify(content, bytesAsText));
  const size = Math.ceil((JSON_AT + json.length) / PAGE) * PAGE;
  const bytes = Buffer.alloc(size);
  bytes.write('SQLite format 3\0', 'latin1');
  bytes.writeUInt16BE(PAGE, 16);
  bytes.writeUInt32BE(size / PAGE, 28);
  bytes.writeUInt32BE(version, VERSION_AT);
  bytes.writeUInt32BE(APPLICATION_ID, 68);
  bytes.write(content.stamp.save.slice(0, 56), RANDOM_AT, 'hex');
  bytes.writeUInt32BE(json.length, LENGTH_AT);
  json.copy(bytes, JSON_AT);
  bytes.set(digestOf(bytes), HEADER_BYTES);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function read(bytes: Uint8Array): OpenResult {
  const fault = headerFault(bytes.subarray(0, HEADER_BYTES), bytes.length);
  if (fault) return { ok: false, fault };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.length < JSON_AT || !digestOf(buffer).equals(buffer.subarray(HEADER_BYTES, LENGTH_AT)))
    return { ok: false, fault: { kind: 'corrupt' } };
  const json = buffer.toString('utf8', JSON_AT, JSON_AT + buffer.readUInt32BE(LENGTH_AT));
  const content = JSON.parse(json, textAsBytes) as Content;
  return { ok: true, database: new SmallDocument(content, buffer.readUInt32BE(VERSION_AT)) };
}

/** Over everything but the digest itself. */
function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256')
    .update(bytes.subarray(0, HEADER_BYTES))
    .update(bytes.subarray(LENGTH_AT))
    .digest();
}

function bytesAsText(key: string, value: unknown): unknown {
  return key === 'bytes' && value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

function textAsBytes(key: string, value: unknown): unknown {
  return key === 'bytes' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
}
