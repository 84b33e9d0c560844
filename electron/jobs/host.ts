import { utilityProcess } from 'electron';
import { distPath } from '../resources';
import { utilitySwitches } from './heap';
import type { JobInput, JobName, JobOutput } from './kinds';
import type { FromJob } from './messages';
import { outcomeOf, type JobOptions, type JobProcess } from './outcome';

/** Runs a job in a process of its own; see `outcomeOf`. */
export function startJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions = {},
): Promise<JobOutput<Name>> {
  return outcomeOf(utility(name), name, input, options);
}

function utility(name: JobName): JobProcess {
  const child = utilityProcess.fork(distPath('main', 'job.js'), [], {
    serviceName: `hyokasho-${name}`,
    execArgv: utilitySwitches(name),
    stdio: 'ignore',
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromJob) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    end: () => void child.kill(),
  };
}
