import type { DocumentChange, HyokaDocument } from '../../shared/assessment/document';
import type { History } from '../../shared/assessment/history';
import type { FormatFault } from '../database/header';
import type { OpenedDocument, Stamp } from './contract';

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
