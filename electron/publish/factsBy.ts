import type { JobWorker } from '../jobs/worker';
import { failureOfFile } from './costly';
import type { DocumentFacts } from './documentFacts';

/** Looks into documents in the process of a worker; what takes too much time or memory is refused in words. */
export function factsBy(worker: JobWorker): (path: string) => Promise<DocumentFacts> {
  return (path) =>
    worker.run('documentFacts', { path }).catch((error: unknown) => {
      throw failureOfFile(error, path);
    });
}
