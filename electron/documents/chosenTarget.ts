import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { FileMark } from '../database/contract';
import { systemCode } from '../files/faults';
import { MAX_DECISION_AGE } from '../files/guardedRename';
import { isSameMark, readMark } from '../files/mark';
import type { FileSystem } from '../machine/fileSystem';
import type { Machine } from '../machine/machine';

/** A name that a person chose, and the file that had it then: only that one may be replaced. */
export interface ChosenTarget {
  readonly path: string;
  /** Undefined: there was none. */
  readonly seen: FileMark | undefined;
}

/**
 * Looks at the file that a person chose to replace at `chosenAt` (`Clock.elapsed`). Throws a `Failure` where that took so long that it
 * may be another one by now: the PC slept meanwhile.
 */
export async function chosenTarget(
  { files, clock }: Pick<Machine, 'files' | 'clock'>,
  path: string,
  chosenAt: number,
): Promise<ChosenTarget> {
  // What cannot be looked at is refused later, in words about why.
  const seen = await presentMark(files, path).catch(() => undefined);
  if (seen && clock.elapsed() - chosenAt > MAX_DECISION_AGE) throw targetChanged(path);
  return { path, seen };
}

/** Throws a `Failure` where another file has the name by now. `own`: of the file that is about to get it, which it may have already. */
export async function assertUnchanged(
  files: FileSystem,
  { path, seen }: ChosenTarget,
  own: FileMark,
): Promise<void> {
  const present = await presentMark(files, path);
  const isSame = present === undefined || (seen !== undefined && isSameMark(present, seen));
  if (!isSame && !isSameMark(present, own)) throw targetChanged(path);
}

async function presentMark(files: FileSystem, path: string): Promise<FileMark | undefined> {
  return readMark(files, path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
}

function targetChanged(path: string): Failure {
  return new Failure('targetChanged', { name: basename(path), folder: dirname(path) });
}
