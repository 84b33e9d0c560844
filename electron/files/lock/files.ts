import { dirname, join } from 'node:path';
import type { FileSystem } from '../../machine/fileSystem';
import type { Machine } from '../../machine/machine';
import { removeIfPresent } from '../../machine/wholeFile';
import { MAX_DECISION_AGE } from '../guardedRename';
import { digestOf, temporaryPrefix } from '../names';
import { retrying } from '../retry';
import { lockText, parseLock, readLock, type LockContent } from './content';

/**
 * Creates the lock; throws EEXIST where one is there. A lock that could not be filled is removed again, unless somebody else took
 * it over meanwhile.
 */
export async function createLockFile(
  machine: Machine,
  lockPath: string,
  content: LockContent,
): Promise<void> {
  const file = await machine.files.open(lockPath, 'wx');
  try {
    await file.write(lockText(content)).finally(() => file.close());
  } catch (error) {
    await removeLockFile(machine, lockPath, content.token).catch(() => undefined);
    throw error;
  }
}

/** Puts the lock in the place of another one, so that a reader sees either of them whole. */
export async function replaceLockFile(
  { files, clock }: Machine,
  lockPath: string,
  content: LockContent,
): Promise<void> {
  const temporary = besideLock(lockPath, content.token, 'lock');
  const file = await files.open(temporary, 'w');
  await file.write(lockText(content)).finally(() => file.close());
  await retrying(clock, () => files.rename(temporary, lockPath));
}

/**
 * Writes a sign of life into the lock that holds this token; answers false where it holds another one. Reading and writing go
 * through one open file: a lock that replaced ours in between is not touched.
 */
export async function beatInPlace(
  files: FileSystem,
  lockPath: string,
  content: LockContent,
): Promise<boolean> {
  const file = await files.open(lockPath, 'r+');
  try {
    const { size } = await file.status();
    const found = parseLock(Buffer.from(await file.read(size, 0)).toString('utf8'));
    if (found.kind !== 'content' || found.content.token !== content.token) return false;
    const text = lockText(content);
    await file.write(text, 0);
    if (text.length < size) await file.truncate(text.length);
    return true;
  } finally {
    await file.close();
  }
}

/**
 * Removes the lock that holds this token. It is renamed first and read again: a lock that somebody else put there in between gets
 * its name back.
 */
export async function removeLockFile(machine: Machine, lockPath: string, token: string): Promise<void> {
  const { files, clock } = machine;
  const aside = besideLock(lockPath, token, 'released');
  const isMoved = await retrying(clock, () => moveAside(machine, lockPath, aside, token));
  if (!isMoved) return;
  if (await belongsToOther(files, aside, token)) await files.rename(aside, lockPath);
  else await removeIfPresent(files, aside);
}

/** A PC that slept after looking looks again: its lock may have been taken over. */
async function moveAside(
  { files, clock }: Machine,
  lockPath: string,
  aside: string,
  token: string,
): Promise<boolean> {
  let started: number;
  do {
    started = clock.elapsed();
    if (await belongsToOther(files, lockPath, token)) return false;
  } while (clock.elapsed() - started > MAX_DECISION_AGE);
  await files.rename(lockPath, aside);
  return true;
}

/** One that is empty or cut short is nobody's. */
async function belongsToOther(files: FileSystem, path: string, token: string): Promise<boolean> {
  const found = await readLock(files, path);
  return found.kind === 'content' && found.content.token !== token;
}

function besideLock(lockPath: string, token: string, purpose: string): string {
  return join(dirname(lockPath), `${temporaryPrefix(lockPath)}${digestOf(token)}.${purpose}.tmp`);
}
