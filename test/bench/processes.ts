import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** How often the memory of a running program is looked at, ms. */
const EVERY = 25;

/** Runs a program to its end; answers the most memory that it and all it started held at one time, MB (Linux). */
export async function peakOf(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, await memoryOf(child.pid ?? 0));
    await pause(EVERY);
  }
  if ((await ended) !== 0) throw new Error(`${program} ${args.join(' ')} failed`);
  return peak;
}

/** What a process and its children hold, memory that they share counted once, MB. */
async function memoryOf(root: number): Promise<number> {
  const parents = await parentsOfAll();
  const family = new Set([root]);
  // Children have higher numbers than their parents, as a rule; the few that do not are found in the second round.
  for (let round = 0; round < 2; round += 1)
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  const shares = await Promise.all([...family].map(shareOf));
  return shares.reduce((sum, share) => sum + share, 0) / 1024;
}

/** Processes that this one started. */
export async function childrenOf(parent: number): Promise<readonly number[]> {
  return [...(await parentsOfAll())].flatMap(([pid, by]) => (by === parent ? [pid] : []));
}

async function parentsOfAll(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const pairs = await Promise.all(
    pids.map(async (pid): Promise<readonly [number, number]> => [pid, await parentOf(pid)]),
  );
  return new Map(pairs);
}

/** 0 for a process that has ended meanwhile. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  return Number(/\) \S (\d+)/.exec(stat)?.[1] ?? 0);
}

/** The proportional share of a process in kB. */
async function shareOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
}
