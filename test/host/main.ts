import { app, BrowserWindow } from 'electron';
import { startJob } from '../../electron/jobs/host';
import { printToPdf } from '../../electron/print/pdf';
import { holdPage } from '../../electron/window/pages';
import { registerScheme } from '../../electron/window/protocol';
import { disableBackgroundRequests, secureEverything } from '../../electron/window/secure';
import { WITHHELD } from '../unit/shared/publish/publications';
import { faultsOf, publicationFiles, publicationNames, sheetOf, tornLabels } from './documents';

/** Parts of the shell that tests call directly, inside the real runtime but without the application around them. */
export interface Host {
  readonly printToPdf: typeof printToPdf;
  readonly startJob: typeof startJob;
  readonly sheetOf: typeof sheetOf;
  readonly tornLabels: typeof tornLabels;
  readonly faultsOf: typeof faultsOf;
  readonly publicationFiles: typeof publicationFiles;
  readonly publicationNames: readonly string[];
  /** Words that the publications for the public must not hold. */
  readonly withheldWords: string;
  /** What the engine alone takes to print a page: the measure for ours. Answers the bytes. */
  readonly barePrint: (html: string) => Promise<number>;
}

declare global {
  var host: Host;
}

disableBackgroundRequests();
registerScheme();
secureEverything();
app.on('window-all-closed', () => undefined);
globalThis.host = {
  printToPdf,
  startJob,
  sheetOf,
  tornLabels,
  faultsOf,
  publicationFiles,
  publicationNames,
  withheldWords: WITHHELD,
  barePrint,
};

async function barePrint(html: string): Promise<number> {
  const page = holdPage(html);
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, partition: 'print' } });
  await window.loadURL(page.address);
  const options = {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
  const pdf = await window.webContents.printToPDF(options);
  window.destroy();
  page.release();
  return pdf.length;
}
