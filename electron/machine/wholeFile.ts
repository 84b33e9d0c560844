import type { FileSystem } from './fileSystem';

/** All bytes of a file. Throws system errors. */
export async function readWhole(files: FileSystem, path: string): Promise<Uint8Array> {
  const file = await files.open(path, 'r');
  try {
    const { size } = await file.status();
    return await file.read(size, 0);
  } finally {
    await file.close();
  }
}

/** All of a file as UTF-8. */
export async function readText(files: FileSystem, path: string): Promise<string> {
  return Buffer.from(await readWhole(files, path)).toString('utf8');
}

/** Removes a file; one that is not there is no error. */
export async function removeIfPresent(files: FileSystem, path: string): Promise<void> {
  await files.remove(path).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

/** Removes a folder with everything in it, as far as the file system lets it. */
export async function removeTree(files: FileSystem, path: string): Promise<void> {
  const names = await files.list(path).catch(() => []);
  for (const name of names) await removeThing(files, `${path}/${name}`);
  await files.removeFolder(path).catch(() => undefined);
}

async function removeThing(files: FileSystem, path: string): Promise<void> {
  await files.remove(path).catch(() => removeTree(files, path));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
