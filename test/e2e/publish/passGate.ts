import { expect, type Locator, type Page } from '@playwright/test';

/** Presses 書き出す; where 提出前チェック stops the document, it is written all the same, for a reason. */
export async function exportNow(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: '書き出す', exact: true }).click();
  await passGate(dialog);
}

/** What follows where the export was begun by a key. */
export async function passGate(dialog: Locator): Promise<void> {
  const begin = dialog.getByRole('button', { name: '書き出す', exact: true });
  await expect(begin).toHaveCount(0, { timeout: 15_000 });
  const sentence = dialog.getByLabel('このまま書き出す理由');
  if (!(await sentence.isVisible())) return;
  await sentence.fill('試験のため');
  await dialog.getByRole('button', { name: '理由を付けて書き出しに進む' }).click();
}

/** Presses the button that begins a batch; documents that 提出前チェック stops are written all the same, for a reason. */
export async function startBatch(page: Page, name: string): Promise<void> {
  const begin = page.getByRole('button', { name });
  const sentence = page.getByRole('dialog').getByLabel('このまま書き出す理由');
  await begin.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.or(page.getByRole('heading', { name: '書き出しの結果' })).first()).toBeVisible({
    timeout: 60_000,
  });
  if (!(await sentence.isVisible())) return;
  await sentence.fill('試験のため');
  await page.getByRole('dialog').getByRole('button', { name: 'すべて書き出す' }).click();
}
