import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from '../harness/launch';

test('where new documents cannot be kept, the way to another folder is shown, also over a dialog', async () => {
  const running = await launch();
  const { app, page, userData } = running;
  const [blocked, good] = [join(userData, 'ファイル'), join(userData, '共有')];
  await writeFile(blocked, 'フォルダではない');
  await mkdir(good);
  await page.evaluate(
    (workspace) => window.hyoka.commands['settings.set']({ workspace }),
    join(blocked, '下'),
  );
  await page.getByRole('button', { name: '新しく作る' }).last().click();
  await page.getByRole('button', { name: '作成する' }).click();
  await expect(page.getByText(/評価書を作れませんでした/)).toBeVisible();
  await page.getByRole('button', { name: '設定を開く' }).click();
  await expect(page.getByRole('heading', { name: '設定' })).toBeVisible();
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, good);
  await page.getByRole('button', { name: '選ぶ', exact: true }).click();
  await expect(page.getByLabel('新しい評価書を置くフォルダ')).toHaveValue(good);
  await page.getByRole('button', { name: '戻る' }).click();
  await page.getByRole('button', { name: '新しく作る' }).last().click();
  await page.getByRole('button', { name: '作成する' }).click();
  await page.waitForSelector('[id="item-cover.name"]');
  expect(await readdir(good)).toContain('基礎項目評価書.hyoka');
  await running.close();
});
