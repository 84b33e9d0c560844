import { runCli, standardDependencies } from './cli/run';
import type { CliTools } from './cli/verb';
import { readInProcess } from './intake/readInProcess';
import { forkedJob, startForkedJob } from './jobs/forked';
import { jobWorker } from './jobs/worker';
import { ledgerFactsBy } from './publish/factsBy';
import { forkedStoreHost } from './store/forked';
import { loadWhole } from './store/load';

// Whoever reads the output may stop reading (`| head`).
process.stdout.on('error', () => process.exit(0));

// A file may take any time and memory to read: not of this process.
const readSource: CliTools['readSource'] = (path, options = {}) =>
  readInProcess({ ...options, path }, (input) => startForkedJob('intake', input));
const worker = jobWorker(() => forkedJob('ledgerFacts'));
const readDocument = (path: string) => loadWhole(forkedStoreHost(), path);

const edges = {
  ...standardDependencies,
  readSource,
  ledgerFactsOf: ledgerFactsBy(worker, true),
  readDocument,
};
process.exitCode = await runCli(process.argv.slice(2), edges);
worker.end();
