import type { Node } from '../../assessment/walk';
import type { FormSection } from '../../forms/types';
import type { Context } from './context';
import { TEXT_WIDTH } from './measure';
import { isLeafNode } from './elements';
import { type LeafNode, rowOf } from './rows';
import { cell, line, plain, printed } from './runs';
import type { CellContent, Line, LineRole, PrintBlock, Row, Twips } from './types';
import { textLines } from './values';
import type { Role } from '../../forms/roleNames';

/** 評価書番号 narrow, 評価書名 wide; the rest of the cover has the whole width. */
const COVER_GRID = [1700, TEXT_WIDTH - 1700];
/** Rows of the cover are open, as on the official sheet: one line, and room for a statement. */
const SHORT_HEIGHT = 560;
const TALL_HEIGHT = 2000;

/** The cover as on the official sheet: headings above their values, 特記事項 beside, the edition at the foot. */
export function coverBlocks(
  context: Context,
  section: FormSection,
  nodes: readonly Node[],
): readonly PrintBlock[] {
  const leaves = nodes.filter(isLeafNode);
  const table = {
    kind: 'table',
    label: section.title,
    columns: COVER_GRID,
    rows: coverRows(context, leaves),
  } as const;
  const stamp = leaves.filter(hasRole('stamp')).flatMap((leaf) => stampLines(context, leaf));
  return [{ kind: 'heading', role: 'title', runs: plain(section.title) }, table, ...stamp];
}

function coverRows(context: Context, leaves: readonly LeafNode[]): readonly Row[] {
  return leaves.flatMap((leaf, at): readonly Row[] => {
    const next = leaves[at + 1];
    if (hasRole('number')(leaf) && next) return numberAndName(context, leaf, next);
    if (hasRole('name')(leaf) || hasRole('stamp')(leaf)) return [];
    if (hasRole('remarks')(leaf)) return [rowWithLabelBeside(context, leaf)];
    return rowsWithLabelAbove(context, leaf, leaf.item.type === 'longtext' ? 'text' : 'center');
  });
}

const hasRole =
  (role: Role) =>
  ({ item }: LeafNode): boolean =>
    item.roles?.includes(role) === true;

function numberAndName(context: Context, number: LeafNode, name: LeafNode): readonly Row[] {
  const heads = [number, name].map((leaf) => cell('head', 1, [printed('head', leaf.item.label)]));
  return [
    { cells: heads, keepNext: true },
    withMinHeight(
      rowOf([valueCell(context, number, 1, 'center'), valueCell(context, name, 1, 'center')], COVER_GRID),
      SHORT_HEIGHT,
    ),
  ];
}

function rowWithLabelBeside(context: Context, leaf: LeafNode): Row {
  const label = cell('head', 1, [printed('head', leaf.item.label)]);
  return withMinHeight(rowOf([label, valueCell(context, leaf, 1, 'text')], COVER_GRID), TALL_HEIGHT);
}

function rowsWithLabelAbove(context: Context, leaf: LeafNode, role: LineRole): readonly Row[] {
  const label = cell('head', 2, [printed('head', leaf.item.label)]);
  const value = rowOf([valueCell(context, leaf, 2, role)], COVER_GRID);
  return [
    { cells: [label], keepNext: true },
    withMinHeight(value, role === 'text' ? TALL_HEIGHT : SHORT_HEIGHT),
  ];
}

function valueCell(context: Context, leaf: LeafNode, span: number, role: LineRole) {
  return cell('value', span, withRole(textLines(context, leaf.path, leaf.item), role), {
    paths: [leaf.path],
  });
}

function withRole(lines: readonly Line[], role: LineRole): readonly CellContent[] {
  return lines.map((one) => ({ ...one, role }));
}

function withMinHeight(row: Row, minHeight: Twips): Row {
  return { ...row, minHeight };
}

function stampLines(context: Context, leaf: LeafNode): readonly Line[] {
  return textLines(context, leaf.path, leaf.item).map((one) => line('stamp', one.parts.flat()));
}
