import type { Node } from '../../assessment/walk';
import type { Context } from './context';
import { WIDE_TEXT_WIDTH } from './measure';
import { isLeafNode } from './elements';
import { acrossRow } from './rows';
import { cell, printed } from './runs';
import type { Row, TableBlock } from './types';
import { textLines } from './values';

type TableNode = Extract<Node, { kind: 'list' }>;

/** Shares of the width: 変更日, 項目, 変更前の記載, 変更後の記載, 提出時期, 提出時期に係る説明. */
const WIDTH_PERCENTS = [16, 15, 24, 24, 7, 14];
const COLUMNS = WIDTH_PERCENTS.map((percent) => Math.round((WIDE_TEXT_WIDTH * percent) / 100));

/** The table of 変更箇所, its headings repeated on every page; a blank row where there is none yet. */
export function changesTable(context: Context, node: TableNode): TableBlock {
  const names = (node.item.children ?? []).map((column) => column.label);
  const head: Row = { cells: names.map((name) => cell('head', 1, [printed('head', name)])), header: true };
  const rows = node.entries.map((entry) => changeRow(context, entry.children));
  const blank: Row = { cells: names.map(() => cell('value', 1, [printed('text', '')])) };
  return {
    kind: 'table',
    label: node.item.label,
    columns: COLUMNS,
    rows: [head, ...(rows.length > 0 ? rows : [blank])],
  };
}

function changeRow(context: Context, children: readonly Node[]): Row {
  const cells = children
    .filter(isLeafNode)
    .map((leaf) => cell('value', 1, textLines(context, leaf.path, leaf.item), { paths: [leaf.path] }));
  return acrossRow(cells, COLUMNS);
}
