import { forkChild } from '../processes/fork';
import { distPath } from '../resources';
import type { Child } from '../processes/child';
import { nodeSwitches } from './heap';
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
  return forkChild(distPath('main', 'job.js'), nodeSwitches(name));
}
