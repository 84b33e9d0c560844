import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { rootSwitches, runtime } from '../e2e/harness/launch';
import { emptyProgram } from './emptyProgram';
import { race, type Bench } from './frame';

/** Starts a program folder, waits until `ready` holds in its first window, and ends it. */
async function start(folder: string, args: readonly string[], ready: string): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'hyokasho-bench-'));
  const app = await _electron.launch({
    executablePath: runtime(),
    args: [...rootSwitches(), folder, `--user-data-dir=${userData}`, ...args],
  });
  const page = await app.firstWindow();
  await page.waitForSelector(ready);
  app.process().kill('SIGKILL');
  await app.close().catch(() => undefined);
  await rm(userData, { recursive: true, force: true });
}

export const bench: Bench = {
  area: 'start',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hyokasho-bench-'));
    const document = join(folder, 'a.hyoka');
    execFileSync(process.execPath, ['dist/main/cli.js', 'new', '--form', 'form4', '-o', document]);
    const empty = await emptyProgram(join(folder, 'empty'));
    const row = await race(
      'cold start to an editable 様式4',
      () => start(resolve('.'), [document], 'textarea:visible'),
      'empty Electron window',
      () => start(empty, [], 'textarea'),
      5,
    );
    await rm(folder, { recursive: true, force: true });
    return [row];
  },
};
