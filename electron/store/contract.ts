import type { DocumentChange, HyokaDocument, StoredDocument } from '../../shared/assessment/document';
import type { History } from '../../shared/assessment/history';

export type { StoredDocument };

/** Marks one writing of a file, so that a journal can tell which of its changes the file already holds. */
export interface Stamp {
  /** Random, 16 hexadecimal digits or more; another one at each writing. */
  readonly save: string;
  /** Version of the program that wrote it. */
  readonly program: string;
}

/** Identifies one writing of a file from its size and first 100 bytes, in which every writing puts a random number. */
export interface FileMark {
  readonly size: number;
  /** The first 100 bytes, hexadecimal. */
  readonly head: string;
}

/** What opening a file found. */
export interface OpenedDocument {
  /** With the latest records of its history; `DocumentStore.history` has the others. */
  readonly document: StoredDocument;
  /** How many records of the history are before those in `document`. */
  readonly earlier: number;
  readonly stamp: Stamp;
  /** Format of the file; lower than `FORMAT_VERSION` where it was migrated (in memory only). */
  readonly version: number;
  /** False for formats without digests: then only SQLite's own check and the hashes of attachments have been compared. */
  readonly hasDigests: boolean;
  /** Of the bytes that were read. */
  readonly mark: FileMark;
}

/**
 * The open database of one document, in a process where its size and its damage can hurt nobody. Calls take effect in the order
 * in which they were made; a slow disk delays only the call that writes. Every call throws a `Failure`, with the code of the system
 * in `params.detail` where a disk refused (`EBUSY`), and tries nothing twice: the caller does, by its own clock. After `storeGone`
 * the store has to be opened anew.
 */
export interface DocumentStore {
  /** Brings the rows up to date. Nothing is written to a disk. */
  apply(changes: readonly DocumentChange[]): Promise<void>;
  /**
   * Writes the whole file to `path` (created or emptied) and flushes it; the caller renames it into its place. Where that fails
   * the caller removes what was written so far.
   */
  writeTo(path: string, stamp: Stamp): Promise<FileMark>;
  /** The bytes of an attachment; undefined where the document has none of that hash. */
  attachment(hash: string): Promise<Uint8Array | undefined>;
  /** At most `count` records of the history with a number above `after`, oldest first. */
  history(after: number, count: number): Promise<History>;
  /** The document with all bytes, for handing it out. */
  whole(): Promise<HyokaDocument>;
  close(): Promise<void>;
}

/** Opens documents and writes new ones. One for each program. */
export interface StoreHost {
  /** Reads the file, checks it and keeps it open. Throws a `Failure` that says why it is no document or is damaged. */
  open(path: string): Promise<{ readonly opened: OpenedDocument; readonly store: DocumentStore }>;
  /** Writes a document as a whole file to `path` (created or emptied) and flushes it. */
  write(document: HyokaDocument, path: string, stamp: Stamp): Promise<FileMark>;
  close(): Promise<void>;
}
