import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, type Running } from '../harness/launch';

const item = (page: Page) => page.locator('[data-path="cover.remarks"] textarea');

/** A document of its own, closed again, with a lock beside it that a PC elsewhere left behind. */
async function leftBehind(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), '評価書 '));
  const maker = await launch();
  await maker.page.waitForSelector('.frame');
  const path = await maker.page.evaluate(async (workspace) => {
    const { commands } = window.hyoka;
    await commands['settings.set']({ workspace });
    const made = await commands['document.new']({ form: 'form3' });
    if (!made.ok) throw new Error(made.error.code);
    await commands['document.close']({ session: made.value.session });
    return made.value.path;
  }, folder);
  await maker.close();
  const since = Date.UTC(2026, 10, 20, 1, 30);
  const lock = {
    user: '田代 一郎',
    department: '健康保険課',
    pc: 'PC-0412',
    host: 'elsewhere',
    pid: 1,
    since,
  };
  const lockPath = `${path}.lock`;
  await writeFile(lockPath, JSON.stringify({ ...lock, token: 'left' }));
  await utimes(lockPath, new Date(), new Date(Date.now() - 3_600_000));
  return { folder, path };
}

async function language(running: Running, name: 'ja' | 'en'): Promise<void> {
  await running.page.evaluate((wanted) => window.hyoka.commands['settings.set']({ language: wanted }), name);
  await running.page.reload();
  await running.page.waitForSelector('.notice-bar');
}

test('a lock that was left behind is told in both languages and can be taken over', async () => {
  const { folder, path } = await leftBehind();
  expect(await readdir(folder)).toContain(`${path.slice(folder.length + 1)}.lock`);
  const running = await launch({ args: [path] });
  const { page } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  const notice = page.locator('.notice-bar');
  await language(running, 'ja');
  await expect(notice).toContainText('健康保険課 田代 一郎さん（PC-0412）');
  await expect(item(page)).not.toBeEditable();
  await expect(page.getByText('閲覧のみ').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/stale-ja.png' });
  await language(running, 'en');
  await expect(notice).toContainText('田代 一郎');
  await expect(notice.getByRole('button')).toHaveText([/./, /./]);
  expect(await notice.getByRole('button').allInnerTexts()).toEqual(['Take over editing', 'Save elsewhere']);
  await page.screenshot({ path: 'test-results/stale-en.png' });
  await notice.getByRole('button').first().click();
  await expect(notice).toHaveCount(0);
  await expect(item(page)).toBeEditable();
  await item(page).fill('引き継いで書く。');
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

test('while somebody reads, nothing can be changed on any screen, and the comparison still works', async () => {
  const { folder, path } = await leftBehind();
  const running = await launch({ args: [path] });
  const { page } = running;
  await language(running, 'ja');
  await expect(page.getByRole('button', { name: '行を追加' })).toHaveCount(0);
  await expect(page.locator('.form-column input:enabled')).toHaveCount(0);
  await page.keyboard.press('Control+h');
  await expect(page.getByLabel('探す文字')).toBeVisible();
  await expect(page.getByLabel('置き換える文字')).toHaveCount(0);
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await expect(page.getByText('比べる版がまだありません')).toBeVisible();
  await expect(page.getByRole('button', { name: 'いまの内容を版として残す' })).toHaveCount(0);
  await running.close();
  await rm(folder, { recursive: true, force: true });
});
