import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch } from '../harness/launch';

/** The item 特記事項 of an open document, as people find it. */
const item = (page: Page) => page.locator('[data-path="cover.remarks"] textarea');

/** A folder with an empty 様式3 that the command line made. */
async function newDocument(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), '評価書 '));
  const path = join(folder, '国保 重点項目.hyoka');
  hyoka('new', '--form', 'form3', '-o', path);
  return { folder, path };
}

function hyoka(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['dist/main/cli.js', ...args], { encoding: 'utf8' });
}

/** The text of an item in the file, as another program reads it. */
function savedText(path: string): unknown {
  const report = JSON.parse(hyoka('import', path, '--json')) as { items: { path: string; value: unknown }[] };
  return report.items.find((found) => found.path === 'cover.remarks')?.value;
}

test('what was typed a second before the program is killed is there when it starts again', async () => {
  const { folder, path } = await newDocument();
  const first = await launch({ args: [path] });
  await item(first.page).click();
  await first.page.keyboard.type('事務の一部を外部に委託している。');
  await first.page.waitForTimeout(1_000);
  await first.page.keyboard.type('委託先は');
  await first.kill();
  const again = await launch({ args: [path], userData: first.userData });
  await expect(item(again.page)).toHaveValue(/^事務の一部を外部に委託している。/);
  await expect(again.page.getByRole('status').filter({ hasText: /保存済み/ })).toBeVisible();
  await item(again.page).click();
  await again.page.keyboard.press('Control+End');
  await again.page.keyboard.type('審査する。');
  await again.close();
  expect(savedText(path)).toMatch(/^事務の一部を外部に委託している。.*審査する。$/);
  await rm(first.userData, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

test('closing the window in the middle of a word loses nothing', async () => {
  const { folder, path } = await newDocument();
  const running = await launch({ args: [path] });
  await item(running.page).click();
  await running.page.keyboard.type('特になし');
  await running.close();
  expect(savedText(path)).toBe('特になし');
  await rm(folder, { recursive: true, force: true });
});

test('a second opening only reads and says who has the document', async () => {
  const { folder, path } = await newDocument();
  const first = await launch({ args: [path] });
  await expect(item(first.page)).toBeEditable();
  const second = await launch({ args: [path] });
  await expect(second.page.getByText(/から編集しています/)).toBeVisible();
  await expect(item(second.page)).not.toBeEditable();
  await second.close();
  await first.close();
  await rm(folder, { recursive: true, force: true });
});

test('a window that only reads sees that the other person has finished, and goes on with what they wrote', async () => {
  const { folder, path } = await newDocument();
  const first = await launch({ args: [path] });
  await item(first.page).fill('先の人が書いた');
  const second = await launch({ args: [path] });
  await expect(second.page.getByText(/から編集しています/)).toBeVisible();
  await item(first.page).fill('先の人が書き足した');
  await first.close();
  await expect(second.page.getByText(/ほかの人の編集が終わりました/)).toBeVisible({ timeout: 20_000 });
  await second.page.getByRole('button', { name: '編集を始める' }).click();
  await expect(item(second.page)).toHaveValue('先の人が書き足した');
  await expect(item(second.page)).toBeEditable();
  await second.close();
  await rm(folder, { recursive: true, force: true });
});
