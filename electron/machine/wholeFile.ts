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

/** Bytes that a copy holds in memory at once. */
const COPIED_AT_ONCE = 1_000_000;

/**
 * Copies a file and flushes the copy through the handle that wrote it: where a file server crashed in between and lost what it had not
 * written yet, flushing fails. Throws system errors, EEXIST where the name is taken; what was written so far is then left.
 */
export async function copyFlushed(files: FileSystem, source: string, target: string): Promise<void> {
  const from = await files.open(source, 'r');
  try {
    const { size, mode } = await from.status();
    const to = await files.open(target, 'wx', mode === 0 ? undefined : mode);
    try {
      for (let at = 0; at < size; at += COPIED_AT_ONCE)
        await to.write(await from.read(Math.min(COPIED_AT_ONCE, size - at), at), at);
      await to.flush();
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
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
