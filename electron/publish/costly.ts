import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';

/** What to say of a job on a file: one that ended without an answer was stopped for its time or memory, or broke on the file. */
export function failureOfFile(error: unknown, path: string): unknown {
  const isEnded = error instanceof Failure && error.code === 'jobCrashed';
  return isEnded ? new Failure('fileTooCostly', { name: basename(path), folder: dirname(path) }) : error;
}
