import type { EntryNode, Node } from '../../assessment/walk';
import type { FormItem } from '../../forms/types';
import type { Context } from './context';
import { GRID } from './measure';
import {
  bandRow,
  flagsRow,
  leadingLabel,
  labelRow,
  labelOf,
  leafRow,
  type LeafNode,
  type GroupNode,
  type LeadingCells,
  nestedEdge,
  NO_LEADING_CELLS,
  leadingPartLabel,
  rowOf,
  spanning,
  stackedRow,
  isLabelAbove,
  indentedLabel,
} from './rows';
import { cell, labelCell, line, plain, printed } from './runs';
import type { Cell, HeadingRole, Line, PrintBlock, Row } from './types';
import { countRuns, textLines } from './values';
import type { Role } from '../../forms/roleNames';

/** A heading, or a row of the table that runs until the next heading. */
export type PrintElement =
  | { readonly kind: 'heading'; readonly role: HeadingRole; readonly text: string }
  | { readonly kind: 'row'; readonly row: Row };

type ListNode = Extract<Node, { kind: 'list' }>;

/** Tables between headings: neighbouring rows make one table. */
export function blocksFrom(
  elements: readonly PrintElement[],
  columns: readonly number[] = GRID,
): readonly PrintBlock[] {
  const blocks: PrintBlock[] = [];
  let rows: Row[] | undefined;
  let label = '';
  for (const element of elements) {
    if (element.kind === 'heading') {
      blocks.push({ kind: 'heading', role: element.role, runs: plain(element.text) });
      label = element.text;
      rows = undefined;
    } else if (rows) rows.push(element.row);
    else blocks.push({ kind: 'table', label, columns, rows: (rows = [element.row]) });
  }
  return blocks;
}

/** One item at the top of a part: its heading and all that is below it. */
export function topElements(context: Context, node: Node, sectionTitle: string): readonly PrintElement[] {
  if (node.kind === 'section' || node.kind === 'list') return itemElements(context, [node]);
  const ownRow = node.kind === 'leaf' ? [row(leafRow(context, node, NO_LEADING_CELLS))] : [];
  const heading = node.item.label === sectionTitle && !node.item.number ? [] : [headingOf(node.item)];
  return [...heading, ...ownRow, ...itemElements(context, node.children)];
}

function headingOf(item: FormItem): PrintElement {
  return { kind: 'heading', role: 'item', text: labelOf(item) };
}

/** Pieces of the items of one level; flags that follow each other share a row. */
export function itemElements(context: Context, nodes: readonly Node[]): readonly PrintElement[] {
  const elements: PrintElement[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const flags = flagsFrom(nodes, at);
    const node = nodes[at];
    if (flags.length > 0) {
      elements.push(row(flagsRow(context, flags)));
      at += flags.length - 1;
    } else if (node && !isPrintedElsewhere(nodes, at)) elements.push(...nodeElements(context, node, nodes));
  }
  return elements;
}

function nodeElements(context: Context, node: Node, siblings: readonly Node[]): readonly PrintElement[] {
  switch (node.kind) {
    case 'section':
      return [];
    case 'list':
      return listElements(context, node);
    case 'group':
      return groupElements(context, node);
    case 'leaf':
      return leafRows(context, node, leadingLabel, countBelow(context, node, siblings)).map(row);
  }
}

/** リスク and what has several headings are written as headings; a numbered group beside its parts; 再委託 upright. */
function groupElements(context: Context, node: GroupNode): readonly PrintElement[] {
  const { item } = node;
  if (item.number?.startsWith('リスク') || item.labels)
    return [...riskHeadings(item), ...itemElements(context, node.children)];
  if (isStacked(node))
    return [row(stackedRow(context, node.children.filter(isLeafNode), leadingLabel(item)))];
  return (item.number ? partRows(context, node) : verticalNameRows(context, node)).map(row);
}

function riskHeadings(item: FormItem): readonly PrintElement[] {
  const number = item.number ? `${item.number}　` : '';
  return (item.labels ?? [item.label]).map((label) => ({
    kind: 'heading',
    role: 'risk',
    text: number + label + (item.mark ? '　※' : ''),
  }));
}

/** ②保管期間 beside 期間 and その妥当性. */
function partRows(context: Context, node: GroupNode): readonly Row[] {
  const leaves = node.children.filter(isLeafNode);
  const first = labelCell(labelOf(node.item), 2, spanning(leaves.length));
  return keepWithNext(
    leaves.map((leaf, at) => leafRow(context, leaf, leadingPartLabel(leaf.item, at === 0 ? [first] : []))),
  );
}

/** 再委託 upright beside ⑦再委託の有無, ⑧再委託の許諾方法 and ⑨再委託事項. */
function verticalNameRows(context: Context, node: GroupNode): readonly Row[] {
  const leaves = node.children.filter(isLeafNode);
  const name = [printed('head', labelOf(node.item))];
  const first = cell('label', 1, name, { ...spanning(leaves.length), vertical: true });
  return keepWithNext(
    leaves.map((leaf, at) => leafRow(context, leaf, indentedLabel(leaf.item, at === 0 ? [first] : []))),
  );
}

