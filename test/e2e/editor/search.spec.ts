import { expect, test } from '@playwright/test';
import { createNew, field, launchEditor } from './open';

test('F3 goes on from place to place where the search is a drawer that has closed', async () => {
  const running = await launchEditor();
  const { page } = running;
  await page.setViewportSize({ width: 1000, height: 700 });
  await createNew(page);
  await field(page, 'cover.name').fill('国保の事務');
  await field(page, 'cover.declaration').fill('国保の事務では、事務を正しく行う。');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('dialog', { name: '点検と履歴' })).toBeVisible();
  await page.keyboard.insertText('事務');
  await expect(page.getByText('3 か所')).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(field(page, 'cover.name')).toBeFocused();
  const chosen = () =>
    page.evaluate(() => {
      const box = document.activeElement as HTMLTextAreaElement;
      return [box.closest<HTMLElement>('[data-path]')?.dataset.path, box.selectionStart];
    });
  await page.keyboard.press('F3');
  await expect.poll(chosen).toEqual(['cover.declaration', 3]);
  await page.keyboard.press('F3');
  await expect.poll(chosen).toEqual(['cover.declaration', 8]);
  await page.keyboard.press('Shift+F3');
  await expect.poll(chosen).toEqual(['cover.declaration', 3]);
  await running.close();
});

test('the tabs at the right have one line in both languages; the search stands in their place and gives way', async () => {
  const running = await launchEditor();
  const { page } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  await createNew(page);
  for (const language of ['ja', 'en'] as const) {
    await page.evaluate((chosen) => window.hyoka.commands['settings.set']({ language: chosen }), language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const tabs = page.getByRole('complementary').getByRole('tab');
    const tops = await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    const cut = await tabs.evaluateAll(
      (all) => all.filter((tab) => tab.scrollWidth > tab.clientWidth).length,
    );
    expect(cut).toBe(0);
  }
  await page.getByRole('tab', { name: 'History' }).click();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('tab')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'History', selected: true })).toBeVisible();
  await running.close();
});

test('Enter in the search goes from place to place and never writes into the form; Escape goes to the place', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  const text = `国保の事務では、事務を正しく行う。\n${'行\n'.repeat(120)}事務の終わり`;
  await field(page, 'cover.declaration').fill(text);
  await page.keyboard.press('Control+f');
  const query = page.getByLabel('探す文字');
  await page.keyboard.insertText('事務');
  await expect(page.getByText('3 か所')).toBeVisible();
  for (const place of [0, 1, 2]) {
    await page.keyboard.press('Enter');
    await expect(query).toBeFocused();
    await expect(page.locator('.side-item').nth(place)).toHaveAttribute('aria-current', 'true');
  }
  await expect(field(page, 'cover.declaration')).toHaveValue(text);
  // The third place is the last line of a text that is higher than the window.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const box = document.querySelector<HTMLElement>('[data-path="cover.declaration"] textarea');
        return box === null ? 0 : window.innerHeight - box.getBoundingClientRect().bottom;
      }),
    )
    .toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(field(page, 'cover.declaration')).toBeFocused();
  await page.keyboard.insertText('仕事');
  await expect(field(page, 'cover.declaration')).toHaveValue(text.replace('事務の終わり', '仕事の終わり'));
  await running.close();
});

test('a search that is closed at once gives the focus back', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await field(page, 'cover.name').click();
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await expect(field(page, 'cover.name')).toBeFocused();
  await running.close();
});
