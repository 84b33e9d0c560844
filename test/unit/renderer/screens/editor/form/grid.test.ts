import { expect, test } from 'vitest';
import {
  gridOf,
  withCell,
  withCells,
  withColumn,
  withColumnMoved,
  withoutColumn,
  withoutRow,
  withRow,
  withRowMoved,
} from '../../../../../../renderer/screens/editor/form/grid';

test('an empty 別紙 begins with a row of two cells, or one column', () => {
  expect(withRow(gridOf(undefined))).toEqual([['', '']]);
  expect(withColumn([])).toEqual([['']]);
});

test('rows of different length stay as they are until a cell beyond them is written', () => {
  const rows = [['番号', '名称'], ['1']];
  expect(withCell(rows, 1, 1, '国保')).toEqual([
    ['番号', '名称'],
    ['1', '国保'],
  ]);
  expect(withCell(rows, 0, 0, 'No')[1]).toBe(rows[1]);
});

test('cells put in go over what stands there; rows and columns come where they are needed', () => {
  const rows = [['a', 'b', 'c'], ['d']];
  expect(withCells(rows, 0, 1, [['B'], ['E']])).toEqual([
    ['a', 'B', 'c'],
    ['d', 'E'],
  ]);
  expect(withCells(rows, 1, 2, [['x', 'y'], ['z']])).toEqual([
    ['a', 'b', 'c'],
    ['d', '', 'x', 'y'],
    ['', '', 'z'],
  ]);
});

test('adding and removing are inverse', () => {
  const rows = [
    ['a', 'b'],
    ['c', 'd'],
  ];
  expect(withoutColumn(withColumn(rows), 2)).toEqual(rows);
  expect(withoutRow(withRow(rows), 2)).toEqual(rows);
});

test('rows and columns move by one place, and stay where they would leave the table', () => {
  const rows = [['番号', '名称'], ['1']];
  expect(withRowMoved(rows, 0, 1)).toEqual([['1'], ['番号', '名称']]);
  expect(withRowMoved(withRowMoved(rows, 0, 1), 1, -1)).toEqual(rows);
  expect(withRowMoved(rows, 0, -1)).toBe(rows);
  expect(withColumnMoved(rows, 0, 1)).toEqual([
    ['名称', '番号'],
    ['', '1'],
  ]);
  expect(withColumnMoved(rows, 1, 1)).toBe(rows);
});
