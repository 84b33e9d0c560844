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
  const waiting = page.getByRole('button', { name: /変更箇所の表へ反映/ });
  await expect(waiting).toBeEnabled();

  await page.locator('.side-link', { hasText: '※ の項目' }).click();
  await page.locator('[data-change]').first().click();
  await page.getByText('重要な変更に該当する（再実施）').click();
  await expect(page.getByText('再実施が必要です')).toBeVisible();
  await page.getByLabel('変更を実施する日').fill('令和9年4月1日');
  await expect(page.getByText('令和9年1月19日 までに始める')).toBeVisible();

  await waiting.click();
  await expect(page.getByRole('button', { name: /判断待ちの行が \d+ 行あります/ })).toBeVisible();
  // Putting rows into the table decides nothing for the person.
  await expect(page.locator('.side-link', { hasText: '判断が必要' })).toContainText('14');
  await page.getByRole('tab', { name: /変更箇所に入る行/ }).click();
  await expect(page.getByText('反映済み').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/compare-rows.png' });
  await page.getByRole('button', { name: /提案どおり/ }).click();
  await expect(waiting).toBeEnabled();

  await page.locator('.side-link', { hasText: 'すべて' }).click();
  await page.getByText('文書全体').click();
  await expect(page.locator('.whole-row').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/compare-whole.png' });
  await page.getByText('変更だけ').click();
  await page.getByText('一つの文で見る').click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('.change-chosen')).toHaveCount(1);
  await page.screenshot({ path: 'test-results/compare-inline.png' });
  await page.getByRole('button', { name: '版の一覧' }).click();
  await expect(page.getByRole('dialog')).toContainText('公表版');
  await page.screenshot({ path: 'test-results/compare-editions.png' });
  await page.keyboard.press('Escape');

  await page.locator('[data-change]').first().getByRole('button', { name: '前の版の記載に戻す' }).click();
  await expect(page.getByText('を前の版の記載に戻しました')).toBeVisible();
  await running.close();
});
