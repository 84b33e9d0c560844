import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { MenuCommand } from '../../../shared/commands/events';
import type { Running } from '../harness/launch';

/** The item 特記事項 of an open document, as people find it. */
export const item = (page: Page): Locator => page.locator('[data-path="cover.remarks"] textarea');

/** Gives `work` a folder with an empty 様式3 that the command line made. */
export async function withDocument(
  work: (place: { readonly folder: string; readonly path: string }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), '評価書 '));
  const path = join(folder, '国保 重点項目.hyoka');
  try {
    hyoka('new', '--form', 'form3', '-o', path);
    await work({ folder, path });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of an item in a file, as another program reads it. */
export function savedText(path: string, id = 'cover.remarks'): string {
  const report = JSON.parse(hyoka('import', path, '--json')) as { items: { path: string; value: unknown }[] };
  const value = report.items.find((found) => found.path === id)?.value;
  return typeof value === 'string' ? value : '';
}

/** Chooses an item of the application menu. */
export async function menu({ app }: Running, command: MenuCommand): Promise<void> {
  await app.evaluate(({ BrowserWindow }, chosen) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: chosen });
  }, command);
}

/** Gives a file to the program, as a double click does. */
export async function openFile({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, chosen) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:file.open', { path: chosen });
  }, path);
}

/** The system's dialog for a new file answers this path, after as long (ms) as a person needs. */
export async function answerSaveDialog({ app }: Running, path: string, after = 0): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showSaveDialog = () =>
        new Promise((resolve) =>
          setTimeout(() => resolve({ canceled: false, filePath: chosen.path }), chosen.after),
        );
    },
    { path, after },
  );
}

function hyoka(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['dist/main/cli.js', ...args], { encoding: 'utf8' });
}
