import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The folder, with those above it where they are missing. Node's own way never ends on some file systems. */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder && !(await isThere(above))) await makeFolder(above);
  await mkdir(folder).catch(async (error: unknown) => {
    // Somebody else was quicker.
    if (!(await isFolder(folder))) throw error;
  });
}

/** A file or folder of this name; a link that leads nowhere is none. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
