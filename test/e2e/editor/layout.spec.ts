import { expect, test } from '@playwright/test';
import { createNew, launchEditor } from './open';

const SIZES = [
  [1366, 768],
  [1100, 700],
] as const;

test('nothing is wider than the window, in either language and with large text', async () => {
  const running = await launchEditor();
  const { app, page } = running;
  await createNew(page, '全項目評価書');
  for (const [width, height] of SIZES) {
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.unmaximize();
        window?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    for (const language of ['ja', 'en'] as const)
      for (const textSize of [100, 130, 150]) {
        await page.evaluate((patch) => window.hyoka.commands['settings.set'](patch), { language, textSize });
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(overflow, `${String(width)} ${language} ${String(textSize)}%`).toBe(0);
      }
  }
  await running.close();
});
