import { Failure, toResult } from '../../shared/commands/failure';
import type { Child } from '../processes/child';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { FromJob, ToJob } from './messages';

/** How long a cancelled job may tidy up before it is ended, in ms. */
const EXIT_GRACE_MS = 2000;

export interface JobOptions {
  readonly onProgress?: (step: string, done: number, total: number | null) => void;
  readonly signal?: AbortSignal;
  /** Bytes that the job asks for; it gets them one after the other, so that this process never holds all of them. */
  readonly attachment?: (hash: string) => Promise<Uint8Array | undefined>;
}

/**
 * Runs a job in a process made for it. Rejects with the job's own `Failure`, with `jobCancelled` when `signal` was
 * raised, and with `jobCrashed` when the process ended without an answer.
 */
export function outcomeOf<Name extends JobName>(
  child: Child<ToJob, FromJob>,
  name: Name,
  input: JobInput<Name>,
  options: JobOptions,
): Promise<JobOutput<Name>> {
  return runIn(child, name, input, options).finally(child.end);
}

/** The same in a process that may run further jobs afterwards, unless this one was cancelled. */
export function runIn<Name extends JobName>(
  child: Child<ToJob, FromJob>,
  name: Name,
  input: JobInput<Name>,
  options: JobOptions,
): Promise<JobOutput<Name>> {
  child.send({ kind: 'run', name, input });
  options.signal?.addEventListener('abort', () => {
    child.send({ kind: 'cancel' });
    setTimeout(child.end, EXIT_GRACE_MS).unref();
  });
  return answerOf<JobOutput<Name>>(child, options);
}

function answerOf<Output>(child: Child<ToJob, FromJob>, options: JobOptions): Promise<Output> {
  const { onProgress, signal } = options;
  return new Promise((resolve, reject) => {
    child.onMessage((message) => {
      if (message.kind === 'progress') return onProgress?.(message.step, message.done, message.total);
      if (message.kind === 'attachment') return void answerAttachment(child, message.hash, options);
      if (signal?.aborted) return reject(new Failure('jobCancelled'));
      if (message.result.ok) resolve(message.result.value as Output);
      else reject(new Failure(message.result.error.code, message.result.error.params));
    });
    child.onExit(() => reject(new Failure(signal?.aborted ? 'jobCancelled' : 'jobCrashed')));
  });
}

async function answerAttachment(
  child: Child<ToJob, FromJob>,
  hash: string,
  { attachment }: JobOptions,
): Promise<void> {
  child.send({ kind: 'attachment', hash, result: await toResult(() => attachment?.(hash)) });
}
