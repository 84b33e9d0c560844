import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Running } from '../harness/launch';
import { createNew, kept, launchEditor, openPart } from './open';

const WHICH = 'IV.11.which';
const SUFFICIENT = 'IV.11.sufficient';

let running: Running;

test.beforeEach(async () => {
  running = await launchEditor();
  await createNew(running.page, '様式２ 基礎項目評価書');
  await openPart(running.page, 'リスク対策', '最も優先度が高いと考えられる対策');
});

test.afterEach(async () => {
  await running.close();
});

function option(page: Page, path: string, label: string): Locator {
  return page.locator(`[data-path="${path}"]`).getByText(label, { exact: false }).first();
}

async function answer(page: Page, path: string): Promise<unknown> {
  return (await kept(page)).values[path];
}

test('再掲 has the options and the answer of the measure that is named', async () => {
  const { page } = running;
  const restated = page.locator(`[data-path="${SUFFICIENT}"]`);
  await option(page, 'IV.10.edu', '十分に行っている').click();
  await option(page, WHICH, '従業者に対する教育・啓発').click();
  await expect(restated).toContainText('十分に行っていない');
  await expect(restated).not.toContainText('課題が残されている');
  await expect.poll(() => answer(page, SUFFICIENT)).toBe('十分に行っている');
  await page.keyboard.press('Control+z');
  await expect.poll(() => answer(page, SUFFICIENT)).toBeUndefined();
  await expect.poll(() => answer(page, WHICH)).toBeUndefined();
});

test('a stored answer that is no option any more stays, as 要確認', async () => {
  const { page } = running;
  const restated = page.locator(`[data-path="${SUFFICIENT}"]`);
  await option(page, SUFFICIENT, '十分である').click();
  await option(page, WHICH, '従業者に対する教育・啓発').click();
  await expect(restated).toContainText('要確認');
  await expect(restated).toContainText('「十分である」はそのまま残しています');
  await expect.poll(() => answer(page, SUFFICIENT)).toBe('十分である');
  if (process.env.SHOT) {
    await page.screenshot({ path: `${process.env.SHOT}.ja.png` });
    await page.evaluate(() => window.hyoka.commands['settings.set']({ language: 'en' }));
    await page.waitForTimeout(800);
    await page.screenshot({ path: `${process.env.SHOT}.en.png` });
  }
});

test('平成30年5月 is not among the editions of a new 様式２', async () => {
  const { page } = running;
  const answers = await page.evaluate(async () => {
    const { commands } = window.hyoka;
    const unseen = await commands['document.new']({ form: 'form2', edition: '平成30年5月' });
    const seen = await commands['document.new']({ form: 'form3', edition: '平成30年5月' });
    return [unseen.ok, seen.ok];
  });
  expect(answers).toEqual([false, true]);
});
