import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Brings the type of window.hyoka to the functions that tests run inside the page.
import type {} from '../../../renderer/shell';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** The running application of one test. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Folder of settings and logs; unique to the test unless it was given. */
  readonly userData: string;
  /**
   * Closes the window as a person does, and waits for the end of the process. Throws when the program tried to
   * reach anything outside itself, so that every test watches over the network rule.
   */
  readonly close: (options?: { mayHaveTried: boolean }) => Promise<void>;
  /** Ends the process at once, as a power cut does. */
  readonly kill: () => Promise<void>;
}

export interface LaunchOptions {
  /** Files and switches on the command line. */
  readonly args?: readonly string[];
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The Electron to start instead of the runtime of the tests. */
  readonly program?: string;
}

/** Path of the Electron that the tests run in. */
export function runtime(): string {
  const path = process.env.HYOKA_RUNTIME;
  if (!path) throw new Error('Start the end-to-end tests with `npm run test:e2e`: it finds the runtime.');
  return path;
}

/** Starts the application and waits until its window shows something, as a person would. */
export async function launch(options: LaunchOptions = {}): Promise<Running> {
  const { args = [], userData, env = {}, program = runtime() } = options;
  const folder = userData ?? (await mkdtemp(join(tmpdir(), 'hyokasho-')));
  const app = await _electron.launch({
    executablePath: program,
    args: [...rootSwitches(), process.cwd(), `--user-data-dir=${folder}`, ...args],
    env: { ...ownEnvironment(), ...env },
  });
  const page = await app.firstWindow();
  await page.waitForSelector('#root > *');
  return {
    app,
    page,
    userData: folder,
    close: async ({ mayHaveTried } = { mayHaveTried: false }) => {
      await app.close();
      const tried = await refusedRequests(folder);
      if (!userData) await rm(folder, { recursive: true, force: true });
      if (!mayHaveTried && tried.length > 0)
        throw new Error(`the program tried to reach ${tried.join(', ')}`);
    },
    kill: () => kill(app),
  };
}

/** Scheme and host of every request that the program refused, from its log. */
export async function refusedRequests(userData: string): Promise<readonly string[]> {
  const log = await readFile(join(userData, 'logs', 'main.log'), 'utf8').catch(() => '');
  return [...log.matchAll(/refused a request to (\S+)/g)].map(([, place]) => place ?? '');
}

/** Chromium's sandbox does not start as root. */
export const rootSwitches = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function kill(app: ElectronApplication): Promise<void> {
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await ended;
}
