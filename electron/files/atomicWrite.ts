import { basename, dirname, join } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import { fileFailure, systemCode } from './faults';
import type { FileSystem } from '../machine/fileSystem';
import type { Machine } from '../machine/machine';
import { removeIfPresent } from '../machine/wholeFile';
import { temporaryPrefix } from './names';
import { hasNoFolderFlush } from './folder';
import { retrying } from './retry';

/**
 * Writes a file so that at every moment the name shows either the old or the new bytes, whole: a temporary file in
 * the same folder, flushed, renamed over. Answers when the bytes are on the disk, and whether a power cut keeps the name as well.
 * Throws a `Failure`; the old file is then as it was and no temporary file is left.
 */
export async function writeAtomically(machine: Machine, path: string, bytes: Uint8Array): Promise<boolean> {
  const { files, clock, random } = machine;
  const target = await files.resolve(path).catch(() => path);
  const temporary = join(dirname(target), `${temporaryPrefix(target)}${random(4)}.tmp`);
  try {
    await writeTemporary(machine, temporary, bytes, await modeOf(files, target));
    await retrying(clock, () => files.rename(temporary, target));
    return await flushName(files, target);
  } catch (error) {
    await removeIfPresent(files, temporary).catch(() => undefined);
    throw systemCode(error) === 'ENOENT'
      ? failureAt('folderUnreachable', target)
      : fileFailure(error, target);
  }
}

/** Removes temporary files of the document that a crash left behind. Only for whoever holds its lock. */
export async function removeLeftTemporaries(files: FileSystem, path: string): Promise<void> {
  const names = await files.list(dirname(path)).catch(() => []);
  const left = names.filter((name) => name.startsWith(temporaryPrefix(path)) && name.endsWith('.tmp'));
  for (const name of left) await removeIfPresent(files, join(dirname(path), name)).catch(() => undefined);
}

/**
 * The permissions of a file that is about to be replaced; undefined where there is none. A rename would replace a write-protected
 * file without asking, but the protection is meant: then it throws a `Failure`.
 */
export async function modeOf(files: FileSystem, path: string): Promise<number | undefined> {
  try {
    await assertWritable(files, path);
    return (await files.status(path)).mode;
  } catch (error) {
    // Not there yet, or held by a scanner: then the rename waits for it.
    if (['ENOENT', 'EBUSY'].includes(systemCode(error) ?? '')) return undefined;
    throw FORBIDDEN.has(systemCode(error) ?? '') ? failureAt('fileReadOnly', path) : error;
  }
}

/** Opening for writing changes nothing and asks the very question; `access` knows nothing of the rights on a server. */
export async function assertWritable(files: FileSystem, path: string): Promise<void> {
  const file = await files.open(path, 'r+');
  await file.close();
}

const FORBIDDEN = new Set(['EACCES', 'EPERM']);

async function writeFlushed(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<void> {
  const file = await files.open(path, 'w', mode);
  try {
    await file.write(bytes);
    await file.flush();
  } finally {
    await file.close();
  }
}

/**
 * Makes the rename of a file survive a power cut: by its folder, and where a system has no such call (Windows, shares) by the file
 * itself, which writes its name as well. Answers whether one of them did.
 */
export async function flushName(files: FileSystem, path: string): Promise<boolean> {
  return works(files.flushFolder(dirname(path)), (error) =>
    hasNoFolderFlush(error) ? works(flushFile(files, path), () => false) : false,
  );
}

/** Makes the bytes of a file survive a power cut. Throws system errors. */
export async function flushFile(files: FileSystem, path: string): Promise<void> {
  const file = await files.open(path, 'r+');
  await file.flush().finally(() => file.close());
}

function works(
  work: Promise<void>,
  otherwise: (error: unknown) => boolean | Promise<boolean>,
): Promise<boolean> {
  return work.then(() => true, otherwise);
}

/** What forbids a new file in the folder forbids the folder; what forbids the rename, the file. */
async function writeTemporary(
  { files, clock }: Machine,
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<void> {
  try {
    await retrying(clock, () => writeFlushed(files, path, bytes, mode));
  } catch (error) {
    throw newFileFailure(error, path);
  }
}

/** Why a new file could not be made: what forbids it forbids the folder. */
export function newFileFailure(error: unknown, path: string): unknown {
  return FORBIDDEN.has(systemCode(error) ?? '') ? failureAt('folderReadOnly', path) : error;
}

function failureAt(code: ErrorCode, path: string): Failure {
  return new Failure(code, { name: basename(path), folder: dirname(path) });
}
