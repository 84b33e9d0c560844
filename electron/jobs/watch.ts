import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a job process may take before it is ended. */
export interface JobLimits {
  /** Longest time without a report of progress (ms). */
  readonly silence: number;
  /** Memory of the whole process (bytes). */
  readonly memory: number;
}

/** For work on files of unknown origin: far beyond any assessment, and bounded on any PC. */
export const READING_LIMITS: JobLimits = { silence: 120_000, memory: 3 * 1024 ** 3 };

/**
 * Ends this process when it goes beyond the limits, also from inside an endless loop: a thread of its own looks. Resolves when it
 * looks, with how to tell it that the work goes on. The starter sees a process that ended without an answer.
 */
export async function watchThisProcess(limits: JobLimits): Promise<() => void> {
  const reports = new Int32Array(new SharedArrayBuffer(4));
  const code = `(${watch.toString()})(require('node:worker_threads').workerData)`;
  const thread = new Worker(code, {
    eval: true,
    execArgv: [],
    workerData: { ...limits, reports },
  });
  // A loop that begins before the thread does would keep it from beginning.
  await once(thread, 'online');
  thread.unref();
  return () => void Atomics.add(reports, 0, 1);
}

/** Runs in the thread, from its text alone: it may use nothing around it. */
function watch({ silence, memory, reports }: JobLimits & { readonly reports: Int32Array }): void {
  let last = { reports: -1, at: Date.now() };
  setInterval(() => {
    const now = Atomics.load(reports, 0);
    if (now !== last.reports) last = { reports: now, at: Date.now() };
    if (Date.now() - last.at > silence || process.memoryUsage.rss() > memory)
      process.kill(process.pid, 'SIGKILL');
  }, 200);
}
