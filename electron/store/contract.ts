import type { Stamp, FileMark, OpenedDocument } from '../database/contract';
import type { DocumentChange, HyokaDocument } from '../../shared/assessment/document';
import type { History } from '../../shared/assessment/history';

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
