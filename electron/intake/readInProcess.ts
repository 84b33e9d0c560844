import { basename } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { FormId } from '../../shared/forms/types';
import type { SourceRead } from './read';

/** A file, and the form that it is read as, whatever it looks like. */
export interface ReadInput {
  readonly path: string;
  readonly form?: FormId | undefined;
}

/**
 * What a job of reading answers. One that ended without an answer was stopped for its time or memory, or broke on the
 * file: the person is told what to do with the file. Rejects with a `Failure`.
 */
export function readInProcess(
  input: ReadInput,
  job: (input: ReadInput) => Promise<SourceRead>,
): Promise<SourceRead> {
  return job(input).catch((error: unknown) => {
    const isEnded = error instanceof Failure && error.code === 'jobCrashed';
    throw isEnded ? new Failure('sourceTooHeavy', { name: basename(input.path) }) : error;
  });
}
