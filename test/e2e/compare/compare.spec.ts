import { expect, test } from '@playwright/test';
import { launch } from '../harness/launch';

test('a year of work is compared, decided and put into the table of 変更箇所', async () => {
  const running = await launch();
  const { page } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  const sample = page.getByRole('listitem').filter({ hasText: '全項目評価書' });
  await sample.getByRole('button').first().click();
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await expect(page.getByRole('heading', { name: '前年度との比較と変更箇所' })).toBeVisible();
  await expect(page.locator('[data-change]').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/compare-1.png' });
  await page.locator('.side-link', { hasText: '※ の項目' }).click();
  await page.locator('[data-change]').first().click();
  await page.screenshot({ path: 'test-results/compare-2.png' });
  await page.getByText('重要な変更に当たる（再実施）').click();
  await page.screenshot({ path: 'test-results/compare-3.png' });
  await running.close();
});
