import { dirname } from 'node:path';
import type { FileSystem } from '../machine/fileSystem';
import { systemCode } from './faults';

/** The folder, with those above it where they are missing. Node's own way never ends on some file systems. */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  if (await isFolder(files, folder)) return;
  const above = dirname(folder);
  if (above !== folder && !(await exists(files, above))) await makeFolder(files, above);
  await makeOneFolder(files, folder);
}

/** The folder alone; throws ENOENT where the one above it is missing. */
export async function makeOneFolder(files: FileSystem, folder: string): Promise<void> {
  if (await isFolder(files, folder)) return;
  await files.makeFolder(folder).catch(async (error: unknown) => {
    // Somebody else was quicker.
    if (!(await isFolder(files, folder))) throw error;
  });
  // Without this a power cut would take the folder back with everything in it.
  await flushNames(files, dirname(folder));
}

/** A file or folder of this name; a link that leads nowhere is none. */
export function exists(files: FileSystem, path: string): Promise<boolean> {
  return files.status(path).then(
    () => true,
    () => false,
  );
}

export function isFolder(files: FileSystem, path: string): Promise<boolean> {
  return files.status(path).then(
    ({ kind }) => kind === 'folder',
    () => false,
  );
}

/** Makes the names in a folder survive a power cut. Throws the error of the system, but not where it has no such call and needs none. */
export async function flushNames(files: FileSystem, folder: string): Promise<void> {
  await files.flushFolder(folder).catch((error: unknown) => {
    if (!hasNoFolderFlush(error)) throw error;
  });
}

/** Windows and many shares cannot flush a folder; any other error is one. */
export function hasNoFolderFlush(error: unknown): boolean {
  return NO_FOLDER_FLUSH.has(systemCode(error) ?? '');
}

const NO_FOLDER_FLUSH = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF']);
