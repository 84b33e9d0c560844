import { expect, test } from 'vitest';
import { sheetBytes } from '../../../../electron/checks/sheet';
import type { Sheet } from '../../../../shared/publish/sheet';

const sheet: Sheet = {
  title: '点検結果一覧',
  document: '国民健康保険に関する事務',
  agency: 'みなも市長',
  lines: ['基準日 令和8年11月30日'],
  groups: [
    {
      title: '点検結果',
      columns: [
        { label: '項目', share: 1 },
        { label: '該当する文言', share: 2 },
      ],
      rows: [['Ⅰ 基本情報　②事務の内容', 'ｻｰﾊﾞ\n=SUM(A1)']],
    },
  ],
};
const order = { sheet, author: '田代', date: '2026-11-30T00:00:00Z' };
const textOf = async (format: 'pdf' | 'csv') =>
  new TextDecoder().decode(await sheetBytes({ ...order, format }));

test('a list as a page holds its lines, headings and cells', async () => {
  const html = await textOf('pdf');
  for (const text of ['点検結果一覧', '基準日 令和8年11月30日', '該当する文言', 'ｻｰﾊﾞ'])
    expect(html).toContain(text);
  expect(html).not.toContain('undefined');
});

test('a list as CSV has its lines above the table, and no cell is a formula', async () => {
  const rows = (await textOf('csv')).replace(/^\ufeff/, '').split('\r\n');
  expect(rows.slice(0, 5)).toEqual([
    '"点検結果一覧"',
    '"国民健康保険に関する事務"',
    '"基準日 令和8年11月30日"',
    '"点検結果"',
    '"項目","該当する文言"',
  ]);
});

test('a list as Word file is a package', async () => {
  const bytes = await sheetBytes({ ...order, format: 'docx' });
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 2))).toBe('PK');
});
