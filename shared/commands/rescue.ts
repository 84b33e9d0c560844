import { z } from 'zod';
import { command } from './command';
import type { DocumentView } from './documents';

/** What of a document can be whole or lost. `header`: form, edition, and what else is known of the document itself. */
export type DocumentPart =
  | 'header'
  | 'items'
  | 'entries'
  | 'history'
  | 'revisions'
  | 'comments'
  | 'attachments'
  | 'leftover'
  | 'review'
  | 'rounds'
  | 'acceptances'
  | 'thresholds'
  | 'overrides'
  | 'progress';

/** How many rows of a part are whole. */
export interface PartDamage {
  readonly part: DocumentPart;
  readonly whole: number;
  /** Null where the file does not say how many there were. */
  readonly lost: number | null;
}

/** What of a damaged file is whole and what is lost. */
export interface DamageReport {
  /** False for formats without digests: then a part counts as whole that can be read. */
  readonly hasDigests: boolean;
  /** Nothing is lost, as far as is known. */
  readonly isComplete: boolean;
  /** The parts that the document had, in a fixed order. */
  readonly parts: readonly PartDamage[];
  /** Official wording of the items whose value is lost, as far as they are known. */
  readonly lostItems: readonly string[];
  /** Official wording of the items whose value was damaged and follows from the history. */
  readonly restoredItems: readonly string[];
}

const damaged = z.object({ path: z.string().min(1).max(4_000) });

export const rescueCommands = {
  /**
   * Looks for what is whole in a file that cannot be opened. The file is only read, in a process with limits of time and memory.
   * `rescueNothing`: not even one item can be read.
   */
  'rescue.inspect': command<DamageReport>()(damaged),
  /**
   * Writes what is whole as a new document beside the file (in the workspace folder where that folder takes none) with a comment
   * that says what is missing, and opens it.
   */
  'rescue.write': command<DocumentView>()(damaged),
};
