import { app } from 'electron';
import { readInProcess } from '../intake/readInProcess';
import { startJob, utilityJob } from '../jobs/host';
import { jobWorker } from '../jobs/worker';
import { printToPdf } from '../print/pdf';
import { ledgerFactsBy } from '../publish/factsBy';
import { storeHost } from '../store/host';
import { loadWhole } from '../store/load';
import { registerScheme } from '../window/protocol';
import { disableBackgroundRequests, secureEverything } from '../window/secure';
import { runCli, standardDependencies } from './run';
import type { CliTools } from './verb';

/** The command line inside the packaged program: no window, no dock, ends with the exit code. */
export async function runCommandLine(): Promise<void> {
  disableBackgroundRequests();
  registerScheme();
  secureEverything();
  app.disableHardwareAcceleration();
  // The page a PDF is printed from is the only window: closing it must not end the program before the file is written.
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  const printPdf = (html: string, header: string) => printToPdf({ html, header });
  const readSource: CliTools['readSource'] = (path, options = {}) =>
    readInProcess({ ...options, path }, (input) => startJob('intake', input));
  const ledgerFactsOf = ledgerFactsBy(
    jobWorker(() => utilityJob('ledgerFacts')),
    true,
  );
  const args = process.argv.slice(process.argv.indexOf('--cli') + 1);
  const readDocument = (path: string) => loadWhole(storeHost(), path);
  const dependencies = { ...standardDependencies, readSource, ledgerFactsOf, readDocument, printPdf };
  app.exit(await runCli(args, dependencies));
}
