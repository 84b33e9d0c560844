import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { docxOf, p, tbl, tc } from '../../unit/shared/intake/readers/office';
import { launch, type Running } from '../harness/launch';

/** A page of 様式３ of a fictional city: certain items, boxes whose ticks are lost, a sentence that fits no item. */
const body =
  p('特定個人情報保護評価書（重点項目評価書）') +
  tbl(
    [tc('評価書番号'), tc('7')],
    [tc('評価書名'), tc('みなも市 国民健康保険に関する事務 重点項目評価書')],
    [tc('[令和6年10月　様式３]'), tc('')],
  ) +
  p('Ⅰ　基本情報') +
  p('１．特定個人情報ファイルを取り扱う事務') +
  tbl(
    [tc('①事務の名称'), tc('国民健康保険に関する事務')],
    [tc('②事務の内容'), tc('被保険者の資格を管理する。')],
    [tc('③対象人数'), tc('[　　]　＜選択肢＞ 1） 1,000人未満 2） 1,000人以上1万人未満')],
  ) +
  p('この一文はどの項目の見出しの下にもない覚え書きである。');
const NOTE = 'この一文はどの項目の見出しの下にもない覚え書きである。';

let folder: string;
let running: Running;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-intake-'));
  running = await launch();
  await running.page.evaluate((workspace) => window.hyoka.commands['settings.set']({ workspace }), folder);
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** Chooses the file as a person does in the system's dialog. */
async function importFile(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await running.page.getByRole('button', { name: '取り込む' }).click();
  await running.page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
}

test('an import is looked through with the keyboard, and stays as it was left', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body));
  await expect(page.getByRole('heading', { name: '取り込み結果の確認' })).toBeVisible();
  await expect(page.locator('.source-pane')).toContainText('国民健康保険に関する事務');
  const [open] = await marks();
  expect(open).toBeGreaterThan(0);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect.poll(marks).toEqual([open - 1, expect.any(Number)]);
});

test('a text of the source shows the item it went into', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body));
  await page.locator('.stretch', { hasText: '被保険者の資格を管理する。' }).click();
  await expect(page.locator('.intake-check')).toContainText('②事務の内容');
  await expect(page.locator('.stretch-chosen')).toHaveText('被保険者の資格を管理する。');
});

test('text that fits no item is set aside with a reason only by a person', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body));
  const row = page.getByRole('row', { name: /覚え書きである/ });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: '使わない…' }).click();
  await page.getByRole('radio', { name: /今の評価書には要らない/ }).click();
  await page.getByRole('button', { name: '使わない', exact: true }).click();
  await expect(row).toContainText('今の評価書には要らない内容だから');
  await row.getByRole('button', { name: '未割当に戻す' }).click();
  await expect(row.getByRole('button', { name: '使わない…' })).toBeVisible();
});

test('text is dragged from the list into the item looked at, and undo puts it back', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body));
  await page.locator('.stretch', { hasText: '被保険者の資格を管理する。' }).click();
  const row = page.getByRole('row', { name: /覚え書きである/ });
  await drag(row.locator('.piece-where'), page.locator('.item-card .drop-item'));
  await expect(page.locator('.item-card textarea')).toHaveValue(`被保険者の資格を管理する。\n${NOTE}`);
  await expect(row).toContainText('②事務の内容');
  await expect.poll(openTexts).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.item-card textarea')).toHaveValue('被保険者の資格を管理する。');
  await expect.poll(openTexts).toEqual([NOTE]);
  await page.keyboard.press('Control+y');
  await expect.poll(openTexts).toEqual([]);
  await row.getByRole('button', { name: '未割当に戻す' }).click();
  await expect(page.locator('.item-card textarea')).toHaveValue('被保険者の資格を管理する。');
  await expect.poll(openTexts).toEqual([NOTE]);
});

