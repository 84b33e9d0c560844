import { expect, test, type Page } from '@playwright/test';
import type { Running } from '../harness/launch';
import { createNew, field, keptValue, launchEditor } from './open';

let running: Running;
let page: Page;

test.beforeEach(async () => {
  running = await launchEditor();
  page = running.page;
  await page.setViewportSize({ width: 1366, height: 768 });
  await createNew(page);
});

test.afterEach(() => running.close());

const toast = () => page.locator('.toast');
const undoOf = () => toast().getByRole('button', { name: '元に戻す' });

/** Writes the name of a system and removes its entry. */
async function removeNamedSystem(): Promise<void> {
  await field(page, 'I.2.systems[*].m1').fill('宛名システム');
  await page
    .getByRole('button', { name: /システム1を削除/ })
    .first()
    .click();
  await expect(toast()).toContainText('システム1を削除しました');
}

test('a message goes when its step was undone elsewhere', async () => {
  await removeNamedSystem();
  await page.keyboard.press('Control+z');
  await expect(field(page, 'I.2.systems[*].m1')).toHaveValue('宛名システム');
  await expect(toast()).toHaveCount(0);
});

test('a message takes back its own step, and leaves what was written since', async () => {
  await removeNamedSystem();
  await field(page, 'I.7').fill('他の評価実施機関は、ない。');
  await undoOf().click();
  await expect(field(page, 'I.2.systems[*].m1')).toHaveValue('宛名システム');
  await expect(field(page, 'I.7')).toHaveValue('他の評価実施機関は、ない。');
  await expect(toast()).toHaveCount(0);
  expect(
    await page.evaluate(() => document.activeElement?.closest('[id^="item-I.2.systems"]') !== null),
  ).toBe(true);
});

test('a message goes when something was written over what it did', async () => {
  await field(page, 'I.7').fill('なし');
  await page.keyboard.press('Control+h');
  await page.getByLabel('探す文字').fill('なし');
  await page.getByLabel('置き換える文字').fill('該当なし');
  await page.getByRole('button', { name: /すべて置換/ }).click();
  await expect(undoOf()).toBeVisible();
  await expect(page.getByLabel('探す文字')).toBeFocused();
  await field(page, 'I.7').fill('ほかの機関');
  await expect(toast()).toHaveCount(0);
  await expect.poll(() => keptValue(page, 'I.7')).toBe('ほかの機関');
});

test('messages cover nothing, are one at a time, and go with the screen', async () => {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    await removeNamedSystem();
    const message = await toast().boundingBox();
    const screen = await page.locator('.screen').boundingBox();
    const status = await page.locator('.status-line').boundingBox();
    if (!message || !screen || !status) throw new Error('nothing is shown');
    expect(message.y).toBeGreaterThanOrEqual(screen.y + screen.height - 1);
    expect(message.y).toBeGreaterThanOrEqual(status.y + status.height - 1);
    for (const button of await toast().getByRole('button').all()) {
      await expect(button).toBeInViewport({ ratio: 1 });
      await button.click({ trial: true });
    }
    await page.screenshot({ path: `test-results/message-${String(size.width)}.png` });
    await undoOf().click();
    await expect(field(page, 'I.2.systems[*].m1')).toHaveValue('宛名システム');
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await removeNamedSystem();
  await page.keyboard.press('Control+s');
  await expect(toast()).toHaveCount(1);
  await expect(toast()).toContainText('保存済み');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('button', { name: '印刷', exact: true })).toBeVisible();
  await expect(toast()).toHaveCount(0);
});

test('the keys reach a message, and go back to where they were', async () => {
  await removeNamedSystem();
  await field(page, 'I.7').focus();
  for (let count = 0; count < 5; count += 1) {
    await page.keyboard.press('F6');
    if (await page.evaluate(() => document.activeElement?.closest('.toast') !== null)) break;
  }
  await expect(undoOf()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(toast().getByRole('button', { name: '閉じる' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toast()).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});
