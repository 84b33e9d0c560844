import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import type { FileSystem } from '../machine/fileSystem';

/**
 * The size of an ordinary file (bytes). A folder is told as such; a pipe or a device, whose reading may never end, as
 * `other`. Throws a `Failure` for these and system errors for the rest.
 */
export async function sizeOfFile(files: FileSystem, path: string, other: ErrorCode): Promise<number> {
  const { kind, size } = await files.status(path);
  const place = { name: basename(path), folder: dirname(path) };
  if (kind === 'folder') throw new Failure('fileIsFolder', place);
  if (kind === 'other') throw new Failure(other, place);
  return size;
}
