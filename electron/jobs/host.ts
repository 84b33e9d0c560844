import { utilityProcess, type UtilityProcess } from 'electron';
import { Failure } from '../../shared/commands/failure';
import { distPath } from '../resources';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { FromJob, ToJob } from './messages';

/** How long a cancelled job may tidy up before it is ended, in ms. */
const grace = 2000;

export interface JobOptions {
  readonly onProgress?: (step: string, done: number, total: number | null) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs a job in a process of its own. Rejects with the job's own `Failure`, with `jobCancelled` when `signal` was
 * raised, and with `jobCrashed` when the process ended without an answer.
 */
export function startJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions = {},
): Promise<JobOutput<Name>> {
  const child = utilityProcess.fork(distPath('main', 'job.js'), [], {
    serviceName: `hyokasho-${name}`,
    stdio: 'ignore',
  });
  child.postMessage({ kind: 'run', name, input } satisfies ToJob);
  options.signal?.addEventListener('abort', () => stop(child));
  return outcome<JobOutput<Name>>(child, options).finally(() => child.kill());
}

function outcome<Output>(child: UtilityProcess, { onProgress, signal }: JobOptions): Promise<Output> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromJob) => {
      if (message.kind === 'progress') return onProgress?.(message.step, message.done, message.total);
      if (signal?.aborted) return reject(new Failure('jobCancelled'));
      if (message.result.ok) resolve(message.result.value as Output);
      else reject(new Failure(message.result.error.code, message.result.error.params));
    });
    child.on('exit', () => reject(new Failure(signal?.aborted ? 'jobCancelled' : 'jobCrashed')));
  });
}

function stop(child: UtilityProcess): void {
  child.postMessage({ kind: 'cancel' } satisfies ToJob);
  setTimeout(() => child.kill(), grace).unref();
}
