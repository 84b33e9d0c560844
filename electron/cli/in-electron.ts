import { app } from 'electron';
import { readApart } from '../intake/apart';
import { startJob } from '../jobs/host';
import { printToPdf } from '../print/pdf';
import { registerScheme } from '../window/protocol';
import { quietChromium, secureEverything } from '../window/secure';
import { runCli, standardEdges } from './run';

/** The command line inside the packaged program: no window, no dock, ends with the exit code. */
export async function runCommandLine(): Promise<void> {
  quietChromium();
  registerScheme();
  secureEverything();
  app.disableHardwareAcceleration();
  // The page a PDF is printed from is the only window: closing it must not end the program before the file is written.
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  const printPdf = (html: string, header: string) => printToPdf({ html, header });
  const readSource = (path: string) => readApart(path, (input) => startJob('intake', input));
  const args = process.argv.slice(process.argv.indexOf('--cli') + 1);
  app.exit(await runCli(args, { ...standardEdges, readSource, printPdf }));
}
