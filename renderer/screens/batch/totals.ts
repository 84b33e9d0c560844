import type { BatchLine } from '../../../shared/commands/publish';

/** Files by what became of them, and documents whose turn did not come. */
export interface BatchTotals {
  readonly written: number;
  readonly kept: number;
  /** Files that could not be written, and documents that could not be read. */
  readonly failed: number;
  readonly cancelled: number;
}

export function totalsOf(lines: readonly BatchLine[]): BatchTotals {
  const files = lines.flatMap((line) => line.files);
  const count = (state: string) => files.filter((file) => file.state === state).length;
  const refused = lines.filter(({ error }) => error !== undefined);
  const cancelled = refused.filter(({ error }) => error?.code === 'jobCancelled').length;
  return {
    written: count('written'),
    kept: count('kept'),
    failed: count('failed') + refused.length - cancelled,
    cancelled,
  };
}
