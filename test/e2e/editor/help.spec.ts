import { expect, test } from '@playwright/test';
import { createNew, field, keptValue, launchEditor } from './open';

test('search finds every width, shows the place, and replaces in one step', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await field(page, 'cover.name').fill('旧ｼｽﾃﾑの事務');
  await field(page, 'cover.remarks').fill('旧システムから移行し、旧システムを廃止する。');
  await page.keyboard.press('Control+h');
  await expect(page.getByLabel('探す文字')).toBeFocused();
  await page.keyboard.type('旧システム');
  await expect(page.getByText('3 か所')).toBeVisible();
  await page.getByLabel('置き換える文字').fill('新基盤');
  await page.getByRole('button', { name: 'すべて置換（3）' }).click();
  await expect.poll(() => keptValue(page, 'cover.remarks')).toBe('新基盤から移行し、新基盤を廃止する。');
  await page.getByRole('status').getByRole('button', { name: '元に戻す' }).click();
  await expect(field(page, 'cover.name')).toHaveValue('旧ｼｽﾃﾑの事務');
  await page
    .getByRole('button', { name: /旧システムから移行/ })
    .first()
    .click();
  await expect(field(page, 'cover.remarks')).toBeFocused();
  const selected = await page.evaluate(() => {
    const area = document.activeElement;
    return area instanceof HTMLTextAreaElement
      ? area.value.slice(area.selectionStart, area.selectionEnd)
      : '';
  });
  expect(selected).toBe('旧システム');
  await running.close();
});

test('findings are shown where they stand, and Alt+↓ goes to them', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await field(page, 'cover.remarks').fill('●●市の評価書である。');
  await expect(
    page.locator('[data-path="cover.remarks"]').getByText('書きかけの印「●●」が残っています。'),
  ).toBeVisible();
  await field(page, 'cover.agency').click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(field(page, 'cover.remarks')).toBeFocused();
  await running.close();
});

test('history of an item names who and brings one value back; comments are kept', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  const name = field(page, 'cover.name');
  await name.fill('国保の事務');
  await page.waitForTimeout(1600);
  await name.fill('国民健康保険の事務');
  await page.getByRole('tab', { name: '履歴' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('田代');
  await page.getByRole('button', { name: 'この変更の前の値に戻す' }).first().click();
  await expect(name).toHaveValue('国保の事務');
  await page.getByRole('tab', { name: 'コメント' }).click();
  await page.getByLabel('コメントの文').fill('名称は条例に合わせますか。');
  await page.getByRole('button', { name: '書き込む' }).click();
  await expect(page.getByRole('button', { name: '評価書名 のコメント 1 件' })).toBeVisible();
  await running.close();
});

test('the language changes at once, everywhere', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await page.evaluate(() => window.hyoka.commands['settings.set']({ language: 'en' }));
  await expect(page.getByRole('button', { name: 'Find', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('評価書番号')).toBeVisible();
  expect(await page.locator('.top-bar, .tabs, .status-line').allInnerTexts()).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/元に戻す|保存済み|点検/)]),
  );
  await page.evaluate(() => window.hyoka.commands['settings.set']({ language: 'ja' }));
  await expect(page.getByRole('button', { name: '検索・置換' })).toBeVisible();
  await running.close();
});
