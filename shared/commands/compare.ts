import { z } from 'zod';
import { roundSchema } from '../assessment/documentSchema';
import { COMPARISON_VARIANTS } from '../compare/print/variants';
import { command } from './command';
import { jobId } from './jobs';

/** The present text, where an edition is asked for. */
export const PRESENT_EDITION = 'now';

const edition = z.string().min(1).max(200);

export interface WrittenComparison {
  readonly path: string;
  /** Names of pictures that cannot be read to their end and are in no file. */
  readonly leftOut: readonly string[];
}

export const compareCommands = {
  /** Asks where, then writes the comparison of two editions; null when it was cancelled. */
  'compare.export': command<WrittenComparison | null>()(
    z.object({
      session: z.string().min(1).max(64),
      job: jobId,
      older: edition,
      newer: edition,
      variant: z.enum(COMPARISON_VARIANTS),
      format: z.enum(['docx', 'pdf']),
      round: roundSchema,
    }),
  ),
};
