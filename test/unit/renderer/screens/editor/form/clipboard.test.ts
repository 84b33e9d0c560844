import { expect, test } from 'vitest';
import { cellsOfText } from '../../../../../../renderer/screens/editor/form/clipboard';

test('text without a tab is no table', () => {
  expect(cellsOfText('一行目\n二行目')).toBeUndefined();
});

test('cells stand between tabs, rows between line breaks; the last line break ends the last row', () => {
  expect(cellsOfText('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(cellsOfText('\ta\t')).toEqual([['', 'a', '']]);
});

test('a cell in quotes holds line breaks, tabs and quotes', () => {
  expect(cellsOfText('"一\n二"\t"「""」"\n"a\tb"\tc')).toEqual([
    ['一\n二', '「"」'],
    ['a\tb', 'c'],
  ]);
});

test('quotes within a text are part of it', () => {
  expect(cellsOfText('5"\t"a" b')).toEqual([['5"', '"a" b']]);
});
