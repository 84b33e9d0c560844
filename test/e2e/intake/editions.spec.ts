import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { docxOf, p, tbl, tc } from '../../unit/shared/intake/readers/office';
import { launch, type Running } from '../harness/launch';

/** Last year's edition of a 様式３ as Word, with a sentence that fits no item. */
const LAST_YEAR = docxOf(
  p('特定個人情報保護評価書（重点項目評価書）') +
    tbl(
      [tc('評価書番号'), tc('21')],
      [tc('評価書名'), tc('みなも市 予防接種に関する事務 重点項目評価書')],
      [tc('[令和6年10月　様式３]'), tc('')],
    ) +
    p('Ⅰ　基本情報') +
    p('１．特定個人情報ファイルを取り扱う事務') +
    tbl(
      [tc('①事務の名称'), tc('予防接種の事務')],
      [tc('②事務の内容'), tc('予防接種の記録を管理する。')],
      [tc('③対象人数'), tc('[　　]　＜選択肢＞ 1） 1,000人未満 2） 1,000人以上1万人未満')],
    ) +
    p('この一文はどの項目の見出しの下にもない覚え書きである。'),
);

let running: Running;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-editions-'));
  running = await launch();
  const { page } = running;
  await page.evaluate((workspace) => window.hyoka.commands['settings.set']({ workspace }), folder);
  await page
    .getByRole('listitem')
    .filter({ hasText: '重点項目評価書' })
    .getByRole('button', { name: '見本を開く' })
    .click();
  await page.waitForSelector('[id="item-cover.name"]');
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: 'file.import' }),
  );
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

test('another edition from a file becomes a revision to compare with; nothing of it is left out', async () => {
  const { app, page } = running;
  const path = join(folder, '予防接種 前年度.docx');
  await writeFile(path, LAST_YEAR);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await expect(page.getByRole('heading', { name: /いま開いている評価書/ })).toContainText('予防接種');
  const before = await valuesOfOpen();
  await page.getByRole('button', { name: 'ファイルを選んで加える…' }).click();
  await expect(page.getByText(/「予防接種 前年度」を版として加えました/)).toBeVisible();
  expect(await valuesOfOpen()).toEqual(before);
  const { revisions } = await openDocument();
  expect(revisions.at(-1)?.note).toContain('覚え書きである');
  await page.getByRole('button', { name: '前年度と比べる' }).click();
  await expect(page.locator('main')).toContainText('予防接種の記録を管理する。');
});

test('an edition added in the comparison shows how far it is, can be stopped, and is compared with', async () => {
  const { app, page } = running;
  const [long, short] = [join(folder, '長い.docx'), join(folder, '前年度.docx')];
  await writeFile(
    long,
    docxOf(Array.from({ length: 60_000 }, () => tbl([tc('見出し'), tc('本文')])).join('')),
  );
  await writeFile(short, LAST_YEAR);
  const choose = (path: string) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
  const add = async () => {
    await page.getByRole('button', { name: '版の一覧' }).click();
    await page.getByRole('button', { name: 'ファイルから版を加える…' }).click();
  };
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('event:menu.command', { command: 'view.compare' }),
  );
  const { revisions } = await openDocument();
  await choose(long);
  await add();
  await expect(page.getByText('「長い.docx」を読み取っています')).toBeVisible();
  await page.getByRole('button', { name: '取り消す' }).click();
  await expect(page.getByText('「長い.docx」を読み取っています')).toHaveCount(0);
  expect((await openDocument()).revisions).toHaveLength(revisions.length);
  await writeFile(short, 'SQLite format 3\0 broken');
  await choose(short);
  await add();
  await expect(page.getByText(/「前年度.docx」は.*(壊れて|途中で切れ)/)).toBeVisible();
  await writeFile(short, LAST_YEAR);
  await add();
  await expect(page.getByText(/「前年度.docx（ファイルから）」を版として加えました/)).toBeVisible();
  await expect(page.locator('main')).toContainText('予防接種の記録を管理する。');
});

test('an assessment moves to another form as a new one; what has no item there is listed', async () => {
  const { page } = running;
  const before = await openDocument();
  await expect(page.getByRole('button', { name: '移した評価書を作る' })).toBeDisabled();
  await page.getByRole('button', { name: /移す先の様式/ }).click();
  await page.getByRole('option', { name: /様式４|様式4/ }).click();
  await page.getByRole('button', { name: '移した評価書を作る' }).click();
  await expect(page.getByText(/移せなかった内容が\d+件あります/)).toBeVisible();
  const after = await openDocument();
  expect(after.assessment.form).toBe('form4');
  expect(after.path).not.toBe(before.path);
  expect(after.assessment.values['cover.name']).toBe(before.assessment.values['cover.name']);
  const [first] = after.leftover;
  const piece = page.locator('.column-right .side-item').first();
  await expect(piece).toContainText(`もとの項目: ${first?.heading ?? '—'}`);

  const name = page.locator('[id="item-cover.name"]');
  await expect(name).toContainText('移す前の様式の名前「重点項目評価書」が残っています');
  await expect(page.locator('.form-badge')).toContainText('全項目評価書');
  await name.getByRole('button', { name: 'これにする' }).click();
  await expect(name).not.toContainText('要確認');
  await expect(name.locator('textarea')).toHaveValue(/予防接種.*全項目評価書$/);

  // The heading says where a text stood; it is no part of it.
  await page.locator('[data-path="cover.remarks"] textarea').fill('');
  await piece.getByRole('button', { name: /の後ろに入れる/ }).click();
  await expect(page.locator('[data-path="cover.remarks"] textarea')).toHaveValue(first?.text ?? '—');
});

async function valuesOfOpen(): Promise<unknown> {
  return (await openDocument()).assessment.values;
}

/** The open document as the shell has it. */
async function openDocument() {
  const answer = await running.page.evaluate(async () => {
    const sessions = await window.hyoka.commands['document.sessions']();
    return window.hyoka.commands['document.get']({ session: sessions.ok ? (sessions.value[0] ?? '') : '' });
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
