import { randomBytes } from 'node:crypto';
import { hostname, uptime } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Host, Machine } from './machine';
import { realFileSystem } from './realFileSystem';

/** Difference between the clock that includes sleep (coarse) and the one of Node, which on Linux stops meanwhile (ms). */
const sleepOffset = () => uptime() * 1000 - performance.now();

const OFFSET_AT_START = sleepOffset();

/** A smaller difference (ms) is the coarseness of the clock and no sleep. */
const LEAST_SLEEP = 1_000;

let slept = 0;

function elapsed(): number {
  const offset = sleepOffset() - OFFSET_AT_START;
  if (offset > slept + LEAST_SLEEP) slept = offset;
  return performance.now() + slept;
}

const clock: Clock = {
  now: () => Date.now(),
  elapsed,
  sleep: (milliseconds) => sleep(milliseconds),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    return () => clearInterval(timer);
  },
};

const host: Host = { name: hostname(), processId: process.pid, isRunning };

/** This PC. */
export const realMachine: Machine = {
  files: realFileSystem,
  clock,
  host,
  random: (bytes) => randomBytes(bytes).toString('hex'),
};

/** Signal 0 only asks; EPERM answers that the process is there and belongs to somebody else. */
function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