test('text is dragged from the source into any item of the list, whose tab opens on the way', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body));
  const { mouse } = page;
  const from = await middleOf(page.locator('.stretch-left', { hasText: '覚え書き' }));
  await mouse.move(from.x, from.y);
  await mouse.down();
  const tab = await middleOf(page.getByRole('tab', { name: 'すべての項目' }));
  await mouse.move(tab.x, tab.y, { steps: 8 });
  const item = page.locator('.item-line', { hasText: '②事務の内容' }).locator('.drop-item');
  await expect(item).toBeVisible();
  // The list finds its height while it comes into sight: the hand follows the item.
  await expect(async () => {
    const to = await middleOf(item);
    await mouse.move(to.x, to.y, { steps: 8 });
    await expect(item).toHaveClass(/drop-over/, { timeout: 500 });
  }).toPass();
  await mouse.up();
  await expect(item).toContainText(NOTE);
  await expect.poll(openTexts).toEqual([]);
});

test('an item that holds no text takes none', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body));
  await page.locator('.stretch', { hasText: '1,000人未満' }).first().click();
  await expect(page.locator('.item-card')).toContainText('③対象人数');
  const row = page.getByRole('row', { name: /覚え書きである/ });
  await expect(row.getByRole('button', { name: /に入れる/ })).toHaveCount(0);
  await drag(row.locator('.piece-where'), page.locator('.item-card .drop-item'));
  await expect(row.getByRole('button', { name: '使わない…' })).toBeVisible();
  expect(await openTexts()).toEqual([NOTE]);
});

test('texts that are not needed are set aside together, each with the reason', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body + p('二つ目の覚え書きである。')));
  await page.getByRole('button', { name: 'すべて選ぶ' }).click();
  await page.getByRole('button', { name: '選んだ2件を使わない…' }).click();
  await expect(page.getByRole('dialog')).toContainText('二つ目の覚え書きである。');
  await page.getByRole('button', { name: '使わない', exact: true }).click();
  await expect(page.getByRole('row', { name: /様式の印字や見出し/ })).toHaveCount(2);
  await expect.poll(openTexts).toEqual([]);
});

test('what is left to check is told at the end, and can be taken up again', async () => {
  const { page } = running;
  await importFile('国保.docx', docxOf(body));
  await page.getByRole('button', { name: 'この内容で作成' }).click();
  await expect(page.getByText(/未割当 1件が残っています/)).toBeVisible();
  await page.getByRole('button', { name: /取り込みの確認/ }).click();
  await expect(page.getByRole('heading', { name: '取り込み結果の確認' })).toBeVisible();
  await page.getByRole('button', { name: '後で続ける' }).click();
  await page.getByRole('button', { name: /^国保 .*hyokasho-intake/ }).click();
  await page.getByRole('button', { name: /取り込みの確認/ }).click();
  await expect(page.getByRole('row', { name: /覚え書きである/ })).toBeVisible();
});

/** Drags with the mouse, as a hand does it: press, move in steps, let go. */
async function drag(from: Locator, to: Locator): Promise<void> {
  const { mouse } = running.page;
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(end.x, end.y, { steps: 8 });
  await mouse.up();
}

async function middleOf(place: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

/** 未割当 text that nobody has decided about, as the shell keeps it. */
function openTexts(): Promise<readonly string[]> {
  return running.page.evaluate(async () => {
    const sessions = await window.hyoka.commands['document.sessions']();
    const session = sessions.ok ? (sessions.value[0] ?? '') : '';
    const view = await window.hyoka.commands['document.get']({ session });
    const pieces = view.ok ? view.value.leftover : [];
    return pieces.filter(({ state }) => state === 'open').map(({ text }) => text);
  });
}

/** Marks that are open, and all of them. */
function marks(): Promise<readonly [number, number]> {
  return running.page.evaluate(async () => {
    const sessions = await window.hyoka.commands['document.sessions']();
    const session = sessions.ok ? (sessions.value[0] ?? '') : '';
    const view = await window.hyoka.commands['document.get']({ session });
    const review = view.ok ? view.value.review : [];
    return [review.filter(({ settled }) => !settled).length, review.length] as const;
  });
}
