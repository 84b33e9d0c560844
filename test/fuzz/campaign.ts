import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Bomb } from './bombs';
import { mutationsOf } from './mutations';
import { ReadingProcess, type Answer } from './readingProcess';
import type { Seed } from './seeds';

/** What no file may ask of the reading process: ms, bytes. */
export const BOUNDS = { ms: 30_000, memory: 1024 ** 3 };

export interface Campaign {
  readonly seeds: readonly Seed[];
  /** Mutated files in all, shared out by the weights of the seeds. */
  readonly count: number;
  readonly seed: number;
  /** The program that reads (`buildJob`). */
  readonly program: string;
  /** Where a file that broke a bound is kept; not kept without. */
  readonly keepIn?: string;
  readonly onAnswer?: (done: number) => void;
}

/** A mutated file and its answer: `at` is its number among those of its seed. */
export interface Run extends Answer {
  readonly name: string;
  readonly at: number;
}

export async function run({
  seeds,
  count,
  seed,
  program,
  keepIn,
  onAnswer,
}: Campaign): Promise<readonly Run[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hyokasho-fuzz-'));
  const reader = new ReadingProcess(program);
  const runs: Run[] = [];
  const shares = outcomeShares(seeds, count);
  try {
    for (const [nth, file] of seeds.entries())
      for (let at = 0; at < (shares[nth] ?? 0); at++) {
        const bytes = mutation(file, seed, at);
        const path = join(folder, file.name);
        writeFileSync(path, bytes);
        const answer = await reader.read(path);
        runs.push({ ...answer, name: file.name, at });
        if (keepIn !== undefined && isFault(answer))
          writeFileSync(join(keepIn, `${String(seed)}-${String(at)}-${file.name}`), bytes);
        onAnswer?.(runs.length);
      }
    return runs;
  } finally {
    reader.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads each file as it is. */
export async function readAll(files: readonly Bomb[], program: string): Promise<readonly Run[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hyokasho-fuzz-'));
  const reader = new ReadingProcess(program);
  const runs: Run[] = [];
  try {
    for (const { name, bytes } of files) {
      const path = join(folder, name);
      writeFileSync(path, bytes());
      runs.push({ ...(await reader.read(path)), name, at: 0 });
    }
    return runs;
  } finally {
    reader.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each mutation has its own seed, so that one of them can be made again without the others. */
function mutation(file: Seed, seed: number, at: number): Uint8Array {
  const [bytes = file.bytes] = fc.sample(mutationsOf(file), { seed: seed * 1_000_003 + at, numRuns: 1 });
  return bytes;
}

/** How many of `count` mutations each seed gets. */
function outcomeShares(seeds: readonly Seed[], count: number): readonly number[] {
  const all = seeds.reduce((sum, { weight }) => sum + weight, 0);
  let weight = 0;
  return seeds.map((seed) => {
    const before = Math.round((count * weight) / all);
    weight += seed.weight;
    return Math.round((count * weight) / all) - before;
  });
}

/** An answer that breaks a bound. */
export function isFault({ isKnown, ms, memory }: Answer): boolean {
  return !isKnown || ms > BOUNDS.ms || memory > BOUNDS.memory;
}

/** The lines that tell what came of a campaign. */
export function summaryOf(runs: readonly Run[], seed: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { code } of runs) counts.set(code, (counts.get(code) ?? 0) + 1);
  const most = (of: (run: Run) => number) => [...runs].sort((a, b) => of(b) - of(a)).slice(0, 3);
  return [
    `seed ${String(seed)}: ${String(runs.length)} mutated files`,
    ...[...counts].sort(([, a], [, b]) => b - a).map(([code, times]) => `  ${code}: ${String(times)}`),
    ...most(({ ms }) => ms).map((one) => `slowest: ${lineOf(one)}`),
    ...most(({ memory }) => memory).map((one) => `most memory: ${lineOf(one)}`),
    ...runs.filter(isFault).map((one) => `FAULT ${lineOf(one)}`),
  ];
}

export function lineOf({ name, at, code, ms, memory }: Run): string {
  return `${name} #${String(at)}: ${code}, ${(ms / 1000).toFixed(1)} s, ${(memory / 1024 ** 2).toFixed(0)} MB`;
}
