import { app } from 'electron';
import { startJob } from '../../electron/jobs/host';
import { printToPdf } from '../../electron/print/pdf';
import { registerScheme } from '../../electron/window/protocol';
import { quietChromium, secureEverything } from '../../electron/window/secure';

/** Parts of the shell that tests call directly, inside the real runtime but without the application around them. */
export interface Host {
  readonly printToPdf: typeof printToPdf;
  readonly startJob: typeof startJob;
}

declare global {
  var host: Host;
}

quietChromium();
registerScheme();
secureEverything();
app.on('window-all-closed', () => undefined);
globalThis.host = { printToPdf, startJob };
