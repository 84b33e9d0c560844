import { randomBytes } from 'node:crypto';
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import { fileFailure, systemCode } from './faults';
import { temporaryPrefix } from './names';
import { retrying } from './retry';

/** The calls that make a write durable; the tests let single ones fail. */
export interface Disk {
  readonly open: typeof open;
  readonly rename: typeof rename;
}

export const realDisk: Disk = { open, rename };

/** Identifies a version of a file on disk. */
export interface FileMark {
  readonly size: number;
  /** ms */
  readonly modified: number;
}

/**
 * Writes a file so that at every moment the name shows either the old or the new bytes, whole: a temporary file in
 * the same folder, flushed, renamed over. Answers when the bytes are on the disk. Throws a `Failure`; the old
 * file is then as it was and no temporary file is left.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  disk: Disk = realDisk,
): Promise<FileMark> {
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `${temporaryPrefix(target)}${randomBytes(4).toString('hex')}.tmp`);
  try {
    await writeTemporary(disk, temporary, bytes, await modeOf(target));
    await retrying(() => disk.rename(temporary, target));
    await flushFolder(disk, dirname(target));
    return await markOf(target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw systemCode(error) === 'ENOENT'
      ? failureAt('folderUnreachable', target)
      : fileFailure(error, target);
  }
}

export async function markOf(path: string): Promise<FileMark> {
  const { size, mtimeMs } = await stat(path);
  return { size, modified: mtimeMs };
}

/** Removes temporary files of the document that a crash left behind. Only for whoever holds its lock. */
export async function removeLeftTemporaries(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  const left = names.filter((name) => name.startsWith(temporaryPrefix(path)) && name.endsWith('.tmp'));
  for (const name of left) await rm(join(dirname(path), name), { force: true }).catch(() => undefined);
}

/** A rename would replace a write-protected file without asking; the protection is meant. */
async function modeOf(path: string): Promise<number | undefined> {
  try {
    await assertWritable(path);
    return (await stat(path)).mode;
  } catch (error) {
    // Not there yet, or held by a scanner: then the rename waits for it.
    if (['ENOENT', 'EBUSY'].includes(systemCode(error) ?? '')) return undefined;
    throw FORBIDDEN.has(systemCode(error) ?? '') ? failureAt('fileReadOnly', path) : error;
  }
}

/** Opening for writing changes nothing and asks the very question; `access` knows nothing of the rights on a server. */
export async function assertWritable(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.close();
}

const FORBIDDEN = new Set(['EACCES', 'EPERM']);

async function writeFlushed(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<void> {
  const handle = await disk.open(path, 'w', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename itself durable. Windows has no such call for folders and needs none. */
async function flushFolder(disk: Disk, folder: string): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Network folders may refuse it as well; the file itself has been flushed.
  }
}

/** What forbids a new file in the folder forbids the folder; what forbids the rename, the file. */
async function writeTemporary(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<void> {
  try {
    await retrying(() => writeFlushed(disk, path, bytes, mode));
  } catch (error) {
    throw FORBIDDEN.has(systemCode(error) ?? '') ? failureAt('folderReadOnly', path) : error;
  }
}

function failureAt(code: ErrorCode, path: string): Failure {
  return new Failure(code, { name: basename(path), folder: dirname(path) });
}