/** A leaf and the items below it. An item with printed words around it is in the same place, without a label. */
function leafRows(
  context: Context,
  node: LeafNode,
  leadingCellsOf: (item: FormItem, rowSpan?: number) => LeadingCells,
  linesBelow: readonly Line[],
): readonly Row[] {
  const inline = node.children.filter(isLeafNode).filter((child) => child.item.prefix);
  const extra = [...linesBelow, ...inline.flatMap((child) => textLines(context, child.path, child.item))];
  const ownRow = withPaths(leafRow(context, node, leadingCellsOf(node.item), extra), inline);
  const nested = nestedLeaves(node.children.filter((child) => !inline.includes(child as LeafNode)));
  if (nested.length === 0 && leadingCellsOf === leadingLabel && isLabelAbove(node.item))
    return [labelRow(node.item), withPaths(leafRow(context, node, NO_LEADING_CELLS, extra), inline)];
  const edge = nestedEdge(nested.length);
  return [ownRow, ...nested.map((child, at) => nestedRow(context, child, at === 0 ? [edge] : []))];
}

/** Items below an item, of all levels; a group of ticks counts as one. */
function nestedLeaves(nodes: readonly Node[]): readonly (LeafNode | GroupNode)[] {
  return nodes.flatMap((node): readonly (LeafNode | GroupNode)[] => {
    if (node.kind === 'leaf') return [node, ...nestedLeaves(node.children)];
    if (node.kind !== 'group') return [];
    return isStacked(node) ? [node] : nestedLeaves(node.children);
  });
}

function nestedRow(context: Context, node: LeafNode | GroupNode, before: readonly Cell[]): Row {
  const leading = indentedLabel(node.item, before);
  return node.kind === 'leaf'
    ? leafRow(context, node, leading)
    : stackedRow(context, node.children.filter(isLeafNode), leading);
}

/** Entries one after the other; 委託事項2～5 names the entries of the further sheets. */
function listElements(context: Context, node: ListNode): readonly PrintElement[] {
  return node.entries.flatMap((entry) => [
    ...continuationBand(node.item, entry.ordinal),
    ...entryHeading(context, node.item, entry),
    ...itemElements(
      context,
      entry.children.filter((child) => !isNameOf(child)),
    ),
  ]);
}

const SHEET_BREAKS: readonly number[] = [2, 6, 11, 16];

function continuationBand(item: FormItem, ordinal: number): readonly PrintElement[] {
  const group = item.pageGroups?.[SHEET_BREAKS.indexOf(ordinal) + 1];
  return group && SHEET_BREAKS.includes(ordinal) ? [row(bandRow(group))] : [];
}

/** `委託事項1 | 名称` where entries have a name, else a line `システム1`. */
function entryHeading(context: Context, item: FormItem, entry: EntryNode): readonly PrintElement[] {
  const label = (item.itemLabel ?? `${item.label}{n}`).replace('{n}', String(entry.ordinal));
  const name = entry.children.find(isNameOf);
  if (name?.kind !== 'leaf') return [row(bandRow(label))];
  const content = textLines(context, name.path, name.item);
  const cells = [
    cell('label', 2, [printed('label', label)]),
    cell('value', GRID.length - 2, content, { paths: [name.path] }),
  ];
  return [row({ ...rowOf(cells), keepNext: true })];
}

/** Items that are printed beside the number of their entry: 委託事項1, 提供先1, 移転先1. */
const NAMES: readonly Role[] = ['outsourcedName', 'provideName', 'transferName'];

function isNameOf(node: Node): boolean {
  return node.kind === 'leaf' && NAMES.some((role) => node.item.roles?.includes(role) === true);
}

/** A count is printed in the cell of the choice or behind the option that it belongs to. */
function isPrintedElsewhere(nodes: readonly Node[], at: number): boolean {
  const node = nodes[at];
  if (node?.kind !== 'leaf' || node.item.type !== 'count') return false;
  return nodes.some(
    (other) =>
      other.kind === 'leaf' && (ownsCount(other.item, node.item) || isBehindOption(other.item, node.item)),
  );
}

function ownsCount(choice: FormItem, count: FormItem): boolean {
  return choice.type === 'choice' && choice.label === count.label;
}

function isBehindOption(checks: FormItem, count: FormItem): boolean {
  return (checks.options ?? []).some((option) => option.countItem === count.id);
}

function countBelow(context: Context, node: LeafNode, siblings: readonly Node[]): readonly Line[] {
  const count = siblings
    .filter(isLeafNode)
    .find((other) => other.item.type === 'count' && ownsCount(node.item, other.item));
  return count ? [line('bracket', countRuns(context, count.path, count.item))] : [];
}

function flagsFrom(nodes: readonly Node[], at: number): readonly LeafNode[] {
  const end = nodes.findIndex(
    (node, index) => index >= at && !(node.kind === 'leaf' && node.item.type === 'flag'),
  );
  return nodes.slice(at, end < 0 ? nodes.length : end).filter(isLeafNode);
}

function isStacked(node: GroupNode): boolean {
  return (
    node.children.length > 0 &&
    node.children.every((child) => child.kind === 'leaf' && child.item.label.startsWith('・'))
  );
}

export function isLeafNode(node: Node): node is LeafNode {
  return node.kind === 'leaf';
}

function withPaths(row: Row, others: readonly LeafNode[]): Row {
  const paths = others.map((leaf) => leaf.path);
  return {
    ...row,
    cells: row.cells.map((one) => (one.paths ? { ...one, paths: [...one.paths, ...paths] } : one)),
  };
}

function keepWithNext(rows: readonly Row[]): readonly Row[] {
  return rows.map((one, at) => (at < rows.length - 1 && !one.breakable ? { ...one, keepNext: true } : one));
}

function row(one: Row): PrintElement {
  return { kind: 'row', row: one };
}
