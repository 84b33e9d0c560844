import type { LedgerFacts } from '../office/facts';
import type { JobWorker } from '../jobs/worker';
import { failureOfFile } from './costly';
import type { DocumentFacts } from './documentFacts';

/** What the 台帳 says of documents, read in the process of a worker. */
export function ledgerFactsBy(
  worker: JobWorker,
  withFindings: boolean,
): (path: string) => Promise<LedgerFacts> {
  return (path) =>
    worker.run('ledgerFacts', { path, withFindings }).catch((error: unknown) => {
      throw failureOfFile(error, path);
    });
}

/** Looks into documents in the process of a worker; what takes too much time or memory is refused in words. */
export function factsBy(worker: JobWorker): (path: string) => Promise<DocumentFacts> {
  return (path) =>
    worker.run('documentFacts', { path }).catch((error: unknown) => {
      throw failureOfFile(error, path);
    });
}
