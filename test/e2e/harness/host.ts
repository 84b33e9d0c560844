import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { hostFolder } from './build-host';
import { rootSwitches, runtime } from './launch';

/** Runs `work` with the parts of the shell alone: `app.evaluate` finds them in `globalThis.host`. */
export async function withHost<Value>(work: (app: ElectronApplication) => Promise<Value>): Promise<Value> {
  const userData = await mkdtemp(join(tmpdir(), 'hyokasho-host-'));
  const args = [...rootSwitches(), hostFolder, `--user-data-dir=${userData}`];
  const app = await _electron.launch({ executablePath: runtime(), args });
  try {
    return await work(app);
  } finally {
    await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
    await app.close().catch(() => undefined);
    await rm(userData, { recursive: true, force: true });
  }
}
