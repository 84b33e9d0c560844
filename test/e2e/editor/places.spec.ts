import { expect, test, type Page } from '@playwright/test';
import type { Running } from '../harness/launch';
import { createNew, field, keptValue, launchEditor, openPart } from './open';

let running: Running;
let page: Page;

test.beforeEach(async () => {
  running = await launchEditor();
  page = running.page;
  await page.setViewportSize({ width: 1366, height: 768 });
});

test.afterEach(() => running.close());

const focusedPath = () =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path ?? '');

test('the palette opens an item by its words, and the keys go on there', async () => {
  await createNew(page);
  await field(page, 'cover.name').focus();
  await page.keyboard.press('Control+g');
  const query = page.getByRole('combobox', { name: '項目または操作の名前' });
  await expect(query).toBeFocused();
  await page.keyboard.type('再委託 許諾');
  await expect(page.getByRole('option').first()).toContainText('許諾');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(focusedPath).toMatch(/^II\[.*\.4\.items\[/);
  await page.keyboard.type('書面による');
  await expect
    .poll(async () => JSON.stringify(await keptValue(page, 'II.4.items.re.m5')))
    .toContain('書面による');
});

test('the palette runs commands, and Escape gives the focus back', async () => {
  await createNew(page);
  await field(page, 'cover.name').focus();
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Escape');
  await expect(field(page, 'cover.name')).toBeFocused();
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('combobox', { name: '項目または操作の名前' })).toBeFocused();
  await page.keyboard.type('比較');
  await expect(page.getByRole('option').first()).toContainText('比較');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /比較/ }).first()).toBeVisible();
  await page.keyboard.press('Control+g');
  await page.keyboard.type('ぬぬぬ');
  await expect(page.getByRole('status').getByText('該当する項目や操作はありません。')).toBeVisible();
});

test('back and forward go through the places that were visited', async () => {
  await createNew(page);
  await field(page, 'cover.name').fill('国保の事務');
  await openPart(page, /Ⅰ 基本情報/, /７．/);
  await expect(field(page, 'I.7')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(focusedPath).toMatch(/^I\.1/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(field(page, 'cover.name')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(focusedPath).toMatch(/^I\.1/);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(field(page, 'I.7')).toBeFocused();
  await page.getByRole('button', { name: '前の場所へ戻る' }).click();
  await expect.poll(focusedPath).toMatch(/^I\.1/);
});

test('from the comparison into the editor and back to the comparison', async () => {
  await createNew(page);
  await field(page, 'cover.name').fill('国保の事務');
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await page.getByRole('button', { name: 'いまの内容を版として残す' }).click();
  await page.getByRole('button', { name: '編集へ戻る' }).click();
  await field(page, 'cover.name').fill('国保に関する事務');
  await page.getByRole('button', { name: '前年度と比較' }).click();
  const change = page.locator('[data-change]').first();
  await expect(change).toBeFocused();
  await change.getByRole('button', { name: '編集で開く' }).click();
  await expect(field(page, 'cover.name')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('[data-change]').first()).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(field(page, 'cover.name')).toBeFocused();
});

test('the tree names the file and keeps the current part in sight', async () => {
  await createNew(page, '全項目評価書');
  await page.setViewportSize({ width: 1366, height: 600 });
  await page.locator('[data-path^="II["][data-path$=".1"] textarea').first().fill('国保資格ファイル');
  await expect(page.locator('.tree-detail', { hasText: '国保資格ファイル' }).first()).toBeVisible();
  await page.keyboard.press('Control+g');
  await page.keyboard.type('その他のリスク対策');
  await page.keyboard.press('Enter');
  await expect(page.locator('.tree-link[aria-current="location"]')).toBeInViewport();
});
