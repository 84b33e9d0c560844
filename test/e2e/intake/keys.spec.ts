import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { docxOf, p, tbl, tc } from '../../unit/shared/intake/readers/office';
import { launch, type Running } from '../harness/launch';

/** A page of 様式３ of a fictional city on which the ticks of many choices are lost: each is to be checked. */
const choices = ['③対象人数', '①実施の有無'].map((label) => [
  tc(label),
  tc('[　　]　＜選択肢＞ 1） 1,000人未満 2） 1,000人以上1万人未満'),
]);
const source = docxOf(
  p('特定個人情報保護評価書（重点項目評価書）') +
    tbl([tc('評価書名'), tc('みなも市 国民健康保険に関する事務')], [tc('[令和6年10月　様式３]'), tc('')]) +
    p('Ⅰ　基本情報') +
    p('１．特定個人情報ファイルを取り扱う事務') +
    tbl([tc('①事務の名称'), tc('国民健康保険に関する事務')], ...choices) +
    p('この一文はどの項目の見出しの下にもない覚え書きである。'),
);

let folder: string;
let running: Running;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-keys-'));
  running = await launch();
  const { app, page } = running;
  await page.evaluate((workspace) => window.hyoka.commands['settings.set']({ workspace }), folder);
  const path = join(folder, '国保.docx');
  await writeFile(path, source);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.getByRole('button', { name: '取り込む' }).click();
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await expect(page.getByRole('heading', { name: '取り込み結果の確認' })).toBeVisible();
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** How many items are to be checked still. */
async function open(): Promise<number> {
  return running.page.evaluate(async () => {
    const { commands } = window.hyoka;
    const sessions = await commands['document.sessions']();
    const answer = await commands['document.get']({ session: sessions.ok ? (sessions.value[0] ?? '') : '' });
    return answer.ok ? answer.value.review.filter(({ settled }) => !settled).length : -1;
  });
}

test('Ctrl+Enter confirms the item wherever the focus is, presses nothing and skips nothing', async () => {
  const { page } = running;
  const places = [
    page.getByRole('button', { name: '空欄にする' }),
    page.getByRole('button', { name: '後で続ける' }),
    page.getByRole('button', { name: 'この内容で作成' }),
    page.getByRole('button', { name: /次の要確認/ }).first(),
    page.getByRole('tab', { name: 'すべての項目' }),
    page.locator('main'),
  ];
  let left = await open();
  expect(left).toBeGreaterThan(0);
  for (const place of places) {
    if (left === 0) break;
    await place.focus();
    await page.keyboard.press('Control+Enter');
    left -= 1;
    await expect.poll(open).toBe(left);
    await expect(page.getByRole('heading', { name: '取り込み結果の確認' })).toBeVisible();
    await expect(page.getByRole('tab', { name: '確認' })).toHaveAttribute('aria-selected', 'true');
  }
});

test('Ctrl+Enter pressed twice at once confirms one item', async () => {
  const { page } = running;
  const left = await open();
  await page.evaluate(() => {
    const press = () =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      );
    press();
    press();
  });
  await expect.poll(open).toBe(left - 1);
  await page.waitForTimeout(300);
  expect(await open()).toBe(left - 1);
});

test('Ctrl+Enter within a composition, or while a dialog asks, confirms nothing', async () => {
  const { page } = running;
  const left = await open();
  await page.evaluate(() => {
    for (const more of [{ isComposing: true }, { key: 'Process' }])
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, ...more }),
      );
  });
  await page
    .getByRole('row', { name: /覚え書きである/ })
    .getByRole('button', { name: '使わない…' })
    .click();
  await page.getByRole('button', { name: '取り消す' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await open()).toBe(left);
});

test('after the last item the focus is on what says so; the editor begins at its first field', async () => {
  const { page } = running;
  for (let left = await open(); left > 0; left -= 1) {
    await page.keyboard.press('Control+Enter');
    await expect.poll(open).toBe(left - 1);
  }
  await expect(page.getByRole('group', { name: '確認が必要な項目はありません' })).toBeFocused();
  await page.getByRole('button', { name: 'この内容で作成' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.form-column').locator('textarea, input').first()).toBeFocused();
});
