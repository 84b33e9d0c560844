import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, type Running } from '../harness/launch';
import { startBatch } from './passGate';

let running: Running;
let folder: string;
let target: string;

/** A folder with the samples of the fictional city, an empty assessment and a damaged file. */
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-batch-'));
  target = join(folder, '提出');
  await mkdir(target);
  running = await launch();
  await running.page.evaluate(async (workspace) => {
    const { commands } = window.hyoka;
    await commands['settings.set']({ workspace });
    const samples = await commands['document.samples']();
    for (const { id } of samples.ok ? samples.value : []) await commands['document.sample']({ id });
    await commands['document.new']({ form: 'form2', edition: '令和6年10月' });
    const sessions = await commands['document.sessions']();
    for (const session of sessions.ok ? sessions.value : []) await commands['document.close']({ session });
  }, folder);
  await writeFile(join(folder, 'こわれた評価書.hyoka'), 'SQLite format 3\0 broken');
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the screen from the first one, and chooses the target as a person does in the system's dialog. */
async function openBatch(): Promise<void> {
  const { app, page } = running;
  await page.getByRole('button', { name: 'まとめて書き出す' }).click();
  await expect(page.getByRole('row', { name: /見本/ })).toHaveCount(2);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, target);
  await page.getByRole('button', { name: '選ぶ', exact: true }).click();
}

const files = async () => (await readdir(target)).sort();

test('the documents of a folder are written in one go, with a report; nothing there is written over', async () => {
  test.setTimeout(150_000);
  const { page } = running;
  await openBatch();
  await expect(page.getByRole('row', { name: /こわれた評価書/ })).toContainText('読めません');
  await page.getByRole('checkbox', { name: '「（評価書名がまだありません）」を書き出す' }).uncheck();
  await page.getByRole('checkbox', { name: 'PDF' }).uncheck();
  await page.getByRole('checkbox', { name: 'データ（.json）' }).check();
  await startBatch(page, '選んだ2件を書き出す');
  await expect(page.getByRole('heading', { name: '書き出しの結果' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('書き出し済み 4', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '書き出し先を開く' })).toBeFocused();
  const written = await files();
  expect(written).toHaveLength(4);
  expect(written[0]).toMatch(/^\d\d_.*評価書\.docx$/);

  const kept = join(target, written[0] ?? '');
  await writeFile(kept, 'とっておく');
  await rm(join(target, written[1] ?? ''));
  await page.getByRole('button', { name: '続けて書き出す' }).click();
  await startBatch(page, '選んだ2件を書き出す');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(written[0] ?? '');
  await dialog.getByRole('button', { name: 'ないものだけ書き出す' }).click();
  await expect(page.getByText('すでにあるため残したもの 3')).toBeVisible({ timeout: 30_000 });
  expect(await files()).toEqual(written);
  expect(await readFile(kept, 'utf8')).toBe('とっておく');
});

test('with the subfolders: they are listed, and their files go to folders of the same names', async () => {
  const { page } = running;
  const below = join(folder, '健康保険課');
  await mkdir(below);
  const name = (await readdir(folder)).find((one) => one.includes('国民健康保険')) ?? '';
  await rename(join(folder, name), join(below, name));
  await page.getByRole('button', { name: 'まとめて書き出す' }).click();
  await expect(page.getByRole('row', { name: /見本/ })).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'サブフォルダも含める' }).check();
  const row = page.getByRole('row', { name: /国民健康保険/ });
  await expect(row).toContainText(join('健康保険課', name));
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, target);
  await page.getByRole('button', { name: '選ぶ', exact: true }).click();
  await page.getByRole('checkbox', { name: 'PDF' }).uncheck();
  await startBatch(page, '選んだ3件を書き出す');
  await expect(page.getByText('書き出し済み 3', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await files()).toHaveLength(3);
  expect(await readdir(join(target, '健康保険課'))).toEqual([expect.stringMatching(/国民健康保険.*\.docx$/)]);
  await page.getByRole('button', { name: '続けて書き出す' }).click();
  await startBatch(page, '選んだ3件を書き出す');
  await expect(page.getByRole('dialog')).toContainText('健康保険課');
});

test('a batch that is stopped keeps what was written and says what was not', async () => {
  const { page } = running;
  await openBatch();
  await startBatch(page, '選んだ3件を書き出す');
  await page.getByRole('button', { name: '途中でやめる' }).click();
  await expect(page.getByText('途中でやめました。書き出したファイルは残っています。')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/やめたため書き出していない評価書 [23]/)).toBeVisible();
  expect((await files()).length).toBeLessThanOrEqual(2);
});

test('a file that cannot be written is told with its reason, the others are written', async () => {
  const { page } = running;
  await openBatch();
  await page.getByRole('checkbox', { name: 'Word（.docx）' }).uncheck();
  await page.getByRole('checkbox', { name: 'PDF' }).uncheck();
  await page.getByRole('checkbox', { name: 'ウェブページ（.html）' }).check();
  // A folder of the name that a file should get: it cannot be replaced.
  await mkdir(join(target, '基礎項目評価書.html'));
  await startBatch(page, '選んだ3件を書き出す');
  await page.getByRole('dialog').getByRole('button', { name: '1個を上書きする' }).click();
  await expect(page.getByText('書き出せなかったもの 1')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('書き出し済み 2', { exact: true })).toBeVisible();
});

test('評価書台帳 is written as CSV: a line for each document, also for one that cannot be read; no ledger is written over', async () => {
  const { page } = running;
  await openBatch();
  const write = page.getByRole('button', { name: '台帳を CSV で書き出す' });
  await write.click();
  await expect(page.getByText(/評価書台帳を書き出しました: 評価書台帳_\d{8}\.csv/)).toBeVisible({
    timeout: 30_000,
  });
  await write.click();
  await expect(page.getByText(/評価書台帳_\d{8} \(2\)\.csv/)).toBeVisible({ timeout: 30_000 });
  const names = await files();
  expect(names).toHaveLength(2);
  const text = await readFile(join(target, names.find((name) => !name.includes('(2)')) ?? ''), 'utf8');
  const lines = text.split('\r\n');
  expect(text.startsWith('\ufeff"評価書番号","評価書名","様式"')).toBe(true);
  expect(lines.filter((line) => line.includes('.hyoka'))).toHaveLength(4);
  expect(text).toContain('"様式４ 全項目評価書"');
  expect(lines.find((line) => line.includes('こわれた評価書.hyoka'))).toContain('途中で切れている');
});
