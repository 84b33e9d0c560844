import type { Shell } from '../shell';
import { startJob } from './host';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { JobOptions } from './outcome';

const running = new Map<string, AbortController>();

/**
 * Runs a job that a window asked for under an id of the window's choice: progress goes to the window as
 * `job.progress`, and `jobs.cancel` with that id stops it.
 */
export async function runForWindow<Name extends JobName>(
  shell: Shell,
  job: string,
  name: Name,
  input: JobInput<Name>,
  options: Pick<JobOptions, 'attachment'> = {},
): Promise<JobOutput<Name>> {
  const controller = new AbortController();
  running.set(job, controller);
  try {
    return await startJob(name, input, {
      ...options,
      signal: controller.signal,
      onProgress: (step, done, total) => shell.emit('job.progress', { job, step, done, total }),
    });
  } finally {
    running.delete(job);
  }
}

/** Work of the shell itself under an id of the window's choice: `jobs.cancel` with that id raises its signal. */
export async function startTask<Output>(
  job: string,
  work: (signal: AbortSignal) => Promise<Output>,
): Promise<Output> {
  const controller = new AbortController();
  running.set(job, controller);
  try {
    return await work(controller.signal);
  } finally {
    running.delete(job);
  }
}

/** Asks a job to stop; false when it has ended already. */
export function cancelJob(job: string): boolean {
  const controller = running.get(job);
  controller?.abort();
  return controller !== undefined;
}

/** Stops everything, when the program ends. */
export function cancelAll(): void {
  for (const controller of running.values()) controller.abort();
}
