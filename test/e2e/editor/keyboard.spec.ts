import { expect, test, type Page } from '@playwright/test';
import { field, keptValue, launchEditor } from './open';

/** Presses Tab until an element with this name has the focus; fails after too many. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.getAttribute('aria-labelledby')?.split(' ')[0];
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''} ${label ? (document.getElementById(label)?.textContent ?? '') : ''}`;
    });
    if (name.test(here)) return;
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

test('from the start screen to a saved text by keyboard alone', async () => {
  const running = await launchEditor();
  const { page } = running;
  await tabTo(page, /新しく作る/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /作成する/);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[id="item-cover.name"]');

  await page.keyboard.press('F6');
  const column = () => page.evaluate(() => document.activeElement?.closest('[data-column]')?.tagName);
  const order: (string | undefined)[] = [];
  for (let count = 0; count < 4; count += 1) {
    order.push(await column());
    await page.keyboard.press('F6');
  }
  expect(new Set(order.slice(0, 3))).toEqual(new Set(['NAV', 'MAIN', 'ASIDE']));
  expect(order[3]).toBe(order[0]);
  while ((await column()) !== 'MAIN') await page.keyboard.press('F6');
  await tabTo(page, /評価書名/);
  await page.keyboard.type('国保の事務');
  await expect.poll(() => keptValue(page, 'cover.name')).toBe('国保の事務');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').getByText('保存済み', { exact: true })).toBeVisible();
  await expect(field(page, 'cover.name')).toBeFocused();

  while ((await column()) !== 'NAV') await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(column).toBe('MAIN');
  await running.close();
});

test('a narrow window turns the right column into a drawer that Escape closes', async () => {
  const running = await launchEditor();
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.unmaximize();
    window?.setContentSize(1100, 700);
  });
  await page.getByRole('button', { name: '新しく作る' }).last().click();
  await page.getByRole('button', { name: '作成する' }).click();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.getByRole('button', { name: /点検・履歴/ }).click();
  await expect(page.getByRole('dialog', { name: '点検と履歴' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /点検・履歴/ })).toBeFocused();
  await running.close();
});

test('a new assessment takes its name from the dialog, its file the office pattern', async () => {
  const running = await launchEditor();
  const { page } = running;
  await page.getByRole('button', { name: '新しく作る' }).last().click();
  await page.getByRole('dialog').getByText('全項目評価書').click();
  await page.getByLabel('評価書名（後で書くこともできます）').fill('国民健康保険に関する事務');
  await page.keyboard.press('Enter');
  await expect(field(page, 'cover.name')).toHaveValue('国民健康保険に関する事務');
  await page.getByRole('button', { name: '最初の画面へ' }).click();
  await expect(page.getByText('国民健康保険に関する事務_全項目評価書', { exact: true })).toBeVisible();
  await running.close();
});
