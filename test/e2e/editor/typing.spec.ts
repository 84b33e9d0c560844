import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { createNew, field, keptValue, launchEditor, openPart } from './open';

/** Types as an input method does: signs that are still being converted, then the ones that are chosen. */
async function compose(cdp: CDPSession, steps: readonly string[], chosen: string): Promise<void> {
  for (const text of steps)
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await cdp.send('Input.insertText', { text: chosen });
}

async function keptSoon(page: Page, item: string, value: unknown): Promise<void> {
  await expect.poll(() => keptValue(page, item)).toEqual(value);
}

test('an input method neither loses nor doubles a character', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  const cdp = await page.context().newCDPSession(page);
  const name = field(page, 'cover.name');
  await name.click();
  await compose(cdp, ['k', 'こ', 'こくほ', '国保'], '国保');
  await compose(cdp, ['に', 'にかんする', 'に関する'], 'に関する');
  await page.keyboard.type('事務');
  await expect(name).toHaveValue('国保に関する事務');
  await keptSoon(page, 'cover.name', '国保に関する事務');

  // A value from outside while somebody composes waits; what is composed comes out whole.
  await cdp.send('Input.imeSetComposition', { text: 'しけん', selectionStart: 3, selectionEnd: 3 });
  await expect(name).toHaveValue('国保に関する事務しけん');
  expect(await keptValue(page, 'cover.name')).toBe('国保に関する事務');
  // While an input method converts, the system reports Enter as its own key (229): it chooses, and breaks no line.
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    windowsVirtualKeyCode: 229,
    code: 'Enter',
    key: 'Process',
  });
  await cdp.send('Input.insertText', { text: '試験' });
  await expect(name).toHaveValue('国保に関する事務試験');
  await keptSoon(page, 'cover.name', '国保に関する事務試験');
  await running.close();
});

test('undo and redo go through the whole document, also after an input method', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  const cdp = await page.context().newCDPSession(page);
  await field(page, 'cover.name').click();
  await compose(cdp, ['ああ'], '亜阿');
  await field(page, 'cover.agency').click();
  await page.keyboard.type('みなも市長');
  await keptSoon(page, 'cover.agency', 'みなも市長');
  await page.keyboard.press('Control+z');
  await keptSoon(page, 'cover.agency', undefined);
  await page.keyboard.press('Control+z');
  await keptSoon(page, 'cover.name', undefined);
  await expect(field(page, 'cover.name')).toHaveValue('');
  await expect(field(page, 'cover.name')).toBeFocused();
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await keptSoon(page, 'cover.agency', 'みなも市長');
  await expect(field(page, 'cover.name')).toHaveValue('亜阿');
  await running.close();
});

test('a date is offered in the usual form and never rewritten', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  await field(page, 'cover.publish_date').fill('R6.10.1');
  await keptSoon(page, 'cover.publish_date', 'R6.10.1');
  await page.getByRole('button', { name: '令和6年10月1日 に直す' }).click();
  await keptSoon(page, 'cover.publish_date', '令和6年10月1日');
  await field(page, 'cover.publish_date').fill('近日中');
  await keptSoon(page, 'cover.publish_date', '近日中');
  await running.close();
});

test('options, brackets, marks and greyed parts keep what was written', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page, '全項目評価書');
  await openPart(page, /Ⅱ/, /取扱いの委託/);
  await page.getByText('1） 委託する').click();
  await keptSoon(page, 'II.4.has', '委託する');
  await field(page, 'II[*].4.items[*].m1').fill('印刷及び封入');
  await page.getByText('2） 委託しない').click();
  await expect(
    page.getByText('「委託の有無」で「委託する」を選んだときに書く項目です。').first(),
  ).toBeVisible();
  await expect(field(page, 'II[*].4.items[*].m1')).toHaveValue('印刷及び封入');
  await page
    .locator('[data-path$=".4.has"]')
    .getByRole('button', { name: '選んだものを外して空欄にする' })
    .click();
  await keptSoon(page, 'II.4.has', undefined);
  await keptSoon(page, 'II.4.items.m1', '印刷及び封入');

  await openPart(page, /提供・移転/);
  await page.getByText('提供を行っている', { exact: true }).first().click();
  await keptSoon(page, 'II.5.has', { selected: ['提供を行っている'], texts: {} });
  await page.locator('[data-path$=".5.has"]').getByText('行っていない', { exact: true }).click();
  await keptSoon(page, 'II.5.has', { selected: ['行っていない'], texts: {} });
  await running.close();
});

test('a cell copied from a spreadsheet comes without the quotes and the line break that the program adds', async () => {
  const running = await launchEditor();
  const { page } = running;
  await createNew(page);
  /** What Ctrl+V does with a clipboard that holds a cell. */
  const paste = (path: string, text: string) =>
    field(page, path).evaluate((area, plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      clipboardData.setData('text/html', '<table><tr><td>x</td></tr></table>');
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste('cover.name', '国保に関する事務\r\n');
  await keptSoon(page, 'cover.name', '国保に関する事務');
  await field(page, 'cover.remarks').fill('（元の文）');
  await page.keyboard.press('Control+Home');
  await paste('cover.remarks', '"一行目\n二行目"\r\n');
  await keptSoon(page, 'cover.remarks', '一行目\n二行目（元の文）');
  await page.keyboard.type('続き');
  await keptSoon(page, 'cover.remarks', '一行目\n二行目続き（元の文）');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'cover.remarks')).not.toHaveValue(/二行目/);
  await running.close();
});
