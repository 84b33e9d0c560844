import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Running } from '../harness/launch';
import { createNew, field, launchEditor } from './open';

let running: Running;
let page: Page;

test.beforeEach(async () => {
  running = await launchEditor();
  page = running.page;
  await page.setViewportSize({ width: 1366, height: 768 });
});

test.afterEach(() => running.close());

/** Presses a button with the keyboard, as a person who uses no mouse. */
async function press(button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

/** What has the focus, once the act is over: never the page itself. */
async function expectFocus(place: Locator): Promise<void> {
  await expect(place).toBeFocused();
  await page.waitForTimeout(200);
  await expect(place).toBeFocused();
}

const menu = (command: string) =>
  running.app.evaluate(({ BrowserWindow }, chosen) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: chosen });
  }, command);

test('from screen to screen the focus goes to where the work begins', async () => {
  await press(page.getByRole('button', { name: '新しく作る' }).last());
  await press(page.getByRole('dialog').getByRole('button', { name: '作成する' }));
  await expectFocus(page.locator('.form-column').locator('textarea, input').first());

  await field(page, 'cover.name').focus();
  await page.keyboard.type('国保の事務');
  await menu('view.settings');
  await expectFocus(page.locator('main'));
  await menu('view.editor');
  await expectFocus(field(page, 'cover.name'));

  await press(page.getByRole('button', { name: '前年度と比較' }));
  await expectFocus(page.locator('main'));
  await press(page.getByRole('button', { name: 'いまの内容を版として残す' }));
  await expect(page.getByText('二つの版の記載は同じです。')).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await press(page.getByRole('button', { name: '編集へ戻る' }));
  await expectFocus(field(page, 'cover.name'));
  await page.keyboard.type('の評価');
  await press(page.getByRole('button', { name: '前年度と比較' }));
  await expectFocus(page.locator('[data-change]').first());
  await press(page.getByRole('button', { name: '編集へ戻る' }));

  await menu('file.exportAll');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await menu('file.preview');
  await expect(page.locator('.paper canvas').first()).toBeVisible({ timeout: 30_000 });
  await expectFocus(page.locator('main'));
});

test('acts of the form leave the focus in the item they were about', async () => {
  await createNew(page);
  const date = page.locator('[data-path="cover.publish_date"]');
  await press(date.getByRole('button'));
  await expectFocus(date.locator('textarea'));
  await date.locator('textarea').fill('20250401');
  const offer = date.getByRole('button');
  if (await offer.count()) {
    await press(offer);
    await expectFocus(date.locator('textarea'));
  }

  const system = field(page, 'I.2.systems[*].m1');
  await press(page.getByRole('button', { name: 'システムを追加' }));
  const second = page.locator('[data-path^="I.2.systems["][data-path$=".m1"] textarea').nth(1);
  await expectFocus(second);
  await second.fill('宛名システム');
  await press(page.getByRole('button', { name: /システム2を削除/ }).first());
  await expectFocus(system);
  await press(page.locator('.toast').getByRole('button', { name: '元に戻す' }));
  await expectFocus(second);
  await press(page.getByRole('button', { name: /システム1を削除/ }).first());
  await press(page.getByRole('button', { name: /システム1を削除/ }).first());
  await expectFocus(page.getByRole('button', { name: 'システムを追加' }));
});

test('search and replace begin again in their field; closing them goes back', async () => {
  await createNew(page);
  await field(page, 'I.7').fill('なし');
  await page.keyboard.press('Control+h');
  await page.keyboard.type('なし');
  await page.getByLabel('置き換える文字').fill('該当なし');
  await press(page.getByRole('button', { name: /すべて置換/ }));
  await expectFocus(page.getByLabel('探す文字'));
  await page.keyboard.press('Escape');
  await expectFocus(field(page, 'I.7'));
});

test('files are added by their name, and removing one stays in their list', async () => {
  await createNew(page);
  await press(page.locator('.tree-foot .tree-link').first());
  const dialog = page.getByRole('dialog');
  await press(dialog.getByRole('button', { name: 'ファイルを追加' }));
  const names = dialog.locator('li textarea');
  await expect(names).toHaveCount(2);
  await expectFocus(names.last());
  await page.keyboard.type('住民情報ファイル');
  await expect(names.last()).toHaveValue('住民情報ファイル');
  await press(dialog.locator('li').last().getByRole('button').last());
  await expect(names).toHaveCount(1);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.dialog') !== null))
    .toBe(true);
  await page.keyboard.press('Escape');
  await expectFocus(page.locator('.tree-foot .tree-link').first());
});

test('comments leave the focus beside them', async () => {
  await createNew(page);
  await field(page, 'cover.name').focus();
  await page.getByRole('tab', { name: /コメント/ }).click();
  await page.getByLabel('コメントの文').fill('名称を確かめる');
  await press(page.getByRole('button', { name: '書き込む' }));
  await expect(page.locator('.column-right li')).toContainText('名称を確かめる');
  await expectFocus(page.getByLabel('コメントの文'));
  await press(page.locator('.column-right li').getByRole('button', { name: '削除' }));
  await expect(page.locator('.column-right li')).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.column-right') !== null))
    .toBe(true);
});
