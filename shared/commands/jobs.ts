import { z } from 'zod';
import { command } from './command';

/** Chosen by the window that starts a job, so that it knows the job's progress from the first report on. */
export const jobId = z.string().min(1).max(64);

export const jobCommands = {
  /** Asks a running job to stop; true when there was one. */
  'jobs.cancel': command<boolean>()(z.object({ job: jobId })),
};
