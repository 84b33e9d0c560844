import { utilityProcess } from 'electron';
import { distPath } from '../resources';
import type { Child } from './child';
import { heapLimit } from './heap';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { FromJob, ToJob } from './messages';
import { outcomeOf, type JobOptions } from './outcome';

/** Runs a job in a process made for it; see `outcomeOf`. */
export function startJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions = {},
): Promise<JobOutput<Name>> {
  return outcomeOf(utilityJob(name), name, input, options);
}

export function utilityJob(name: JobName): Child<ToJob, FromJob> {
  return utilityChild(distPath('main', 'job.js'), `hyokasho-${name}`, heapLimit(name));
}

/** Starts a script of this program in a process of Electron, with these switches. */
export function utilityChild<To, From>(
  script: string,
  serviceName: string,
  switches: readonly string[] = [],
): Child<To, From> {
  const child = utilityProcess.fork(script, [], { serviceName, execArgv: [...switches], stdio: 'ignore' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: From) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    end: () => void child.kill(),
  };
}
