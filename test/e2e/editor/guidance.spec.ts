import { expect, test } from '@playwright/test';
import { createNew, field, keptValue, launchEditor } from './open';

test('F1 shows how the item is written; its example is inserted, and undo takes it out again', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await field(page, 'cover.declaration').click();
  await page.keyboard.press('F1');
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByRole('heading', { name: '何を書く欄か' })).toBeVisible();
  await panel.getByRole('button', { name: '例を入れる' }).click();
  await expect(field(page, 'cover.declaration')).toBeFocused();
  await expect.poll(() => keptValue(page, 'cover.declaration')).toContain('みなも市は、国民健康保険');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'cover.declaration')).toHaveValue('');

  await panel.getByRole('button', { name: '評価実施機関' }).first().hover();
  await expect(page.getByRole('tooltip')).toBeVisible();

  await panel.getByLabel('書き方から探す').fill('再委託 許諾');
  await expect(panel.getByRole('status')).toHaveText(/件/);
  await panel.getByLabel('書き方から探す').fill('公表日');
  await panel
    .getByRole('button', { name: /公表日/ })
    .first()
    .click();
  await expect(field(page, 'cover.publish_date', '.input')).toBeFocused();

  await running.close();
});
