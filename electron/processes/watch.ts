import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a job process may take for one piece of work before it is ended. */
export interface ProcessLimits {
  /** Longest time without a report of progress (ms). */
  readonly silence: number;
  /** Longest time in all (ms). */
  readonly total: number;
  /** Memory of the whole process (bytes). */
  readonly memory: number;
}

const MEGABYTE = 1024 ** 2;

/** The longest a small file may be worked on (ms): far beyond any assessment, and an answer within half a minute. */
const READING_TIME = 25_000;

/** What each megabyte of a file adds to that (ms): a book of millions of cells is read to its end. */
const TIME_PER_MEGABYTE = 4_000;

/** Old objects of the engine (MB): without this limit it collects them so late that the process outgrows `READING_MEMORY`. */
export const READING_HEAP = 640;

const READING_MEMORY = 950 * MEGABYTE;

/** For work on a file of unknown origin of this size (bytes). */
export function readingLimits(size: number): ProcessLimits {
  return {
    silence: READING_TIME,
    total: READING_TIME + (TIME_PER_MEGABYTE * size) / MEGABYTE,
    memory: READING_MEMORY,
  };
}

/** The watch over one piece of work. */
export interface Watch {
  /** Tells that the work goes on. */
  readonly report: () => void;
  /** The work has ended; what the process does now is not limited any more. */
  readonly end: () => void;
}

/** Shared with the thread: reports of progress, and the number of the piece of work, 0 for none. */
interface Shared {
  readonly counters: Int32Array;
  /** `silence`, `total` and `memory` of the work. */
  readonly limits: Float64Array;
}

const shared: Shared = {
  counters: new Int32Array(new SharedArrayBuffer(8)),
  limits: new Float64Array(new SharedArrayBuffer(24)),
};

let thread: Promise<void> | undefined;
let works = 0;

/**
 * Ends this process when it goes beyond the limits, also from inside an endless loop: a thread looks every few milliseconds. Resolves
 * when it looks. The starter sees a process that ended without an answer. One piece of work is watched at a time.
 */
export async function watchThisProcess({ silence, total, memory }: ProcessLimits): Promise<Watch> {
  thread ??= startThread();
  // A loop that begins before the thread does would keep it from beginning.
  await thread;
  shared.limits.set([silence, total, memory]);
  works += 1;
  Atomics.store(shared.counters, 1, works);
  return {
    report: () => void Atomics.add(shared.counters, 0, 1),
    end: () => void Atomics.store(shared.counters, 1, 0),
  };
}

async function startThread(): Promise<void> {
  const code = `(${watch.toString()})(require('node:worker_threads').workerData)`;
  const worker = new Worker(code, { eval: true, execArgv: [], workerData: shared });
  await once(worker, 'online');
  worker.unref();
}

/** Runs in the thread, from its text alone: it may use nothing around it. */
function watch({ counters, limits }: Shared): void {
  const EVERY = 20;
  // A PC that slept for an hour has not worked for an hour.
  const LONGEST_STEP = 1_000;
  const spent = { work: 0, reports: 0, total: 0, silence: 0 };
  let before = performance.now();
  setInterval(() => {
    const now = performance.now();
    const step = Math.min(now - before, LONGEST_STEP);
    before = now;
    const [reports, work] = [Atomics.load(counters, 0), Atomics.load(counters, 1)];
    if (work !== spent.work) Object.assign(spent, { work, reports, total: 0, silence: 0 });
    if (work === 0) return;
    if (reports !== spent.reports) Object.assign(spent, { reports, silence: 0 });
    spent.total += step;
    spent.silence += step;
    const [silence = 0, total = 0, memory = 0] = limits;
    const isBeyond = spent.silence > silence || spent.total > total;
    if (isBeyond || process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
  }, EVERY);
}
