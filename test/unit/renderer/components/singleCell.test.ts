import { expect, test } from 'vitest';
import { singleCellText } from '../../../../renderer/components/singleCell';

const CELL = '<html><body><table width=72><tr><td class=xl1>国保</td></tr></table></body></html>';

test('a cell is what it says, without the line break behind it', () => {
  expect(singleCellText('国民健康保険に関する事務\r\n', CELL)).toBe('国民健康保険に関する事務');
});

test('the quotes around a cell of several lines are not part of it, those within are', () => {
  expect(singleCellText('"一行目\n「""」二行目"\r\n', CELL)).toBe('一行目\n「"」二行目');
  expect(singleCellText('"国保"\r\n', CELL)).toBe('"国保"');
});

test('text, and tables of several cells, are left as they are', () => {
  expect(singleCellText('国保\r\n', '')).toBeUndefined();
  expect(singleCellText('国保\r\n', '<p>国保</p>')).toBeUndefined();
  expect(singleCellText('a\tb\r\n', '<table><tr><td>a</td><td>b</td></tr></table>')).toBeUndefined();
});
