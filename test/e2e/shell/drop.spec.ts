import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { docxOf, p, tbl, tc } from '../../unit/shared/intake/readers/office';
import { launch, type Running } from '../harness/launch';

const WORD = docxOf(
  p('特定個人情報保護評価書（重点項目評価書）') +
    tbl([tc('評価書番号'), tc('7')], [tc('評価書名'), tc('みなも市 予防接種に関する事務 重点項目評価書')]) +
    p('Ⅰ　基本情報') +
    p('１．特定個人情報ファイルを取り扱う事務') +
    tbl([tc('①事務の名称'), tc('予防接種に関する事務')]),
);

let running: Running;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-drop-'));
  running = await launch();
  await running.page.evaluate((workspace) => window.hyoka.commands['settings.set']({ workspace }), folder);
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** Drops files on the window as the system's file manager does: real paths, in the middle of the window. */
async function drop(...files: readonly string[]): Promise<void> {
  const { page } = running;
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data });
  await devtools.detach();
}

test('a document dropped on the window is opened', async () => {
  const { page } = running;
  const path = await page.evaluate(async () => {
    const made = await window.hyoka.commands['document.new']({ form: 'form2', edition: '令和6年10月' });
    if (!made.ok) throw new Error(made.error.code);
    await window.hyoka.commands['document.close']({ session: made.value.session });
    return made.value.path;
  });
  await drop(path);
  await expect(page.locator('[id="item-cover.name"]')).toBeVisible();
});

test('any other file dropped on the window is imported, also over an open document', async () => {
  const { page } = running;
  const path = join(folder, '予防接種.docx');
  await writeFile(path, WORD);
  await drop(path);
  await expect(page.getByRole('heading', { name: '取り込み結果の確認' })).toBeVisible();
  await expect(page.locator('.source-pane')).toContainText('予防接種に関する事務');
  await page.getByRole('button', { name: 'この内容で作成' }).click();
  await page.waitForSelector('[id="item-cover.name"]');
  await writeFile(join(folder, '二つ目.docx'), WORD);
  await drop(join(folder, '二つ目.docx'));
  await expect(page.locator('.top-bar')).toContainText('二つ目.docx');
});

test('of several files the first is taken, and that is said', async () => {
  const { page } = running;
  for (const name of ['一.docx', '二.docx']) await writeFile(join(folder, name), WORD);
  await drop(join(folder, '一.docx'), join(folder, '二.docx'));
  await expect(page.getByText('「一.docx」を開きます。')).toBeVisible();
  await expect(page.locator('.top-bar')).toContainText('一.docx');
});

test('a folder is told as such; nothing else breaks', async () => {
  const { page } = running;
  await drop(folder);
  await expect(page.getByRole('alert')).toContainText('フォルダです');
  await expect(page.getByRole('button', { name: 'ファイルを選ぶ' })).toBeVisible();
});
