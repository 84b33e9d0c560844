import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import { flushName } from '../files/atomicWrite';
import { renameGuarded } from '../files/guardedRename';
import { assertUnchanged, type ChosenTarget } from './chosenTarget';
import type { DocumentLock } from '../files/lock/lock';
import { titleOf } from '../files/names';
import type { Machine } from '../machine/machine';
import type { FileMark } from '../database/contract';
import { isSameMark, readMark } from '../files/mark';

interface WrittenFile {
  readonly lock: DocumentLock;
  /** The file that it replaces. */
  readonly target: ChosenTarget;
  readonly mark: FileMark;
}

/**
 * Gives the temporary file of a lock its name, as long as the lock is held and nothing but the chosen file has that name. Answers whether a power cut keeps it: some file systems
 * flush no names. Throws a `Failure`.
 */
export async function putInPlace(machine: Machine, { lock, target, mark }: WrittenFile): Promise<boolean> {
  const { path } = target;
  const assertAllowed = async () => {
    const standing = await lock.standing();
    if (standing.kind !== 'ours') throw inUse(path, standing.kind === 'lost' ? standing.holder : null);
    await assertUnchanged(machine.files, target, mark);
  };
  const isDone = await renameGuarded(machine, { from: lock.temporary, to: path, mark, assertAllowed });
  if (!isDone) throw inUse(path, null);
  const isDurable = await flushName(machine.files, path);
  // A server that crashed after the rename may have taken it back.
  const present = await readMark(machine.files, path).catch(() => undefined);
  if (!present || !isSameMark(present, mark))
    throw new Failure('folderUnreachable', { name: titleOf(path), folder: dirname(path) });
  return isDurable;
}

function inUse(path: string, holder: { readonly user: string; readonly pc: string } | null): Failure {
  const { user = '', pc = '' } = holder ?? {};
  return new Failure('targetInUse', { name: basename(path), user, pc });
}
