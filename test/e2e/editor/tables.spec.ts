import { expect, test } from '@playwright/test';
import { createNew, field, kept, keptValue, launchEditor, openPart } from './open';

test('rows, cells of a 別紙 and entries are moved by the keyboard; the focus stays in its field', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await openPart(page, /変更箇所/);
  await expect(page.locator('.tree-link', { hasText: '変更箇所' }).locator('.dot-none')).toHaveCount(1);
  for (const day of ['令和7年4月1日', '令和8年4月1日']) {
    await page.getByRole('button', { name: '行を追加' }).first().click();
    await page.keyboard.type(day);
    await page.keyboard.press('Tab');
  }
  const days = async () => {
    const { lists, values } = await kept(page);
    return (lists['annex2.rows'] ?? []).map(({ id }) => values[`annex2.rows[${id}].date`]);
  };
  await expect.poll(days).toEqual(['令和7年4月1日', '令和8年4月1日']);
  await expect(page.locator('.tree-link', { hasText: '変更箇所' }).locator('.dot-none')).toHaveCount(1);
  await field(page, 'annex2.rows[*].date').last().focus();
  await page.locator('[data-path$=".date"] textarea').last().focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(days).toEqual(['令和8年4月1日', '令和7年4月1日']);
  await expect(page.locator('[data-path$=".date"] textarea').first()).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(days).toEqual(['令和8年4月1日', '令和7年4月1日']);
  await page.keyboard.press('Control+z');
  await expect.poll(days).toEqual(['令和7年4月1日', '令和8年4月1日']);

  await openPart(page, /別紙$/);
  await page.getByRole('button', { name: '別紙を追加' }).click();
  const add = page.locator('.attachment').getByRole('button', { name: '行を追加' });
  await add.click();
  await add.click();
  await page.getByLabel('別紙1 1行 1列').fill('提供先');
  await page.getByLabel('別紙1 2行 1列').fill('年金機構');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(page.getByLabel('別紙1 1行 1列')).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(page.getByLabel('別紙1 1行 2列')).toBeFocused();
  await expect
    .poll(() => keptValue(page, 'attachments.rows'))
    .toEqual({
      rows: [
        ['', '年金機構'],
        ['', '提供先'],
      ],
    });

  await openPart(page, /Ⅰ/, /取り扱う事務において/);
  await field(page, 'I.2.systems[*].m1').fill('国保システム');
  await page.getByRole('button', { name: 'システムを追加' }).click();
  await page.keyboard.type('宛名システム');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(field(page, 'I.2.systems[*].m1')).toHaveValue('宛名システム');
  await expect(field(page, 'I.2.systems[*].m1')).toBeFocused();
  await running.close();
});

test('cells of 変更箇所 offer what was written before, and the tree says how far the table is', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await field(page, 'cover.publish_date').fill('令和8年12月15日');
  await openPart(page, /変更箇所/);
  await page.getByRole('button', { name: '行を追加' }).first().click();
  await page
    .getByRole('group', { name: '変更日の候補' })
    .getByRole('button', { name: '令和8年12月15日' })
    .click();
  await page.getByRole('group', { name: '提出時期の候補' }).getByRole('button', { name: '事前' }).click();
  await expect.poll(() => keptValue(page, 'annex2.rows.date')).toBe('令和8年12月15日');
  await expect.poll(() => keptValue(page, 'annex2.rows.timing')).toBe('事前');
  await page.locator('[data-path$=".item"] textarea').last().fill('Ⅰ ６．②');
  await expect(page.locator('.tree-link', { hasText: '変更箇所' }).locator('.dot-all')).toHaveCount(1);
  await running.close();
});

test('a table copied from Excel or Word goes into the cells, as one step; one that is too wide is refused', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  /** What Ctrl+V does with a clipboard that holds text and HTML. */
  const paste = (text: string, html = '') =>
    page.evaluate(
      ([plain, rich]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', plain);
        clipboardData.setData('text/html', rich);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      },
      [text, html] as const,
    );
  await openPart(page, '変更箇所');
  await expect(page.locator('.tree-line-current')).toContainText('変更箇所');
  await page.getByRole('button', { name: '行を追加' }).click();
  await expect(field(page, 'annex2.rows[*].date')).toBeFocused();
  await paste('令和8年4月1日\t"Ⅰ\n１．①事務の名称"\t前\r\n令和8年4月2日\tⅡ\t後\r\n');
  const rows = async () => {
    const { values, lists } = await kept(page);
    return lists['annex2.rows']?.map(({ id }) =>
      ['date', 'item', 'before'].map((column) => values[`annex2.rows[${id}].${column}`] ?? ''),
    );
  };
  await expect.poll(rows).toEqual([
    ['令和8年4月1日', 'Ⅰ\n１．①事務の名称', '前'],
    ['令和8年4月2日', 'Ⅱ', '後'],
  ]);
  await page.getByText('2行 × 3列を貼り付けました。').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(rows).toEqual([['', '', '']]);

  // Word writes two paragraphs of a cell as two lines of the text: the table of its HTML tells what is a row.
  const word =
    '<table><tr><td><p>令和8年<br>4月</p></td><td><p>一段落目</p><p>二段落\r\n目</p></td></tr></table>';
  await field(page, 'annex2.rows[*].date').click();
  await paste('令和8年4月\t一段落目\n二段落目', word);
  await expect.poll(rows).toEqual([['令和8年\n4月', '一段落目\n二段落目', '']]);

  await field(page, 'annex2.rows[*].reason').click();
  await paste('a\tb');
  await expect(page.getByText(/ここから右の1列に入りません/)).toBeVisible();
  await expect(field(page, 'annex2.rows[*].reason')).toHaveValue('');
  await running.close();
});

test('a file is renamed in one step', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await page.getByRole('button', { name: '特定個人情報ファイル（1）' }).click();
  const name = page.getByRole('dialog').getByLabel('ファイル1', { exact: true });
  await name.pressSequentially('国民健康保険ファイル', { delay: 40 });
  await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
  await expect.poll(() => keptValue(page, 'II.1')).toBe('国民健康保険ファイル');
  await expect.poll(() => keptValue(page, 'III.1')).toBe('国民健康保険ファイル');
  await page.keyboard.press('Control+z');
  await expect.poll(() => keptValue(page, 'II.1')).toBeUndefined();
  await expect.poll(() => keptValue(page, 'III.1')).toBeUndefined();
  await running.close();
});
