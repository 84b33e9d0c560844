import { markOf } from '../database/format';
import { fileFailure } from '../files/faults';
import type { FileSystem } from '../machine/fileSystem';
import type { FileMark } from '../database/contract';

/** Where it fails, what was written so far is left for the caller, who named the file. Throws a `Failure`. */
export async function writeFlushed(files: FileSystem, path: string, bytes: Uint8Array): Promise<FileMark> {
  try {
    const file = await files.open(path, 'w');
    try {
      await file.write(bytes);
      await file.flush();
    } finally {
      await file.close();
    }
    return markOf(bytes);
  } catch (error) {
    throw fileFailure(error, path);
  }
}
