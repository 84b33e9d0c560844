import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launch } from '../harness/launch';

/** Everything that axe finds wrong in the page as it stands, in words. */
async function faults(page: Page, place: string): Promise<readonly string[]> {
  // axe takes what is scrolled out of sight for hidden: let the window draw it all.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.source-page, .item-line { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${place}: ${id} ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`import, pages and files can be read and used by all (${theme})`, async () => {
    test.setTimeout(180_000);
    const folder = await mkdtemp(join(tmpdir(), 'hyokasho-axe-'));
    const { app, page, close } = await launch();
    await page.evaluate(
      ([workspace = '', chosen]) =>
        window.hyoka.commands['settings.set']({ workspace, theme: chosen === 'dark' ? 'dark' : 'light' }),
      [folder, theme],
    );
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, resolve('test/fixtures/intake/minamo-waterside.txt'));
    await page.getByRole('button', { name: '取り込む' }).click();
    const found = [...(await faults(page, 'choose'))];
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
    await page.waitForSelector('.item-card');
    found.push(...(await faults(page, 'review')));
    await page.getByRole('button', { name: '使わない…' }).first().click();
    found.push(...(await faults(page, 'set aside')));
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'すべての項目' }).click();
    found.push(...(await faults(page, 'items')));
    await page.getByRole('button', { name: 'この内容で作成' }).click();
    await page.keyboard.press('Control+p');
    await page.waitForSelector('.paper canvas');
    found.push(...(await faults(page, 'preview')));
    await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
    await page.getByRole('dialog').getByLabel('一部だけ書き出す（部分を選ぶ）').check();
    found.push(...(await faults(page, 'files')));
    await page.keyboard.press('Escape');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: 'file.exportAll' }),
    );
    await page.waitForSelector('.batch-table');
    found.push(...(await faults(page, 'batch')));
    expect(found).toEqual([]);
    await close();
    await rm(folder, { recursive: true, force: true });
  });
}
