import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { refusedRequests, rootSwitches } from './launch';

/** The packaged program, running. Its fuses forbid the inspector of Node, so the page is driven over Chromium's. */
export interface RunningPackage {
  readonly page: Page;
  /** Closes the window, waits for the end of the process and answers its exit code. */
  readonly close: () => Promise<number | null>;
}

/** Starts the program that HYOKA_PACKAGED names, or another that starts it. */
export async function launchPackaged(program = packagedProgram()): Promise<RunningPackage> {
  const userData = await mkdtemp(join(tmpdir(), 'hyokasho-packaged-'));
  const switches = [...rootSwitches(), '--remote-debugging-port=0', `--user-data-dir=${userData}`];
  const child = spawn(program, switches, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('the packaged program opened no window');
  return { page, close: () => finish(page, ended, userData) };
}

/** Path of the packaged program. */
export function packagedProgram(): string {
  const path = process.env.HYOKA_PACKAGED;
  if (!path) throw new Error('Start with `npm run test:e2e -- --packaged` after `npm run package`.');
  return path;
}

async function finish(page: Page, ended: Promise<[number | null]>, userData: string): Promise<number | null> {
  await page.evaluate(() => setTimeout(() => window.close(), 0));
  const [code] = await ended;
  const tried = await refusedRequests(userData);
  await rm(userData, { recursive: true, force: true });
  if (tried.length > 0) throw new Error(`the program tried to reach ${tried.join(', ')}`);
  return code;
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stderr?.on('data', (data: Buffer) => {
      seen += data.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(seen)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the packaged program ended at once:\n${seen.slice(-2000)}`)));
  });
}
