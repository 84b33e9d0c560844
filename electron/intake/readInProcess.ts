import { basename } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { SourceRead } from './read';

/**
 * What a job of reading answers. One that ended without an answer was stopped for its time or memory, or broke on the
 * file: the person is told what to do with the file. Rejects with a `Failure`.
 */
export function readInProcess(
  path: string,
  job: (input: { path: string }) => Promise<SourceRead>,
): Promise<SourceRead> {
  return job({ path }).catch((error: unknown) => {
    const isEnded = error instanceof Failure && error.code === 'jobCrashed';
    throw isEnded ? new Failure('sourceTooHeavy', { name: basename(path) }) : error;
  });
}
