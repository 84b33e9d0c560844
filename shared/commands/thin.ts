import { z } from 'zod';
import { command } from './command';
import type { DocumentView } from './documents';

/** What leaving out old history would do. */
export interface ThinPreview {
  /** Records of the history. */
  readonly before: number;
  readonly after: number;
  /** Bytes of the file. */
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

const session = z.string().min(1).max(64);

export const thinCommands = {
  /** Counts; nothing is changed. The document is saved first: where that fails, so does this. */
  'thin.preview': command<ThinPreview>()(z.object({ session })),
  /**
   * Writes the document with less history to another file and opens that; the document itself stays as it is. Without `path` the
   * system's dialog asks; null: cancelled. What is kept: `shared/assessment/thinHistory.ts`.
   */
  'thin.write': command<DocumentView | null>()(
    z.object({ session, path: z.string().min(1).max(4_000).optional() }),
  ),
};
