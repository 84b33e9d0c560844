import type { DocumentChange, HyokaDocument, StoredDocument } from '../../shared/assessment/document';
import type { History } from '../../shared/assessment/history';
import type { FormatFault } from './header';

/** A document as an open database in memory. */
export interface OpenDatabase {
  readonly opened: Omit<OpenedDocument, 'mark'>;
  /** Updates only the rows that the changes touch. */
  apply(changes: readonly DocumentChange[]): void;
  /** The bytes of the file. The first 100 of them differ at each writing. */
  export(stamp: Stamp): Uint8Array;
  attachment(hash: string): Uint8Array | undefined;
  /** At most `count` records with a number above `after`, oldest first. Throws where one is of no known shape. */
  history(after: number, count: number): History;
  whole(): HyokaDocument;
  close(): void;
}

export type OpenResult =
  | { readonly ok: true; readonly database: OpenDatabase }
  | { readonly ok: false; readonly fault: FormatFault };

/**
 * The file format. The program has one (sql.js); the simulator may use a smaller one, for which the same laws hold: bytes that
 * were cut or altered anywhere are refused.
 */
export interface Codec {
  /** Never throws for bytes of any kind, and owns them from then on. */
  open(bytes: Uint8Array): OpenResult;
  create(document: HyokaDocument): OpenDatabase;
}

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
