import { Failure } from '../../shared/commands/failure';
import type { LedgerRow } from '../../shared/ledger/rows';
import { utilityJob } from '../jobs/host';
import { startTask } from '../jobs/running';
import { jobWorker } from '../jobs/worker';
import { errorText } from '../locale';
import { ledgerFactsBy } from '../publish/factsBy';
import { readSettings } from '../settings/store';
import type { Shell } from '../shell';
import { type LedgerRequest, listLedger } from './listing';

/** The 台帳 of a folder for a window, which gave the work an id of its choice. Rejects with a `Failure`. */
export async function listLedgerFor(
  shell: Shell,
  job: string,
  request: LedgerRequest,
): Promise<readonly LedgerRow[]> {
  const worker = jobWorker(() => utilityJob('ledgerFacts'));
  try {
    return await startTask(job, (signal) =>
      listLedger(request, {
        signal,
        factsOf: ledgerFactsBy(worker, true),
        now: () => Date.now(),
        sentence: (error) => errorText(readSettings().language, error),
        progress: (step, done, total) => shell.emit('job.progress', { job, step, done, total }),
      }).catch((error: unknown) => {
        throw signal.aborted ? new Failure('jobCancelled') : error;
      }),
    );
  } finally {
    worker.end();
  }
}
