import { z } from 'zod';
import { newProgressSchema } from '../assessment/documentSchema';
import type { LedgerRow } from '../ledger/rows';
import { command } from './command';
import type { DocumentView } from './documents';
import { jobId } from './jobs';

/** A row of the 台帳 with what a window needs to act on it. */
export interface OfficeRow {
  readonly path: string;
  readonly row: LedgerRow;
}

/** The 台帳 of the workspace folder as far as it is known. */
export interface OfficeLedger {
  readonly folder: string;
  readonly rows: readonly OfficeRow[];
  /** Files that are still to be read, and those without findings; 0 and 0 where all is done. */
  readonly unread: number;
  readonly unchecked: number;
  /** Why the folder cannot be reached now; the rows are those of last time. */
  readonly fault?: string;
  /** When the folder was last looked at, in milliseconds since 1970 UTC; null where it was not yet. */
  readonly at: number | null;
}

const path = z.string().min(1).max(4_000);

export const officeCommands = {
  /** The 台帳 of the workspace folder from the index, at once; the index is brought up to date meanwhile (`office.changed`). */
  'office.ledger': command<OfficeLedger>()(z.undefined()),
  /** 今年度版を作る: a new document in the newest edition, opened. The file of `path` stays as it is. */
  'office.renew': command<DocumentView>()(z.object({ job: jobId, path })),
  /** 様式２ of a 様式３ or 様式４, opened. */
  'office.pair': command<DocumentView>()(z.object({ path })),
  /** Records a step of a document that need not be open. */
  'office.record': command<null>()(z.object({ path, record: newProgressSchema })),
};
