import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launch, type Running } from '../harness/launch';

const run = promisify(execFile);

/** The sample of 様式4 in a folder of its own, on the comparison screen. */
async function launchComparison(): Promise<Running> {
  const running = await launch();
  const { page } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForSelector('.frame');
  await page.evaluate(
    (workspace) => window.hyoka.commands['settings.set']({ workspace, language: 'ja', theme: 'light' }),
    join(running.userData, 'documents'),
  );
  const sample = page.getByRole('listitem').filter({ hasText: '全項目評価書' });
  await sample.getByRole('button').first().click();
  await toComparison(page);
  return running;
}

async function toComparison(page: Page): Promise<void> {
  await page.getByRole('button', { name: '前年度と比較' }).click();
  await expect(page.locator('[data-change]').first()).toBeVisible();
}

test('what was decided and worded before it is in the table survives the end of the program', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'hyokasho-round-'));
  const first = await launch({ userData });
  const { page } = first;
  await page.waitForSelector('.frame');
  await page.evaluate(
    (workspace) => window.hyoka.commands['settings.set']({ workspace, language: 'ja' }),
    join(userData, 'documents'),
  );
  await page.getByRole('listitem').filter({ hasText: '全項目評価書' }).getByRole('button').first().click();
  await toComparison(page);
  await page.locator('.side-link', { hasText: '※ の項目' }).click();
  await page.locator('[data-change]').first().click();
  await page.getByText('重要な変更に該当する（再実施）').click();
  const reason = page.getByLabel('提出時期に係る説明').first();
  await reason.fill('標準準拠システムへの移行に伴う重要な変更である。');
  await page.getByLabel('変更を実施する日').fill('令和9年4月1日');
  await page.getByRole('tab', { name: /変更箇所に入る行/ }).click();
  await page.getByLabel('変更日').first().fill('令和9年3月31日');
  const path = await page.evaluate(async () => {
    const sessions = await window.hyoka.commands['document.sessions']();
    const view = await window.hyoka.commands['document.get']({
      session: sessions.ok ? (sessions.value[0] ?? '') : '',
    });
    return view.ok ? view.value.path : '';
  });
  await first.kill();

  const again = await launch({ userData, args: [path] });
  await toComparison(again.page);
  await expect(again.page.getByText('再実施が必要です')).toBeVisible();
  await expect(again.page.getByLabel('変更を実施する日')).toHaveValue('令和9年4月1日');
  await again.page.locator('.side-link', { hasText: '※ の項目' }).click();
  await again.page.locator('[data-change]').first().click();
  await expect(again.page.getByLabel('提出時期に係る説明').first()).toHaveValue(
    '標準準拠システムへの移行に伴う重要な変更である。',
  );
  await again.page.getByRole('tab', { name: /変更箇所に入る行/ }).click();
  await expect(again.page.getByLabel('変更日').first()).toHaveValue('令和9年3月31日');
  await again.page.getByRole('button', { name: /変更箇所の表へ反映/ }).click();
  await expect(again.page.getByText('書き直した行').first()).toBeVisible();
  await again.page.keyboard.press('Control+z');
  await expect(again.page.getByLabel('変更日').first()).toHaveValue('令和9年3月31日');
  await again.close();
  await rm(userData, { recursive: true, force: true });
});

test('proposals that were accepted together are taken back together; an undo says what it changed', async () => {
  const running = await launchComparison();
  const { page } = running;
  const undecided = page.locator('.side-link', { hasText: '判断が必要' });
  const before = await undecided.innerText();
  await page.getByRole('button', { name: /提案どおり/ }).click();
  await expect(undecided).not.toHaveText(before);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(undecided).toHaveText(before, { useInnerText: true });
  await page.getByRole('button', { name: '前の版の記載に戻す' }).first().click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('「特記事項」を元に戻しました。')).toBeVisible();
  await running.close();
});

test('見え消し, 新旧対照表 and 変更箇所 are written from the menu, and other programs read them', async () => {
  const running = await launchComparison();
  const { app, page } = running;
  const textOf = { docx: wordText, pdf: pdfText };
  for (const [name, words] of [
    ['見え消し', 'コールセンターの運営'],
    ['新旧対照表', 'コールセンターの運営'],
    ['変更箇所だけ', '変更後の記載'],
  ] as const)
    for (const [program, ending] of [
      ['Word', 'docx'],
      ['PDF', 'pdf'],
    ] as const) {
      const path = join(running.userData, `${name}.${ending}`);
      await answerSaveDialog(app, path);
      await page.getByRole('button', { name: '書き出し' }).click();
      await page.getByRole('menuitem', { name: `${name}（${program}）…` }).click();
      const said = page.locator('.toast').filter({ hasText: `${name}.${ending} に書き出しました` });
      await expect(said).toBeVisible({ timeout: 30_000 });
      await expect(said.getByRole('button', { name: 'フォルダを開く' })).toBeVisible();
      expect(await textOf[ending](path)).toContain(words);
    }
  const { stdout: redline } = await run(
    'unzip',
    ['-p', join(running.userData, '見え消し.docx'), 'word/document.xml'],
    { maxBuffer: 80_000_000 },
  );
  expect(redline).toContain('<w:ins ');
  expect(redline).toContain('<w:del ');
  await answerSaveDialog(app, '');
  await page.getByRole('button', { name: '書き出し' }).click();
  await page.getByRole('menuitem').first().click();
  await expect(page.getByRole('button', { name: '書き出し' })).toBeVisible();
  await running.close();
});

