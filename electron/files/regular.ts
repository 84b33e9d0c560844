import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';

/**
 * The size of an ordinary file (bytes). A folder is told as such; a pipe or a device, whose reading may never end, as
 * `other`. Throws a `Failure` for these and system errors for the rest.
 */
export async function sizeOfFile(path: string, other: ErrorCode): Promise<number> {
  const found = await stat(path);
  const place = { name: basename(path), folder: dirname(path) };
  if (found.isDirectory()) throw new Failure('fileIsFolder', place);
  if (!found.isFile()) throw new Failure(other, place);
  return found.size;
}
