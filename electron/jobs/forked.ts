import { fork } from 'node:child_process';
import { distPath } from '../resources';
import type { Child } from './child';
import { heapLimit } from './heap';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { FromJob, ToJob } from './messages';
import { outcomeOf, type JobOptions } from './outcome';

/** Runs a job in a process made for it, started by plain Node; see `outcomeOf`. */
export function startForkedJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions = {},
): Promise<JobOutput<Name>> {
  return outcomeOf(forkedJob(name), name, input, options);
}

export function forkedJob(name: JobName): Child<ToJob, FromJob> {
  return forkChild(distPath('main', 'job.js'), heapLimit(name));
}

/** Starts a script of this program by plain Node, with these switches. */
export function forkChild<To extends object, From>(
  script: string,
  switches: readonly string[] = [],
): Child<To, From> {
  const child = fork(script, [], {
    execArgv: [...switches],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // Whoever waits for an answer hears of the end by `onExit`.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as From)),
    onExit: (listener) => void child.on('exit', listener),
    end: () => void child.kill('SIGKILL'),
  };
}
