import { fork } from 'node:child_process';
import { distPath } from '../resources';
import { nodeSwitches } from './heap';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { FromJob } from './messages';
import { outcomeOf, type JobOptions, type JobProcess } from './outcome';

/** Runs a job in a process of its own, started by plain Node; see `outcomeOf`. */
export function startForkedJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions = {},
): Promise<JobOutput<Name>> {
  return outcomeOf(forked(name), name, input, options);
}

function forked(name: JobName): JobProcess {
  const child = fork(distPath('main', 'job.js'), [], {
    execArgv: nodeSwitches(name),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message: FromJob) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    end: () => void child.kill('SIGKILL'),
  };
}
