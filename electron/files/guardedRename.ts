import type { Machine } from '../machine/machine';
import { isSameMark, readMark } from './mark';
import type { FileMark } from '../database/contract';
import { retrying } from './retry';

/**
 * Between looking at lock and file and renaming no more than this may pass (ms): a PC that slept meanwhile looks again. What is
 * left of the gap is closed by whoever takes the lock over: the file to be renamed is removed first.
 */
export const MAX_DECISION_AGE = 5_000;

export interface GuardedRename {
  readonly from: string;
  readonly to: string;
  /** Of the file to be renamed. */
  readonly mark: FileMark;
  /** Throws where the file may not be replaced. Asked before every try. */
  readonly assertAllowed: () => Promise<void>;
  /** Called right before the rename is asked for; it may be done although an error is answered. */
  readonly attempted?: () => void;
}

/**
 * Renames a file into place if that is allowed at this moment. Answers false where the question took too long: then everything has
 * to begin anew. Throws what `assertAllowed` throws, and system errors.
 */
export function renameGuarded(machine: Machine, order: GuardedRename): Promise<boolean> {
  return retrying(machine.clock, () => renameNow(machine, order));
}

async function renameNow({ files, clock }: Machine, order: GuardedRename): Promise<boolean> {
  const started = clock.elapsed();
  await order.assertAllowed();
  // Nothing is awaited between the answer and the rename.
  if (clock.elapsed() - started > MAX_DECISION_AGE) return false;
  order.attempted?.();
  try {
    await files.rename(order.from, order.to);
  } catch (error) {
    // Some errors are only about the answer: the rename itself was done.
    const present = await readMark(files, order.to).catch(() => undefined);
    if (!present || !isSameMark(present, order.mark)) throw error;
  }
  return true;
}
