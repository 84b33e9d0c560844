import type { JobKind } from './kind';
import { jobKinds, type JobInput, type JobName, type JobOutput } from './kinds';

/** Runs a job inside this process, for the command line, where nothing waits on a screen. */
export async function runHere<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
): Promise<JobOutput<Name>> {
  const kind = jobKinds[name] as JobKind<JobInput<Name>, JobOutput<Name>>;
  return kind(input, { progress: () => undefined, signal: new AbortController().signal });
}
