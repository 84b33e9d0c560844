import { app } from 'electron';
import { registerScheme } from '../window/protocol';
import { quietChromium, secureEverything } from '../window/secure';
import { runCli } from './run';

/** The command line inside the packaged program: no window, no dock, ends with the exit code. */
export async function runCommandLine(): Promise<void> {
  quietChromium();
  registerScheme();
  secureEverything();
  app.disableHardwareAcceleration();
  await app.whenReady();
  app.exit(await runCli(process.argv.slice(process.argv.indexOf('--cli') + 1)));
}
