import { expect, test } from 'vitest';
import { splitAtColumnHeaders } from '../../../../../shared/publish/html/splitAtColumnHeaders';
import type { CellRole, Row, TableBlock } from '../../../../../shared/publish/model/types';

const cellOf = (role: CellRole, rowSpan?: number) => ({
  role,
  span: 1,
  content: [],
  ...(rowSpan ? { rowSpan } : {}),
});
const rowOf = (...roles: readonly CellRole[]): Row => ({ cells: roles.map((role) => cellOf(role)) });
const tableOf = (...rows: readonly Row[]): TableBlock => ({
  kind: 'table',
  label: '表',
  columns: [1, 1],
  rows,
});

test('headings between values begin a table of their own, with the headings below them', () => {
  const [band, item, label, text] = [
    rowOf('band'),
    rowOf('label', 'value'),
    rowOf('label'),
    rowOf('value'),
  ] as const;
  expect(splitAtColumnHeaders([tableOf(band, item, band, band, item, label, text)])).toEqual([
    tableOf(band, item),
    tableOf(band, band, item),
    tableOf(label, text),
  ]);
});

test('a table is not parted within a cell that covers rows', () => {
  const covering: Row = { cells: [cellOf('label', 3), cellOf('value')] };
  const table = tableOf(covering, rowOf('label'), rowOf('value'), rowOf('band'), rowOf('value'));
  expect(splitAtColumnHeaders([table])).toEqual([
    tableOf(covering, rowOf('label'), rowOf('value')),
    tableOf(rowOf('band'), rowOf('value')),
  ]);
});

test('a table whose head repeats stays whole', () => {
  const head: Row = { ...rowOf('head', 'head'), header: true };
  const table = tableOf(head, rowOf('band'), rowOf('value'), rowOf('band'), rowOf('value'));
  expect(splitAtColumnHeaders([table])).toEqual([table]);
});

test('other blocks stay as they are', () => {
  const heading = { kind: 'heading', role: 'part', runs: [] } as const;
  expect(splitAtColumnHeaders([heading])).toEqual([heading]);
});
