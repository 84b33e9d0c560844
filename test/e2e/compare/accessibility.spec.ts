import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launch } from '../harness/launch';

async function faults(page: Page, place: string): Promise<readonly string[]> {
  await page
    .addStyleTag({ content: '.change > tr > * { content-visibility: visible !important; }' })
    .catch(() => undefined);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${place}: ${id} ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

test('the comparison screen passes axe in light and dark', async () => {
  const running = await launch();
  const { page } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  const sample = page.getByRole('listitem').filter({ hasText: '重点項目評価書' });
  await sample.getByRole('button').first().click();
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await expect(page.locator('[data-change]').first()).toBeVisible();
  await page.locator('.side-link', { hasText: '※ の項目' }).click();
  await page.locator('[data-change]').first().click();
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    await page.getByRole('tab').first().click();
    expect(await faults(page, `${theme}, changes`)).toEqual([]);
    await page.screenshot({ path: `test-results/compare-${theme}.png` });
    await page.getByRole('tab').nth(1).click();
    expect(await faults(page, `${theme}, rows`)).toEqual([]);
  }
  await running.close();
});
