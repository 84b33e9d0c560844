import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, type Running } from '../harness/launch';

let running: Running;
let page: Page;

/** The sample of 様式４ on the comparison screen, with what needs a decision listed. */
test.beforeEach(async () => {
  running = await launch();
  page = running.page;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForSelector('.frame');
  await page.evaluate(
    (workspace) => window.hyoka.commands['settings.set']({ workspace, language: 'ja', theme: 'light' }),
    join(running.userData, 'documents'),
  );
  await page.getByRole('listitem').filter({ hasText: '全項目評価書' }).getByRole('button').first().click();
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await page.locator('.side-link', { hasText: '判断が必要' }).click();
});

test.afterEach(() => running.close());

const rows = () => page.locator('[data-change]');

test('a decision keeps its row until its reason was given, leads to the reasons, and can be undone', async () => {
  const before = await rows().count();
  const open = rows().filter({ hasText: '未判断' }).filter({ hasNotText: '変わっている' }).first();
  const key = (await open.getAttribute('data-change')) ?? '';
  const row = page.locator(`[data-change="${key}"]`);
  await row.click();
  await row.getByText('該当しない', { exact: true }).click();
  await expect(row).toBeVisible();
  await expect(row.locator('.decide-reason button')).toBeFocused();
  await expect(row.getByLabel('提出時期に係る説明')).toHaveValue('');
  expect(await rows().count()).toBe(before);
  await page.screenshot({ path: 'test-results/decision-kept.png' });

  await page.keyboard.press('Control+z');
  await expect(row).toContainText('未判断');
  await expect(row.getByRole('radio', { name: '該当しない' })).not.toBeChecked();
  await expect(row).toBeFocused();
  await page.keyboard.press('Control+y');
  await expect(row.getByRole('radio', { name: '該当しない' })).toBeChecked();

  // Without a reason it stays in the list although another one is looked at.
  await row.getByRole('button', { name: /理由を選ぶ/ }).click();
  await page.getByRole('option', { name: '－' }).click();
  await rows().last().click();
  await expect(row).toContainText('理由が未記入');
  await row.click();
  await row.getByRole('button', { name: /理由を選ぶ/ }).click();
  await page.getByRole('option').nth(1).click();
  await expect(row).toBeVisible();
  await expect(row.locator('.decide-reason button')).toBeFocused();
  await rows().last().click();
  await expect(row).toHaveCount(0);
});

test('with the keyboard alone: to the change, its choice and its reason, none of them lost', async () => {
  await page.keyboard.press('Alt+ArrowDown');
  const chosen = page.locator('.change-chosen');
  await expect(chosen).toBeFocused();
  const name = await chosen.locator('.change-name').innerText();
  while (!(await page.evaluate(() => document.activeElement?.matches('input[type="radio"]'))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(chosen.locator('.decide-reason button')).toBeFocused();
  await expect(chosen.locator('.change-name')).toHaveText(name);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(chosen.locator('.change-name')).not.toHaveText(name);
  await expect(chosen).toBeFocused();
});

test('rows whose change is undecided say so, before and after they are put into the table', async () => {
  await page.getByRole('tab', { name: /変更箇所に入る行/ }).click();
  const note = page.locator('section').getByText(/その理由がまだです/);
  await expect(note).toContainText(/※ の項目の変更 \d+ 件/);
  await page.screenshot({ path: 'test-results/rows-undecided.png' });
  await page.getByRole('button', { name: /変更箇所の表へ反映（\d+行、判断待ち \d+行）/ }).click();
  await expect(page.locator('.toast')).toContainText(/判断待ちの \d+ 行は、提出時期や説明が空欄です/);
  await expect(page.getByRole('button', { name: '表は最新です' })).toHaveCount(0);
  const waiting = page.getByRole('row').filter({ hasText: '判断待ち' });
  expect(await waiting.count()).toBeGreaterThan(0);
  await expect(waiting.first()).not.toContainText('反映済み');
  await expect(waiting.first().getByLabel('提出時期に係る説明')).toHaveValue('');
  await expect(page.getByText('反映済み').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/rows-waiting.png' });

  await page.locator('.toast').getByRole('button', { name: '判断が必要な変更を見る' }).click();
  await expect(page.locator('.change-chosen')).toBeFocused();
  await expect(page.locator('.side-link[aria-current="true"]')).toContainText('判断が必要');
  await expect(page.locator('.change-chosen')).toContainText('重要な変更に該当しますか');
});
