import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a process may take before it is ended. */
export interface JobLimits {
  /** Longest time without a report of progress (ms). */
  readonly silence: number;
  /** Memory of the whole process (bytes). */
  readonly memory: number;
}

/** For work on files of unknown origin: far beyond any assessment, and bounded on any PC. */
export const READING_LIMITS: JobLimits = { silence: 120_000, memory: 3 * 1024 ** 3 };

/** For opening one document and looking into it: no file of an agency comes near. */
export const FILE_LIMITS: JobLimits = { silence: 20_000, memory: 900 * 1024 ** 2 };

/** For a process that waits for work. */
export const NO_LIMITS: JobLimits = { silence: 2 ** 31 - 1, memory: 2 ** 50 };

/** What this process tells the thread that watches it. */
export interface Watch {
  /** The work goes on. */
  readonly report: () => void;
  /** Other limits from now on. */
  readonly limit: (limits: JobLimits) => void;
}

const MEGABYTE = 1024 ** 2;

/**
 * Ends this process when it exceeds the limits, also from inside an endless loop: a thread looks every 200 ms. Resolves when it
 * has begun. The starter sees a process that ended without an answer.
 */
export async function watchThisProcess(limits: JobLimits): Promise<Watch> {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const limit = ({ silence, memory }: JobLimits) => {
    Atomics.store(shared, 1, silence);
    Atomics.store(shared, 2, Math.min(memory / MEGABYTE, 2 ** 31 - 1));
    Atomics.add(shared, 0, 1);
  };
  limit(limits);
  const code = `(${watch.toString()})(require('node:worker_threads').workerData)`;
  const thread = new Worker(code, { eval: true, execArgv: [], workerData: shared });
  // A loop that begins before the thread does would keep it from beginning.
  await once(thread, 'online');
  thread.unref();
  return { report: () => void Atomics.add(shared, 0, 1), limit };
}

/** Runs in the thread, from its text alone: it may use nothing around it. `shared`: reports, silence (ms), memory (MiB). */
function watch(shared: Int32Array): void {
  let last = { reports: -1, at: Date.now() };
  setInterval(() => {
    const reports = Atomics.load(shared, 0);
    if (reports !== last.reports) last = { reports, at: Date.now() };
    const isSilent = Date.now() - last.at > Atomics.load(shared, 1);
    if (isSilent || process.memoryUsage.rss() / 2 ** 20 > Atomics.load(shared, 2))
      process.kill(process.pid, 'SIGKILL');
  }, 200);
}
