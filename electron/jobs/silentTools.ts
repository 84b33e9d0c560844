import type { JobTools } from './kind';

/** For work that nobody watches or stops: the command line does it in its own process. */
export const silentTools: Pick<JobTools, 'progress' | 'signal'> = {
  progress: () => undefined,
  signal: new AbortController().signal,
};
