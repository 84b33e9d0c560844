import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { MenuCommand } from '../../shared/commands/events';
import { launch, type Running } from '../e2e/harness/launch';
import { stops } from './steps';

const run = promisify(execFile);

/** Where the documents of the tour are kept; pictures show this path. */
const DOCUMENTS = join(tmpdir(), 'みなも市');

/** What a stop can do. */
export interface Tour {
  readonly page: Page;
  /** Chooses an item of the application menu. */
  readonly menu: (command: MenuCommand) => Promise<void>;
  /** Opens a copy of the first assessment that ships with the product. */
  readonly openSample: () => Promise<void>;
  /** Gives a file of the project to the program, as a double click does. */
  readonly openFile: (name: string) => Promise<void>;
  /** Writes what is open as Word and PDF into the folder of the pictures, with the command line. */
  readonly writeDocuments: () => Promise<void>;
}

/** Goes through every stop in one language; pictures, Word and PDF land in `folder`. */
export async function takeTour(language: 'ja' | 'en', folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rm(DOCUMENTS, { recursive: true, force: true });
  await mkdir(DOCUMENTS, { recursive: true });
  const running = await launch({
    env: { HOME: DOCUMENTS, XDG_DOCUMENTS_DIR: DOCUMENTS },
  });
  await running.page.setViewportSize({ width: 1366, height: 768 });
  await running.page.evaluate(
    (chosen) => window.hyoka.commands['settings.set']({ language: chosen }),
    language,
  );
  for (const [index, stop] of stops.entries()) {
    await stop.go(tourOf(running, folder));
    await running.page.waitForTimeout(1200);
    const picture = `${String(index + 1).padStart(2, '0')}-${stop.name}.png`;
    await running.page.screenshot({ path: join(folder, picture) });
    console.log(`  ${language}/${picture}`);
  }
  await running.close();
}

function tourOf({ app, page }: Running, folder: string): Tour {
  const menu = (command: MenuCommand) =>
    app.evaluate(({ BrowserWindow }, chosen) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: chosen });
    }, command);
  return {
    page,
    menu,
    openSample: async () => {
      const button = page.locator('section[aria-labelledby=samples-title] button').first();
      await button.click();
      await page.locator('textarea:visible').first().waitFor();
    },
    openFile: (name) =>
      app.evaluate(({ BrowserWindow }, path) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send('event:file.open', { path });
      }, resolve(name)),
    writeDocuments: () => writeDocuments(folder),
  };
}

async function writeDocuments(folder: string): Promise<void> {
  const document = await sampleIn(DOCUMENTS);
  for (const name of ['assessment.docx', 'assessment.pdf']) {
    const target = join(folder, name);
    await run(process.execPath, [resolve('scripts/hyoka.mjs'), 'export', document, '-o', target]);
  }
}

/** The copy of the first sample, the last file that was opened. */
async function sampleIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.hyoka')).map((name) => join(folder, name));
  const ages = await Promise.all(files.map(async (path) => ({ path, born: (await stat(path)).birthtimeMs })));
  const [newest] = ages.sort((a, b) => b.born - a.born);
  if (!newest) throw new Error(`the sample was not saved under ${folder}`);
  return newest.path;
}
