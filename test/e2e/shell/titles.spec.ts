import { expect, test, type ElectronApplication } from '@playwright/test';
import { NEEDS_DOCUMENT } from '../../../shared/commands/events';
import { createNew, field, launchEditor } from '../editor/open';

const titleOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');

/** Ids of the menu items that cannot be chosen now. */
const disabled = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
      (menu.submenu?.items ?? []).filter(({ id, enabled }) => id && !enabled).map(({ id }) => id),
    ),
  );

test('the title names the document, and menu items without one cannot be chosen', async () => {
  const running = await launchEditor();
  const { app, page } = running;
  expect(await titleOf(app)).toBe('評価書工房');
  expect([...(await disabled(app))].sort()).toEqual([...NEEDS_DOCUMENT].sort());
  await page.keyboard.press('Control+p');
  await expect(page.locator('.toast')).toContainText('評価書を開いていません');

  await createNew(page);
  await field(page, 'cover.name').fill('国保の事務');
  await expect.poll(() => titleOf(app)).toMatch(/^国保の事務 - .+ - 評価書工房$/);
  expect(await disabled(app)).toEqual([]);

  await page.getByRole('button', { name: '最初の画面へ' }).click();
  await expect.poll(() => titleOf(app)).toBe('評価書工房');
  await expect.poll(() => disabled(app)).toHaveLength(NEEDS_DOCUMENT.size);
  await running.close();
});
