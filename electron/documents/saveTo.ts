import { basename } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import { fileFailure } from '../files/faults';
import { acquireLock, claimLock, type DocumentLock, type LockResult } from '../files/lock/lock';
import { removeIfPresent } from '../machine/wholeFile';
import type { FileMark, Stamp } from '../database/contract';
import type { DocumentParts } from './parts';
import { chosenTarget, type ChosenTarget } from './chosenTarget';
import { putInPlace } from './putInPlace';

/** A file that was written under a name that a person chose. The lock is still held. */
export interface ChosenFile<T> {
  readonly lock: DocumentLock;
  readonly save: string;
  readonly written: T;
  /** Whether a power cut keeps it. */
  readonly isDurable: boolean;
}

/** Writes a document under a name that a person chose. Throws a `Failure`. */
export async function saveTo(parts: DocumentParts, document: HyokaDocument, path: string): Promise<void> {
  const write = async (temporary: string, stamp: Stamp) => ({
    mark: await parts.host.write(document, temporary, stamp),
  });
  const { machine } = parts.edges;
  const target = await chosenTarget(machine, path, machine.clock.elapsed());
  const { lock } = await writeChosen(parts, target, write);
  await lock.release().catch(() => undefined);
}

/**
 * Writes content under a name that a person chose. Another document of that name becomes a backup first; what cannot be read as a
 * document (and may be a damaged one) is never replaced, nor is one that somebody has open. Throws a `Failure`.
 */
export async function writeChosen<T extends { readonly mark: FileMark }>(
  parts: DocumentParts,
  target: ChosenTarget,
  write: (temporary: string, stamp: Stamp) => Promise<T>,
): Promise<ChosenFile<T>> {
  const { path } = target;
  const lock = await lockOf(parts, path);
  const { files } = parts.edges.machine;
  try {
    const isPresent = await isDocument(parts, path);
    const stamp = { save: parts.edges.newId(), program: parts.edges.program };
    const written = await write(lock.temporary, stamp);
    if (isPresent) await keep(parts, path);
    const isDurable = await putInPlace(parts.edges.machine, { lock, target, mark: written.mark });
    return { lock, save: stamp.save, written, isDurable };
  } catch (error) {
    await removeIfPresent(files, lock.temporary).catch(() => undefined);
    await lock.release().catch(() => undefined);
    throw fileFailure(error, path);
  }
}

/** What cannot be kept is not replaced. */
async function keep({ backups }: DocumentParts, path: string): Promise<void> {
  await backups.keepReplaced(path).catch(() => {
    throw new Failure('backupImpossible', { name: basename(path) });
  });
}

/** Opened as a whole: what only begins like a document may be one that somebody still hopes to rescue. */
async function isDocument({ host }: DocumentParts, path: string): Promise<boolean> {
  try {
    await (await host.open(path)).store.close();
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'fileNotFound') return false;
    throw new Failure('targetNotOurs', { name: basename(path) });
  }
}

async function lockOf({ judge, edges }: DocumentParts, path: string): Promise<DocumentLock> {
  const result = await lockResult({ judge, edges }, path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  if (result.kind === 'ours') return result.lock;
  const { user = '', pc = '' } = ('holder' in result ? result.holder : null) ?? {};
  throw new Failure('targetInUse', { name: basename(path), user, pc });
}

async function lockResult(
  { judge, edges }: Pick<DocumentParts, 'judge' | 'edges'>,
  path: string,
): Promise<LockResult> {
  const result = await acquireLock(judge, path, edges.author());
  return result.kind === 'left' && result.certain ? claimLock(judge, path, edges.author()) : result;
}
