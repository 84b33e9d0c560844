import { utilityChild } from '../processes/utility';
import { distPath } from '../resources';
import type { Child } from '../processes/child';
import { utilitySwitches } from './heap';
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
  return utilityChild(distPath('main', 'job.js'), `hyokasho-${name}`, utilitySwitches(name));
}
