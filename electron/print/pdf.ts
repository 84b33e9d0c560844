import { app, BrowserWindow, type PrintToPDFOptions } from 'electron';
import { Failure } from '../../shared/commands/failure';
import { propertiesIn } from '../../shared/publish/html/properties';
import { finishPdf } from '../../shared/publish/pdf/finish';
import { holdPage } from '../window/pages';
import { securePreferences } from '../window/secure';
import { withMarginBoxes } from './margin-boxes';
import { type RunningHead, runningHead } from './running-head';

/** A rendered document on its way to paper. */
export interface PrintJob {
  /**
   * A whole HTML page. Its `<title>` and `lang` become those of the PDF, its headings the outline, its `author` and
   * `description` the author and subject.
   */
  readonly html: string;
  /** Text at the head of every page; none when absent. */
  readonly header?: string;
  readonly landscape?: boolean;
}

/** How long a document may take to be laid out and printed, in ms. */
const PRINT_TIMEOUT_MS = 120_000;

/**
 * Prints HTML to the bytes of a tagged PDF: A4 unless the page sets its own size and margins (`@page`; else 20 mm),
 * page n / N at the foot, fonts embedded from
 * /resources/fonts. Runs in a hidden window without scripts. Rejects with `printFailed`.
 */
export async function printToPdf(job: PrintJob): Promise<Uint8Array> {
  const page = holdPage(job.html);
  const window = hiddenWindow();
  try {
    const options = optionsOf(job, await runningHead(job.header ?? ''));
    await within(PRINT_TIMEOUT_MS, layOut(window, page.address));
    const printed = await within(PRINT_TIMEOUT_MS, window.webContents.printToPDF(options));
    return finishPdf(printed, { ...propertiesIn(job.html), creator: app.name });
  } catch (thrown) {
    throw new Failure('printFailed', { detail: thrown instanceof Error ? thrown.message.slice(0, 80) : '' });
  } finally {
    window.destroy();
    page.release();
  }
}

/**
 * The system's print dialog for the same pages; true when they went to a printer, false when the person closed it. The
 * person chooses printer and copies; size and margins are those of the page. Rejects with `noPrinter` or
 * `printerFailed`.
 */
export async function printOnPaper(job: PrintJob): Promise<boolean> {
  const page = holdPage(withMarginBoxes(job.html, job.header ?? ''));
  const window = hiddenWindow();
  try {
    await within(PRINT_TIMEOUT_MS, layOut(window, page.address));
    if ((await window.webContents.getPrintersAsync()).length === 0) throw new Failure('noPrinter');
    return await showPrintDialog(window);
  } finally {
    window.destroy();
    page.release();
  }
}

/** What Electron answers when the person closes the dialog. */
const CANCELLED = 'Print job canceled';

function showPrintDialog(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ silent: false, printBackground: true }, (printed, reason) => {
      if (printed || reason === CANCELLED) resolve(printed);
      else reject(new Failure('printerFailed', { detail: reason }));
    });
  });
}

function hiddenWindow(): BrowserWindow {
  return new BrowserWindow({ show: false, webPreferences: { ...securePreferences, partition: 'print' } });
}

/** Fonts load after the page: printing before they are there would fall back to whatever the PC has. */
async function layOut(window: BrowserWindow, address: string): Promise<void> {
  await window.loadURL(address);
  await window.webContents.executeJavaScriptInIsolatedWorld(isolatedWorld, [
    { code: 'document.fonts.ready.then(() => true)' },
  ]);
}

const isolatedWorld = 1000;

function optionsOf(job: PrintJob, head: RunningHead): PrintToPDFOptions {
  return {
    pageSize: 'A4',
    landscape: job.landscape ?? false,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: head.header,
    footerTemplate: head.footer,
    margins: { top: inch(20), bottom: inch(20), left: inch(20), right: inch(20) },
  };
}

const inch = (mm: number): number => mm / 25.4;

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
