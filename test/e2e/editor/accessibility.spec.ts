import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { createNew, field, launchEditor, openPart } from './open';

/** Everything that axe finds wrong in a part of the page as it stands, in words. */
async function faults(page: Page, place: string, within = 'body'): Promise<readonly string[]> {
  await page.locator(within).first().waitFor();
  await showAll(page);
  const { violations } = await new AxeBuilder({ page }).include(within).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${place}: ${id} ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** axe takes what is scrolled out of sight for hidden: let the window draw it all. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.part, .changes-row { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [sheet];
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen can be read and used by all (${theme})`, async () => {
    test.setTimeout(180_000);
    const running = await launchEditor();
    const { page } = running;
    await page.evaluate((chosen) => window.hyoka.commands['settings.set']({ theme: chosen }), theme);
    const found = [...(await faults(page, 'start'))];
    await page.getByRole('button', { name: '新しく作る' }).last().click();
    found.push(...(await faults(page, 'new')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '設定' }).click();
    found.push(...(await faults(page, 'settings')));
    await page.getByRole('button', { name: '戻る' }).click();
    await createNew(page, '全項目評価書');
    await field(page, 'cover.remarks').fill('●●市の評価書である。');
    await page.waitForTimeout(600);
    found.push(...(await faults(page, 'editor')));
    for (const tab of ['書き方', '履歴', 'コメント', '未割当']) {
      await page.getByRole('tab', { name: tab }).click();
      found.push(...(await faults(page, tab, 'aside')));
    }
    await page.keyboard.press('Control+h');
    await page.keyboard.type('市');
    found.push(...(await faults(page, 'search', 'aside')));
    await openPart(page, /変更箇所/);
    await page.getByRole('button', { name: '行を追加' }).first().click();
    found.push(...(await faults(page, 'changes', '.changes')));
    await page.getByRole('button', { name: '特定個人情報ファイル（1）' }).click();
    found.push(...(await faults(page, 'files', '.dialog')));
    expect(found).toEqual([]);
    await running.close();
  });
}
