import { performance } from 'node:perf_hooks';

/** One line of the report. */
export interface Row {
  readonly name: string;
  /** Median, ms. */
  readonly ms: number;
  /** The most memory of the programs that did it, MB, where they are not this process. */
  readonly peakMb?: number;
  /** What it is held against, measured alternately in the same run. */
  readonly baseline?: { readonly name: string; readonly ms: number };
  /** What may not be exceeded; the run fails where it is. */
  readonly limit?: Limit;
}

export interface Limit {
  readonly ms?: number;
  /** Of the time to that of the baseline. */
  readonly ratio?: number;
  readonly peakMb?: number;
}

/** The measurements of one area; each `*.bench.ts` exports one as `bench` and runs in a process of its own. */
export interface Bench {
  readonly area: string;
  readonly run: () => Promise<readonly Row[]>;
  /** Lines to print under the times. */
  readonly table?: () => Promise<readonly string[]>;
}

type Work = () => unknown;

/** Times `work` alone. */
export async function time(name: string, work: Work, runs = 7): Promise<Row> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeOf(work));
  return { name, ms: median(times) };
}

/** Times `work` and a baseline by turns, so that both meet the same state of the machine. */
export async function race(name: string, work: Work, other: string, baseline: Work, runs = 7): Promise<Row> {
  await baseline();
  await work();
  const times: number[] = [];
  const base: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    base.push(await timeOf(baseline));
    times.push(await timeOf(work));
  }
  return { name, ms: median(times), baseline: { name: other, ms: median(base) } };
}

async function timeOf(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle one; the mean of the middle two. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? low;
  return (low + high) / 2;
}
