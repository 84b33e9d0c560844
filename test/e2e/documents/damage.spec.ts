import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import initSqlJs from 'sql.js';
import { launch, type Running } from '../harness/launch';
import { answerSaveDialog, item, menu, openFile, savedText, withDocument } from './files';

const REMARKS = '事務の一部を外部に委託している。';
const NAME = '国民健康保険に関する事務';

/** Writes two items as a person does, and closes the program. */
async function write(path: string): Promise<void> {
  const { page, close } = await launch({ args: [path] });
  await item(page).fill(REMARKS);
  await page.locator('[data-path="cover.name"] textarea').fill(NAME);
  await close();
}

/** A copy in a folder without backups, in which every place of `text` has a wrong bit. */
async function damagedCopy(path: string, text: string): Promise<string> {
  const bytes = await readFile(path);
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1))
    bytes[at + 4] = (bytes[at + 4] ?? 0) ^ 1;
  const folder = join(dirname(path), '受け取ったもの');
  await mkdir(folder);
  await writeFile(join(folder, basename(path)), bytes);
  return join(folder, basename(path));
}

test('of a damaged file without backups it is said what is lost, and the rest becomes a new document', () =>
  withDocument(async ({ path }) => {
    await write(path);
    const damaged = await damagedCopy(path, REMARKS);
    const before = await readFile(damaged);
    const { page, close } = await launch({ args: [damaged] });
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('国保 重点項目.hyoka');
    await expect(dialog.getByRole('row', { name: /^項目/ })).toHaveText('項目11');
    await expect(dialog).toContainText('特記事項');
    await expect(dialog).toContainText('バックアップ（控え）はありません');
    await dialog.getByRole('button', { name: '復旧する' }).click();
    await expect(page.locator('[data-path="cover.name"] textarea')).toHaveValue(NAME);
    await expect(item(page)).toHaveValue('');
    await expect(item(page)).toBeEditable();
    await expect(page.getByText(/失われた項目：.*特記事項/)).toBeVisible();
    await expect(page.locator('.toast')).toContainText('国保 重点項目（復旧）');
    await close();
    expect(await readFile(damaged)).toEqual(before);
    expect(savedText(join(dirname(damaged), '国保 重点項目（復旧）.hyoka'), 'cover.name')).toBe(NAME);
  }));

test('of a file that was cut off the backups are offered, and open to look at', () =>
  withDocument(async ({ path }) => {
    await write(path);
    const cut = (await readFile(path)).subarray(0, 20_480);
    await writeFile(path, cut);
    const { page, close } = await launch({ args: [path] });
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('途中で切れています');
    await dialog.getByRole('button', { name: '開く', exact: true }).first().click();
    await expect(page.getByText(/バックアップ（控え）を開いています/)).toBeVisible();
    await expect(item(page)).toHaveValue(REMARKS);
    await expect(item(page)).not.toBeEditable();
    await close();
    expect(await readFile(path)).toEqual(cut);
  }));

test('an empty file is not offered for recovery', () =>
  withDocument(async ({ path }) => {
    await writeFile(path, '');
    const { page, close } = await launch({ args: [path] });
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('読み取れる内容は見つかりませんでした');
    await expect(dialog.getByRole('button', { name: '復旧する' })).toHaveCount(0);
    await close();
  }));

/** A file with our mark in which reading the rows of a table would never end. */
async function endlessFile(): Promise<Uint8Array> {
  const sql = await initSqlJs();
  const database = new sql.Database();
  database.run(`PRAGMA application_id = ${String(0x48594f4b)}; PRAGMA user_version = 5;
    CREATE VIEW meta AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT count(*) AS key, '' AS json FROM n;`);
  return database.export();
}

/** The longest time (ms) in which the window drew nothing while `work` went on. */
async function longestPause(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    let before = performance.now();
    let longest = 0;
    const look = (now: number) => {
      longest = Math.max(longest, now - before);
      before = now;
      document.body.dataset.longest = String(longest);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await work();
  return Number(await page.evaluate(() => document.body.dataset.longest));
}

const CASES = resolve('../shared/cases/reliability');
const hostile = existsSync(CASES) ? readdirSync(CASES).filter((name) => name.endsWith('.hyoka')) : [];

async function isRefused(running: Running, path: string): Promise<void> {
  const { page } = running;
  const before = await readFile(path);
  const pause = await longestPause(page, async () => {
    await openFile(running, path);
    await expect(page.getByRole('alertdialog')).toContainText(basename(path), { timeout: 30_000 });
    await expect(page.getByText('読み取れる内容を調べています')).toHaveCount(0, { timeout: 30_000 });
  });
  expect(pause).toBeLessThan(1_000);
  await page.getByRole('alertdialog').getByRole('button', { name: '閉じる' }).click();
  expect(await readFile(path)).toEqual(before);
}

test('a file that is made to compute without end is refused in words, and the window stays responsive', () =>
  withDocument(async ({ folder }) => {
    const path = join(folder, '届いた評価書.hyoka');
    await writeFile(path, await endlessFile());
    const running = await launch();
    await isRefused(running, path);
    await running.close();
  }));

test('collected hostile files are refused in words, and the window stays responsive', async () => {
  test.skip(hostile.length === 0, 'the collected files are not here');
  const running = await launch();
  for (const name of hostile) await isRefused(running, join(CASES, name));
  await running.close();
});

test('a folder that has the name of the lock is named, and the document can be read', () =>
  withDocument(async ({ path }) => {
    await write(path);
    await mkdir(`${path}.lock`);
    const { page, close } = await launch({ args: [path] });
    await expect(page.getByText('「国保 重点項目.hyoka.lock」という名前のフォルダがあるため')).toBeVisible();
    await expect(item(page)).toHaveValue(REMARKS);
    await expect(item(page)).not.toBeEditable();
    await close();
  }));

/** Milliseconds of sixty days. */
const SIXTY_DAYS = 5_184_000_000;

test('old history is reduced into another file, which is opened; the document stays as it is', () =>
  withDocument(async ({ folder, path }) => {
    const earlier = await launch({ args: [path] });
    await earlier.app.evaluate((_electron, back) => {
      const real = Date.now;
      Date.now = () => real() - back;
    }, SIXTY_DAYS);
    for (const text of ['一', '一二', '一二三', '一二三四']) {
      await item(earlier.page).fill(text);
      await earlier.page.locator('[data-path="cover.name"] textarea').fill(`${NAME}${text}`);
    }
    await earlier.close();
    const before = await readFile(path);
    const running = await launch({ args: [path] });
    const { page } = running;
    await expect(item(page)).toHaveValue('一二三四');
    await menu(running, 'file.thin');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('row', { name: /^履歴の記録/ })).toHaveText('履歴の記録8 件3 件');
    const target = join(folder, '整理したもの.hyoka');
    await answerSaveDialog(running, target);
    await dialog.getByRole('button', { name: /^整理して別のファイルに保存/ }).click();
    await expect(page.locator('.toast')).toContainText('「整理したもの」を開きました');
    await expect(item(page)).toHaveValue('一二三四');
    await menu(running, 'file.thin');
    await expect(dialog).toContainText('まとめられる古い履歴はありません');
    await page.keyboard.press('Escape');
    await running.close();
    expect(await readFile(path)).toEqual(before);
    expect(savedText(target)).toBe('一二三四');
  }));
