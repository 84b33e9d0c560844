import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { launch, type Running } from '../harness/launch';
import { exportNow, passGate } from './passGate';

const run = promisify(execFile);

/** Opens the sample city's assessment in the window, in a folder of its own. */
async function openSample(page: Page, workspace: string): Promise<void> {
  await page.evaluate((folder) => window.hyoka.commands['settings.set']({ workspace: folder }), workspace);
  await page
    .getByRole('listitem')
    .filter({ hasText: '全項目評価書' })
    .getByRole('button', { name: '見本を開く' })
    .click();
  await expect(page.getByRole('button', { name: 'プレビュー・書き出し' })).toBeVisible();
}

test.describe('preview and files', () => {
  let running: Running;
  let folder: string;

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hyokasho-publish-'));
    running = await launch();
    await openSample(running.page, folder);
    await running.page.keyboard.press('Control+p');
    await expect(running.page.locator('.paper canvas').first()).toBeVisible({ timeout: 30_000 });
  });

  test.afterEach(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('without a printer says so, and what to do', async () => {
    const { page, app } = running;
    const printers = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getPrintersAsync(),
    );
    test.skip(printers?.length !== 0, 'this machine has a printer');
    await page.getByRole('button', { name: '印刷', exact: true }).click();
    await expect(page.getByText('この PC に使えるプリンターがありません。')).toBeVisible();
  });

  test('shows the pages, finds words, and leads from a place to its item', async () => {
    const { page } = running;
    await expect(page.getByRole('button', { name: /特定個人情報ファイルの概要/ }).first()).toBeVisible();
    await page.getByRole('searchbox').fill('みなも市');
    await expect(page.getByText(/件中 1件目/)).toBeVisible();
    await expect(page.locator('.paper-hit-current').first()).toBeInViewport();
    await page.locator('.paper-item').first().click();
    await expect(page.locator('.paper')).toHaveCount(0);
  });

  test('a label leads to the item that it names', async () => {
    const { page } = running;
    const find = async (words: string) => {
      await page.getByRole('searchbox').fill(words);
      await expect(page.locator('.paper-hit-current')).toBeInViewport();
      const box = await page.locator('.paper-hit-current').boundingBox();
      if (!box) throw new Error('no hit');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const label = await find('②事務の内容');
    await page.mouse.click(label.x, label.y);
    await expect(page.locator('.paper')).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: /事務の内容/ }).first()).toBeFocused();
  });

  test('keys change the size of the pages, and the place stays in sight', async () => {
    const { page } = running;
    await page
      .getByRole('button', { name: /リスク対策|取扱いプロセス/ })
      .first()
      .click();
    const heading = page.locator('.preview-entry[aria-current]');
    await expect(heading).toHaveText(/^Ⅲ/);
    const number = await page.getByLabel('ページ番号').inputValue();
    const before = (await page.locator('.paper').first().boundingBox())?.width ?? 0;
    await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    await expect
      .poll(async () => (await page.locator('.paper').first().boundingBox())?.width)
      .toBeLessThan(before);
    await expect(page.getByLabel('ページ番号')).toHaveValue(number);
    await expect(heading).toHaveText(/^Ⅲ/);
    await page.keyboard.press('Control+0');
    await expect.poll(async () => (await page.locator('.paper').first().boundingBox())?.width).toBe(before);
    await expect(heading).toHaveText(/^Ⅲ/);
  });

  test('writes Word and PDF that other programs read, and never over a file unasked', async () => {
    test.setTimeout(150_000);
    const { page } = running;
    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel(/ファイル名/)).not.toHaveValue('');
    await exportNow(dialog);
    await expect(dialog.getByText('書き出し済み')).toHaveCount(2, { timeout: 30_000 });
    const files = (await readdir(folder)).filter((name) => /\.(docx|pdf)$/.test(name)).sort();
    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^\d\d_.*_全項目評価書\.docx$/);
    const pdf = join(folder, files[1] ?? '');
    expect((await run('pdftotext', [pdf, '-'])).stdout).toContain('みなも市');
    await dialog.getByRole('button', { name: '閉じる' }).click();

    await writeFile(pdf, 'とっておく');
    await rm(join(folder, files[0] ?? ''));
    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    await exportNow(dialog);
    await expect(dialog.getByRole('heading', { name: '同じ名前のファイルがあります' })).toBeVisible();
    await expect(dialog.getByRole('listitem')).toHaveText([/\.pdf$/]);
    await expect(dialog.getByLabel(/ファイル名/)).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: 'ないものだけ書き出す' })).toBeFocused();
    await dialog.getByRole('button', { name: 'ないものだけ書き出す' }).click();
    await expect(dialog.getByText('そのまま').first()).toBeVisible();
    expect(await readFile(pdf, 'utf8')).toBe('とっておく');
    await dialog.getByRole('button', { name: '閉じる' }).click();

    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    await dialog.getByLabel(/ファイル名/).press('Enter');
    await passGate(dialog);
    await dialog.getByRole('button', { name: 'ファイル名や保存先を変える' }).click();
    await expect(dialog.getByLabel(/ファイル名/)).toBeVisible();
    await exportNow(dialog);
    await dialog.getByRole('button', { name: '2個を上書きする' }).click();
    await expect(dialog.getByText('書き出し済み')).toHaveCount(2, { timeout: 30_000 });
    expect(await readFile(pdf, 'latin1')).toMatch(/^%PDF/);
    await dialog.getByRole('button', { name: '閉じる' }).click();
  });

  test('writes only the parts that were chosen', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Word（.docx）').uncheck();
    await dialog.getByLabel('一部だけ書き出す（部分を選ぶ）').check();
    await expect(dialog.getByRole('button', { name: '書き出す', exact: true })).toBeDisabled();
    await dialog.getByLabel(/開示請求、問合せ/).check();
    await exportNow(dialog);
    await expect(dialog.getByText('書き出し済み')).toHaveCount(1, { timeout: 30_000 });
    const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('.pdf'));
    const { stdout } = await run('pdftotext', [join(folder, name), '-']);
    expect(stdout).toContain('開示請求');
    expect(stdout).not.toContain('再委託');
    await dialog.getByRole('button', { name: '閉じる' }).click();
  });

  test('turns pages, jumps to one, and grows', async () => {
    const { page } = running;
    await page.getByLabel('ページ番号').fill('５');
    await page.keyboard.press('Enter');
    await expect(page.locator('.paper[data-page="4"]')).toBeInViewport();
    await expect(page.getByLabel('ページ番号')).toHaveValue('5');
    await page.getByRole('button', { name: '次のページ' }).click();
    await expect(page.getByLabel('ページ番号')).toHaveValue('6');
    const before = (await page.locator('.paper').first().boundingBox())?.width ?? 0;
    await page.getByRole('button', { name: '大きく' }).click();
    await expect
      .poll(async () => (await page.locator('.paper').first().boundingBox())?.width)
      .toBeGreaterThan(before);
    await page.getByRole('button', { name: '幅に合わせる' }).click();
    await expect.poll(async () => (await page.locator('.paper').first().boundingBox())?.width).toBe(before);
  });

  test('the folder chosen last is proposed again', async () => {
    const { app, page } = running;
    const other = join(folder, '提出');
    await mkdir(other);
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, other);
    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '選ぶ', exact: true }).click();
    await dialog.getByLabel('PDF').uncheck();
    await exportNow(dialog);
    await expect(dialog.getByText('書き出し済み')).toHaveCount(1, { timeout: 30_000 });
    await dialog.getByRole('button', { name: '閉じる' }).click();
    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    await expect(dialog.getByText(other)).toBeVisible();
    await dialog.getByRole('button', { name: '取り消す' }).click();
  });
});
