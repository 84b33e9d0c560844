import { expect, test } from '@playwright/test';
import type { MenuCommand } from '../../../shared/commands/events';
import type { Running } from '../harness/launch';
import { createNew, launchEditor } from './open';

/** Chooses an item of the application menu. */
const choose = ({ app }: Running, command: MenuCommand) =>
  app.evaluate(({ BrowserWindow }, chosen) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: chosen });
  }, command);

test('the help menu shows the keys and the version over any screen', async () => {
  const running = await launchEditor();
  const { page } = running;
  await choose(running, 'help.shortcuts');
  await expect(page.getByRole('dialog', { name: 'キーボード操作の一覧' })).toContainText('Alt+↓');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await choose(running, 'help.about');
  await expect(page.getByRole('dialog', { name: '評価書工房について' })).toContainText(/\d+\.\d+\.\d+/);
  await running.close();
});

test('what only the editor can do brings the editor', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await choose(running, 'view.settings');
  await expect(page.getByRole('heading', { name: '設定' })).toBeVisible();
  await choose(running, 'edit.find');
  await expect(page.getByLabel('探す文字')).toBeFocused();
  await choose(running, 'view.compare');
  await choose(running, 'view.checks');
  await expect(page.getByRole('tab', { name: '点検' })).toHaveAttribute('aria-selected', 'true');
  await running.close();
});
