import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from '../harness/launch';

test('a document of 平成30年5月 in 令和6年10月 shows last year and only what was changed since', async () => {
  const running = await launch();
  const { app, page } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForSelector('.frame');
  await page.evaluate(
    async ([workspace]) => {
      const { commands } = window.hyoka;
      await commands['settings.set']({ workspace, language: 'ja', theme: 'light' });
    },
    [join(running.userData, 'documents')],
  );
  await page.getByRole('button', { name: '新しく作る' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('重点項目評価書').click();
  await dialog.getByRole('button', { name: /令和6年10月/ }).click();
  await page.getByRole('option', { name: '平成30年5月' }).click();
  await dialog.getByRole('button', { name: '作成する' }).click();
  const text = (path: string) => page.locator(`[data-path="${path}"] textarea`);
  await text('cover.name').fill('みなも市　予防接種に関する事務　重点項目評価書');
  await text('I.1.m2').fill('予防接種の記録を管理する。');

  // Last year was published; this year one item was changed before the form was.
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await page.getByRole('button', { name: '版の一覧' }).click();
  await dialog.getByRole('button', { name: 'いまの内容を版として残す' }).click();
  await dialog.getByLabel('版の名前').fill('令和6年度 公表版');
  await dialog.getByRole('button', { name: /種類/ }).click();
  await page.getByRole('option', { name: '公表' }).click();
  await dialog.getByRole('button', { name: '版を残す' }).click();
  await expect(dialog.getByRole('row')).toContainText('令和6年度 公表版');
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await page.getByRole('button', { name: '編集へ戻る' }).click();
  await text('I.1.m2').fill('予防接種の記録と接種券を管理する。');

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: 'file.import' }),
  );
  await page.getByRole('button', { name: '移した評価書を作る' }).click();
  await expect(page.locator('.toast')).toContainText('「前年度と比較」ですぐに比べられます');
  await expect(page.locator('.form-badge')).toContainText('令和6年10月');
  await expect(page.getByText('令和6年度 公表版 と比較中')).toBeVisible();
  await expect(page.locator('[id="item-I.1.m2"] .prior')).toBeVisible();

  await page.getByRole('button', { name: '前年度と比較' }).click();
  await expect(page.locator('[data-change]')).toHaveCount(1);
  await expect(page.locator('[data-change]')).toContainText('と接種券');
  await expect(page.locator('[data-change]')).toBeFocused();
  await page.screenshot({ path: 'test-results/newer-edition.png' });
  await running.close();
});

test('a document without last year is compared with its own text before it was moved', async () => {
  const running = await launch();
  const { app, page } = running;
  await page.waitForSelector('.frame');
  await page.evaluate(
    (workspace) => window.hyoka.commands['settings.set']({ workspace, language: 'ja' }),
    join(running.userData, 'documents'),
  );
  await page.getByRole('button', { name: '新しく作る' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('重点項目評価書').click();
  await dialog.getByRole('button', { name: /令和6年10月/ }).click();
  await page.getByRole('option', { name: '平成30年5月' }).click();
  await page.getByRole('button', { name: '作成する' }).click();
  await page.locator('[data-path="cover.name"] textarea').fill('みなも市　住民基本台帳');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: 'file.import' }),
  );
  await page.getByRole('button', { name: '移した評価書を作る' }).click();
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await expect(page.getByText('二つの版の記載は同じです。')).toBeVisible();
  await expect(page.getByRole('button', { name: /様式の移行前の内容（.*平成30年5月様式）/ })).toBeVisible();
  await running.close();
});
