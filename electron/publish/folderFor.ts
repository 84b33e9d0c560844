import { Failure } from '../../shared/commands/failure';
import type { FolderDocument } from '../../shared/commands/publish';
import { utilityJob } from '../jobs/host';
import { startTask } from '../jobs/running';
import { jobWorker } from '../jobs/worker';
import type { Shell } from '../shell';
import { factsBy } from './factsBy';
import { listFolder, type FolderRequest } from './folder';

/** The documents of a folder for a window, which gave the work an id of its choice. Rejects with a `Failure`. */
export async function listFolderFor(
  shell: Shell,
  job: string,
  request: FolderRequest,
): Promise<readonly FolderDocument[]> {
  const worker = jobWorker(() => utilityJob('documentFacts'));
  try {
    return await startTask(job, (signal) =>
      listFolder(request, {
        signal,
        factsOf: factsBy(worker),
        progress: (step, done, total) => shell.emit('job.progress', { job, step, done, total }),
      }).catch((error: unknown) => {
        throw signal.aborted ? new Failure('jobCancelled') : error;
      }),
    );
  } finally {
    worker.end();
  }
}
