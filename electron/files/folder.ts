import { dirname } from 'node:path';
import type { FileSystem } from '../machine/fileSystem';

/** The folder, with those above it where they are missing. Node's own way never ends on some file systems. */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  if (await isFolder(files, folder)) return;
  const above = dirname(folder);
  if (above !== folder && !(await isThere(files, above))) await makeFolder(files, above);
  await files.makeFolder(folder).catch(async (error: unknown) => {
    // Somebody else was quicker.
    if (!(await isFolder(files, folder))) throw error;
  });
}

/** A file or folder of this name; a link that leads nowhere is none. */
export function isThere(files: FileSystem, path: string): Promise<boolean> {
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
