import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { MenuCommand } from '../../shared/commands/events';
import { launch, type Running } from '../e2e/harness/launch';
import { stops } from './steps';

const run = promisify(execFile);

/** What a stop can do. */
export interface Tour {
  readonly page: Page;
  /** Chooses an item of the application menu. */
  readonly menu: (command: MenuCommand) => Promise<void>;
  /** Opens a copy of the first assessment that ships with the product. */
  readonly openSample: () => Promise<void>;
  /** Goes through reading the Word file that was written from the sample. */
  readonly importWord: () => Promise<void>;
}

/** Goes through every stop in one language; pictures, Word and PDF land in `folder`. */
export async function takeTour(language: 'ja' | 'en', folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'documents'), { recursive: true });
  const running = await launch({
    env: { HOME: join(folder, 'documents'), XDG_DOCUMENTS_DIR: join(folder, 'documents') },
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
    importWord: async () => {
      const word = await writeDocuments(folder);
      await app.evaluate(({ BrowserWindow }, path) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send('event:file.open', { path });
      }, word);
      await page.locator('.intake-review').first().waitFor();
    },
  };
}

/** Writes the sample as Word and PDF with the command line and answers the path of the Word file. */
async function writeDocuments(folder: string): Promise<string> {
  const document = await newestDocument(join(folder, 'documents'));
  const word = join(folder, 'assessment.docx');
  for (const target of [word, join(folder, 'assessment.pdf')]) {
    await run(process.execPath, [resolve('scripts/hyoka.mjs'), 'export', document, '-o', target]);
  }
  return word;
}

async function newestDocument(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const found = names.find((name) => name.endsWith('.hyoka'));
  if (!found) throw new Error(`the sample was not saved under ${folder}`);
  return join(folder, found);
}
