import { expect, test } from '@playwright/test';
import { createNew, field, launchEditor } from './open';

test('an empty assessment is not told to have nothing to do: its blank items are counted and gone through', async () => {
  const running = await launchEditor();
  const { page } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  await createNew(page);
  const count = page.getByText(/^記入のない項目 \d+ 件$/);
  await expect(count).toBeVisible();
  const before = Number(/\d+/.exec(await count.innerText())?.[0]);
  await field(page, 'cover.name').fill('国民健康保険に関する事務');
  await expect(count).toHaveText(`記入のない項目 ${String(before - 1)} 件`);
  const next = page.getByRole('button', { name: '次の空欄へ' });
  await next.click();
  await expect(field(page, 'cover.declaration')).toBeFocused();
  await next.click();
  await expect(field(page, 'cover.remarks')).toBeFocused();
  await running.close();
});
