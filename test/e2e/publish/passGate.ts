import { expect, type Locator } from '@playwright/test';

/** Presses 書き出す; where 提出前チェック stops the document, it is written all the same, for a reason. */
export async function exportNow(dialog: Locator): Promise<void> {
  const begin = dialog.getByRole('button', { name: '書き出す', exact: true });
  await begin.click();
  await expect(begin).toHaveCount(0, { timeout: 15_000 });
  const sentence = dialog.getByLabel('このまま書き出す理由');
  if (!(await sentence.isVisible())) return;
  await sentence.fill('試験のため');
  await dialog.getByRole('button', { name: '理由を付けて書き出しに進む' }).click();
}
