import { expect, test } from '@playwright/test';
import { launch } from '../harness/launch';

test('the application opens its window and answers commands', async () => {
  const running = await launch();
  await expect(running.page).toHaveTitle(/評価書工房/);
  const info = await running.page.evaluate(() => window.hyoka.commands['app.info']());
  expect(info.ok && info.value.version).toMatch(/^\d+\.\d+\.\d+$/);
  await running.close();
});
