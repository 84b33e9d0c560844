import { expect, test } from '@playwright/test';
import { createNew, field, kept, launchEditor, openPart } from './open';

test('entries are added, copied, moved and removed, and every step can be taken back', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await openPart(page, /Ⅰ/, /取り扱う事務において/);
  const systems = async () => (await kept(page)).lists['I.2.systems']?.length;
  await field(page, 'I.2.systems[*].m1').fill('国保システム');
  await page.getByRole('button', { name: 'システム1を複製' }).click();
  await expect.poll(systems).toBe(2);
  await page.getByRole('button', { name: 'システムを追加' }).click();
  await expect.poll(systems).toBe(3);
  await expect(page.locator('[id^="item-I.2.systems["]:focus-within').first()).toBeVisible();
  await page.keyboard.type('宛名システム');
  await page.getByRole('button', { name: 'システム3を上へ移す' }).click();
  await page.getByRole('button', { name: 'システム2を上へ移す' }).click();
  await expect(field(page, 'I.2.systems[*].m1')).toHaveValue('宛名システム');
  await page.getByRole('button', { name: 'システム1を削除' }).click();
  await expect.poll(systems).toBe(2);
  await page.getByRole('status').getByRole('button', { name: '元に戻す' }).click();
  await expect.poll(systems).toBe(3);
  await expect(field(page, 'I.2.systems[*].m1')).toHaveValue('宛名システム');
  await running.close();
});

test('a second file gets all its sections; its name is written everywhere', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await page.getByRole('button', { name: '特定個人情報ファイル（1）' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'ファイルを追加' }).click();
  await dialog.getByLabel('ファイル2', { exact: true }).fill('賦課ファイル');
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await expect(page.locator('.tree-link', { hasText: '賦課ファイル' })).toHaveCount(3);
  const { lists, values } = await kept(page);
  expect(lists.files).toHaveLength(2);
  expect(Object.values(values).filter((value) => value === '賦課ファイル')).toHaveLength(2);
  await running.close();
});

test('rows of 変更箇所 and cells of a 別紙', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await openPart(page, /変更箇所/);
  await page.getByRole('button', { name: '行を追加' }).first().click();
  await page.keyboard.type('令和8年12月15日');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ⅰ ６．②');
  await openPart(page, /別紙$/);
  await page.getByRole('button', { name: '別紙を追加' }).click();
  await page.keyboard.type('提供先一覧');
  await page.locator('.attachment').getByRole('button', { name: '行を追加' }).click();
  await page.getByLabel('別紙1 1行 2列').fill('年金機構');
  await expect
    .poll(async () => Object.values((await kept(page)).values))
    .toEqual(
      expect.arrayContaining(['令和8年12月15日', 'Ⅰ ６．②', '提供先一覧', { rows: [['', '年金機構']] }]),
    );
  await running.close();
});
