import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../shared/commands/failure';
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
    const mode = await writableMode(target);
    await retrying(() => writeFlushed(disk, temporary, bytes, mode));
    await retrying(() => disk.rename(temporary, target));
    await flushFolder(disk, dirname(target));
    return await markOf(target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw await writeFailure(error, target);
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
async function writableMode(path: string): Promise<number | undefined> {
  try {
    await access(path, constants.W_OK);
    return (await stat(path)).mode;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw await isProtected(path, error);
  }
}

async function isProtected(path: string, error: unknown): Promise<unknown> {
  const there = await stat(path).catch(() => undefined);
  return there && ['EACCES', 'EPERM'].includes(systemCode(error) ?? '')
    ? new Failure('fileReadOnly', { name: basename(path), folder: dirname(path) })
    : error;
}

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

/** A folder that forbids writing is told apart from a file that is held or forbidden. */
async function writeFailure(error: unknown, path: string): Promise<Failure> {
  const code = systemCode(error);
  const folder = dirname(path);
  if (code === 'ENOENT') return new Failure('folderUnreachable', { name: basename(path), folder });
  if (code !== 'EACCES' && code !== 'EPERM') return fileFailure(error, path);
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return writable
    ? fileFailure(error, path)
    : new Failure('folderReadOnly', { name: basename(path), folder });
}
