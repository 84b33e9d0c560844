import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, type Running } from '../harness/launch';

let running: Running;
let page: Page;

/** The preview of a sample with everything, its first pages drawn. */
test.beforeEach(async () => {
  running = await launch();
  page = running.page;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForSelector('.frame');
  await page.evaluate(
    (workspace) => window.hyoka.commands['settings.set']({ workspace, language: 'ja', theme: 'light' }),
    join(running.userData, 'documents'),
  );
  const sample = page.getByRole('listitem').filter({ hasText: '重点項目評価書' });
  await sample.getByRole('button', { name: '見本を開く' }).click();
  await page.getByRole('button', { name: 'プレビュー・書き出し' }).click();
  await expect(page.locator('.paper canvas').first()).toBeVisible({ timeout: 30_000 });
});

test.afterEach(() => running.close());

async function choose(name: string): Promise<void> {
  await page.locator('.top-bar .select-button').click();
  await page.getByRole('option', { name }).click();
}

const pages = (name: string) => page.locator(`.papers[aria-label="${name}"]`);
const print = () => page.getByRole('button', { name: '印刷', exact: true });

test('other pages are asked for: the old ones go grey at once, and nothing is printed until the new ones are there', async () => {
  await expect(pages('提出用（全部）')).toHaveAttribute('aria-busy', 'false');
  await choose('公表用');
  await expect(pages('提出用（全部）')).toHaveClass(/papers-old/);
  await expect(page.locator('.preview-making')).toContainText('「公表用」のページを作成しています');
  await expect(page.locator('.preview-making')).toContainText('見えているのは「提出用（全部）」のページです');
  await expect(print()).toBeDisabled();
  await page.screenshot({ path: 'test-results/preview-old.png' });
  await expect(pages('公表用')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.papers-old')).toHaveCount(0);
  await expect(page.locator('.preview-making')).toHaveCount(0);
  await expect(print()).toBeEnabled();
});

test('of fast switches the last one counts, whatever comes back first', async () => {
  for (const name of ['公表用', '庁内回議用', '記入前の様式']) await choose(name);
  await expect(pages('記入前の様式')).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(2_000);
  await expect(pages('記入前の様式')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('.toast')).toHaveCount(0);
  await expect(page.locator('.top-bar .select-button')).toContainText('記入前の様式');
});

test('stopping leads back to the pages that are shown, and their name', async () => {
  await choose('公表用');
  await page.getByRole('button', { name: '中止' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.top-bar .select-button')).toContainText('提出用（全部）');
  await expect(pages('提出用（全部）')).toHaveAttribute('aria-busy', 'false');
  await expect(print()).toBeEnabled();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

test('pages that cannot be made leave none of another name', async () => {
  // The program that draws the pages is gone: as after a crash of the job.
  await running.app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('command:publish.preview');
    ipcMain.handle('command:publish.preview', () => ({
      ok: false,
      error: { code: 'jobFailed', params: {} },
    }));
  });
  await choose('公表用');
  await expect(page.getByText('ページを作成できませんでした。')).toBeVisible();
  await expect(page.locator('.paper')).toHaveCount(0);
  await expect(print()).toBeDisabled();
});

test('what is undone while the pages are shown shows in them', async () => {
  await page.getByRole('button', { name: '戻る' }).click();
  await page.locator('[data-path="cover.remarks"] textarea').fill('特記事項を書き足した。');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.paper canvas').first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('searchbox').fill('特記事項を書き足した');
  await expect(page.getByText(/件中 1件目/)).toBeVisible();
  await page.locator('main').focus();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.papers-old')).toBeVisible();
  await expect(page.getByText('見つかりません')).toBeVisible({ timeout: 30_000 });
});
