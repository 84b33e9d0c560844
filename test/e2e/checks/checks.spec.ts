import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Running } from '../harness/launch';
import { createNew, field, kept, launchEditor } from '../editor/open';

/** A picture of the screen for a person, where SHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
}

/** The next dialog for saving answers with this path. */
async function answerSaveDialog({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

test.describe('点検', () => {
  let running: Running;

  test.beforeEach(async () => {
    running = await launchEditor();
    await running.page.setViewportSize({ width: 1366, height: 768 });
    await createNew(running.page, '全項目評価書');
    const { page } = running;
    await field(page, 'cover.name').fill('国民健康保険に関する事務');
    await field(page, 'I.1.m2').fill('ｻｰﾊﾞに記録し、〇〇市が管理する。');
    await field(page, 'I.1.m1').fill('ﾃﾞｰﾀを保管する。');
  });

  test.afterEach(async () => running.close());

  test('leads from a finding to its words, corrects one and all of a kind, and takes it back', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '点検の画面を開く' }).click();
    await expect(page.getByText(/^基準日/)).toBeVisible();
    const card = page.locator('[data-finding^="halfkana|I.1.m2"]').first();
    await card.getByRole('button').first().click();
    await expect(card.locator('mark').first()).toHaveText('ｻｰﾊﾞ');
    await expect(card.locator('ins').first()).toHaveText('サーバ');
    await shot(page, 'checks');
    await card.getByRole('button', { name: '記入欄へ' }).click();
    await expect(field(page, 'I.1.m2')).toBeFocused();
    const selected = () =>
      field(page, 'I.1.m2').evaluate((area) =>
        (area as HTMLTextAreaElement).value.slice(
          (area as HTMLTextAreaElement).selectionStart,
          (area as HTMLTextAreaElement).selectionEnd,
        ),
      );
    await expect.poll(selected).toBe('ｻｰﾊﾞ');
    await expect(page.locator('[data-path="I.1.m2"] .field-marks mark').first()).toHaveText('ｻｰﾊﾞ');
    await shot(page, 'marks');
    // The last finding: the next one is the first.
    await page.keyboard.press('F8');
    await expect(field(page, 'cover.name')).toBeFocused();
    await page.keyboard.press('Shift+F8');
    await expect(field(page, 'I.1.m2')).toBeFocused();
    await page.getByRole('button', { name: '点検の画面を開く' }).click();
    await card.getByRole('button', { name: /^同じ種類をすべて直す（2）$/ }).click();
    await expect(page.getByText('2 か所を直しました。')).toBeVisible();
    expect((await kept(page)).values['I.1.m1']).toBe('データを保管する。');
    await expect(card).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await kept(page)).values['I.1.m1']).toBe('ﾃﾞｰﾀを保管する。');
  });

  test('a finding that is accepted with a reason is kept, and open again once its text changes', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '点検の画面を開く' }).click();
    const card = page.locator('[data-finding^="placeholder|I.1.m2"]');
    await card.getByRole('button').first().click();
    await card.getByRole('button', { name: '理由を付けて確認済みにする' }).click();
    await page.keyboard.type('引用した様式の文言のため');
    await shot(page, 'accepting');
    await card.getByRole('button', { name: '理由を付けて確認済みにする' }).click();
    await expect(card).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(card).toHaveCount(1);
    await page.keyboard.press('Control+y');
    await expect(card).toHaveCount(0);
    await page.getByRole('button', { name: /^確認済み/ }).click();
    await expect(page.getByText('引用した様式の文言のため')).toBeVisible();
    await expect(page.getByText(/^確認済み：田代/)).toBeVisible();
    await page.getByRole('button', { name: '評価書の編集に戻る' }).click();
    await field(page, 'I.1.m2').fill('〇〇市が毎年管理する。');
    await page.getByRole('button', { name: '点検の画面を開く' }).click();
    await page.getByRole('button', { name: /^すべて/ }).click();
    await expect(card).toHaveCount(1);
  });

  test('prints the list for whoever reviews it', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '点検の画面を開く' }).click();
    for (const [format, head] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
      ['csv', '\ufeff"点検結果一覧"'],
    ] as const) {
      const path = join(running.userData, `list.${format}`);
      await answerSaveDialog(running, path);
      await page.getByRole('button', { name: '一覧を書き出す' }).click();
      await page
        .getByRole('menuitem', { name: new RegExp(format === 'docx' ? 'Word' : format, 'i') })
        .click();
      await expect(page.getByText('一覧を書き出しました。').first()).toBeVisible({ timeout: 30_000 });
      await expect
        .poll(async () => (await readFile(path, 'utf8').catch(() => '')).startsWith(head))
        .toBe(true);
      if (process.env.SHOTS)
        await readFile(path).then(async (bytes) => {
          const { writeFile } = await import('node:fs/promises');
          await writeFile(join(process.env.SHOTS ?? '', `list.${format}`), bytes);
        });
    }
  });

  test('提出前チェック stands before a file for submission, and is passed with a sentence that is kept', async () => {
    const { page } = running;
    await page.keyboard.press('Control+p');
    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '書き出す', exact: true }).click();
    await expect(dialog.getByRole('heading', { name: '提出前チェック' })).toBeVisible();
    const go = dialog.getByRole('button', { name: '理由を付けて書き出しに進む' });
    await expect(go).toBeDisabled();
    await shot(page, 'gated');
    await dialog.getByLabel('このまま書き出す理由').fill('委員会と事前に調整するための案のため');
    await go.click();
    await expect(dialog.getByText('書き出し済み')).toHaveCount(2, { timeout: 30_000 });
    await dialog.getByRole('button', { name: '閉じる' }).click();
    await page.getByRole('button', { name: '戻る' }).click();
    await page.getByRole('button', { name: '点検の画面を開く' }).click();
    await page.getByRole('button', { name: '提出前チェック' }).click();
    await expect(page.getByText('委員会と事前に調整するための案のため')).toBeVisible();
    await shot(page, 'submission');
    const path = join(running.userData, 'sheet.docx');
    await answerSaveDialog(running, path);
    await page.getByRole('button', { name: 'チェック票を書き出す' }).click();
    await page.getByRole('menuitem', { name: /Word/ }).click();
    await expect(page.getByText('一覧を書き出しました。')).toBeVisible();
    const before = page.locator('[data-gate="errors"]');
    await before.getByRole('button', { name: '理由を付けて確認済みにする' }).click();
    await page.keyboard.type('案のため');
    await before.getByRole('button', { name: '理由を付けて確認済みにする' }).click();
    await expect(before.getByText('確認済み', { exact: true })).toBeVisible();
  });

  test('しきい値判断 counts, gives reasons, writes the form and keeps the number beside the class', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'しきい値判断を開く' }).first().click();
    await page.getByLabel('ファイル名').first().fill('国民健康保険ファイル');
    await page.getByLabel('人数').first().fill('98,800');
    await page.getByLabel('人数').nth(1).fill('600');
    await page.getByText('なし', { exact: true }).click();
    await expect(
      page.getByText('対象人数があと1,200人増えて100,000人になると', { exact: false }),
    ).toBeVisible();
    await page.getByLabel('公表', { exact: true }).fill('令和9年3月1日');
    await shot(page, 'threshold');
    await page.getByRole('button', { name: '評価書に書き込む' }).click();
    await expect(page.getByText('しきい値判断を評価書に書き込みました。', { exact: false })).toBeVisible();
    const written = Object.values((await kept(page)).values);
    expect(written.some((value) => typeof value === 'string' && value.includes('全項目評価'))).toBe(true);
    await page.getByRole('button', { name: '戻る' }).click();
    await expect(page.getByText(/^数えた人数：98,800 人/).first()).toBeVisible();
    await shot(page, 'threshold-line');
  });
});