/** What the person answers in the system's dialog; empty: cancelled. */
async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path });
  }, filePath);
}

async function pdfText(path: string): Promise<string> {
  const { stdout } = await run('pdftotext', [path, '-'], { maxBuffer: 50_000_000 });
  return stdout.replace(/\s/g, '');
}

async function wordText(path: string): Promise<string> {
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
  const { stdout } = await run('unzip', ['-p', path, 'word/document.xml'], { maxBuffer: 80_000_000 });
  return stdout.replace(/<[^>]*>/g, '').replace(/\s/g, '');
}

test('editions are kept with a name and a note, looked at, compared, brought back and removed', async () => {
  const running = await launchComparison();
  const { page } = running;
  await page.getByRole('button', { name: '版の一覧' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'いまの内容を版として残す' }).click();
  await dialog.getByLabel('版の名前').fill('回議に出した版');
  await dialog.getByLabel('メモ（任意）').fill('課長の確認前');
  await dialog.getByRole('button', { name: '版を残す' }).click();
  const line = dialog.getByRole('row').filter({ hasText: '回議に出した版' });
  await expect(line).toContainText('課長の確認前');
  await page.screenshot({ path: 'test-results/revisions.png' });
  await line.getByRole('button', { name: '見る' }).click();
  await expect(page.locator('.whole-row').first()).toBeVisible();
  await expect(page.locator('.whole-row.change-chosen')).toHaveCount(0);

  await page.getByRole('button', { name: '版の一覧' }).click();
  await line.getByRole('button', { name: 'いまの内容と比べる' }).click();
  await expect(page.getByText('二つの版の記載は同じです。')).toBeVisible();

  await page.getByRole('button', { name: '版の一覧' }).click();
  const published = dialog.getByRole('row').filter({ hasText: '公表版' });
  await published.getByRole('button', { name: 'この版に戻す' }).click();
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await expect(page.locator('[data-change]').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('二つの版の記載は同じです。')).toBeVisible();

  await page.getByRole('button', { name: '版の一覧' }).click();
  await line.getByRole('button', { name: 'この版を消す' }).click();
  await line.getByRole('button', { name: '消さない' }).click();
  await line.getByRole('button', { name: 'この版を消す' }).click();
  await line.getByRole('button', { name: '消す', exact: true }).click();
  await expect(line).toHaveCount(0);
  await running.close();
});

test('from change to change by keyboard, to the item and back to the same change', async () => {
  const running = await launchComparison();
  const { page } = running;
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('2 / 39 件目')).toBeVisible();
  const chosen = page.locator('.change-chosen');
  await expect(chosen).toBeFocused();
  const name = (await chosen.locator('.change-name').innerText()).trim();
  await page.keyboard.press('Tab');
  await expect(chosen.getByRole('button', { name: '編集で開く' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.form-column')).toBeVisible();
  await expect(page.locator('.row:focus-within')).toContainText(name);
  await toComparison(page);
  await expect(page.locator('.change-chosen .change-name')).toHaveText(name);
  await running.close();
});

test('in the editor F7 goes from changed item to changed item, with last year’s wording under it', async () => {
  const running = await launchComparison();
  const { page } = running;
  await page.getByRole('button', { name: '編集へ戻る' }).click();
  await expect(page.getByText(/と比較中/)).toBeVisible();
  await page.keyboard.press('F7');
  const here = page.locator('.row:focus-within');
  await expect(here.locator('.prior')).toBeVisible();
  const first = await here.getAttribute('data-path');
  await page.keyboard.press('F7');
  await expect(here.locator('.prior')).toBeVisible();
  expect(await here.getAttribute('data-path')).not.toBe(first);
  await page.keyboard.press('Shift+F7');
  await expect(here).toHaveAttribute('data-path', first ?? '');
  await here.getByRole('button', { name: '前年度の文に戻す' }).click();
  await expect(here.locator('.prior')).toHaveCount(0);
  await running.close();
});
