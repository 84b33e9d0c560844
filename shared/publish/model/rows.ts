import { optionsNow } from '../../assessment/restated';
import type { Node } from '../../assessment/walk';
import type { FormItem } from '../../forms/types';
import { itemLabel } from '../../forms/label';
import type { Context } from './context';
import { ems, emsIn, GRID, lineCount, SIZE, widthOf } from './measure';
import { cell, labelCell, line, lineText, plain, printed } from './runs';
import type { Cell, CellContent, Line, Row } from './types';
import { bracketLine, checkLines, countRuns, flagRuns, optionLines, pictures, textLines } from './values';

export type LeafNode = Extract<Node, { kind: 'leaf' }>;
export type GroupNode = Extract<Node, { kind: 'group' }>;

/**
 * Rows of more lines than this may be broken by the end of a page. The longest lists that the form itself prints
 * (主な記録項目, the options of 最も優先度が高いと考えられる対策) stay whole.
 */
const MAX_UNBROKEN_LINES = 16;
const COLUMNS = GRID.length;
/** Room for a picture that is not there yet. */
const EMPTY_PICTURE_HEIGHT = 5600;
const LABEL_SPAN = 2;

/** What is left of the value in the rows of one item, and the grid column where the value begins. */
export interface LeadingCells {
  readonly cells: readonly Cell[];
  readonly from: number;
}

export const NO_LEADING_CELLS: LeadingCells = { cells: [], from: 0 };

export function leadingLabel(item: FormItem, rowSpan = 1): LeadingCells {
  return { cells: [labelCell(labelOf(item), LABEL_SPAN, spanning(rowSpan))], from: LABEL_SPAN };
}

/** Labels of more lines than this are above their text, over the whole width, as those of その他のリスク on the sheet. */
const MAX_LABEL_LINES = 4;

export function isLabelAbove(item: FormItem): boolean {
  const lines = lineCount(labelOf(item), widthOf(GRID, 0, LABEL_SPAN));
  return (item.type === 'text' || item.type === 'longtext') && lines > MAX_LABEL_LINES;
}

/** The row of a label that is above its text. */
export function labelRow(item: FormItem): Row {
  return { cells: [labelCell(labelOf(item), COLUMNS)], keepNext: true };
}

/** The narrow first column beside all labels that are below another one. */
export function nestedEdge(rows: number): Cell {
  return cell('label', 1, [printed('label', '')], spanning(rows));
}

/** A part of an item whose own label is left of all its parts: 使用部署 of ④使用の主体. */
export function leadingPartLabel(item: FormItem, before: readonly Cell[]): LeadingCells {
  return { cells: [...before, labelCell(labelOf(item), 1)], from: LABEL_SPAN + 1 };
}

/** An item set in by the first column: below another label (その必要性), or beside a name that is upright (再委託). */
export function indentedLabel(item: FormItem, before: readonly Cell[]): LeadingCells {
  return { cells: [...before, labelCell(labelOf(item), 1)], from: LABEL_SPAN };
}

/** `①ファイルの種類　※` */
export function labelOf(item: FormItem): string {
  const text = item.type === 'count' ? item.label : itemLabel(item);
  return item.mark ? `${text}　※` : text;
}

export function spanning(rowSpan: number): Partial<Cell> {
  return rowSpan > 1 ? { rowSpan } : {};
}

/** The row of one item: its leading cells, and its value as its type is printed. */
export function leafRow(
  context: Context,
  node: LeafNode,
  leading: LeadingCells,
  extra: readonly Line[] = [],
): Row {
  const row = rowOf(
    [...leading.cells, ...valueCells(context, node, leading.from, extra)],
    GRID,
    coveredBy(leading),
  );
  return node.item.type === 'image' ? { ...row, minHeight: EMPTY_PICTURE_HEIGHT } : row;
}

/** Columns left of the leading cells that a cell of a row above covers. */
function coveredBy(leading: LeadingCells): number {
  return leading.from - leading.cells.reduce((sum, { span }) => sum + span, 0);
}

/** A row over the whole width, for values that are below their heading. */
export function wideRow(content: readonly CellContent[], more: Partial<Cell> = {}): Row {
  return rowOf([cell('value', COLUMNS, content, more)]);
}

/** A shaded line that names the rows below it: システム1. */
export function bandRow(text: string): Row {
  return { cells: [cell('band', COLUMNS, [printed('band', text)])], keepNext: true };
}

/** `[　] 接続しない（入手）　[　] 接続しない（提供）` at the right edge, as on the official sheet. */
export function flagsRow(context: Context, nodes: readonly LeafNode[]): Row {
  const runs = nodes.flatMap((node, at) => [
    ...(at > 0 ? plain('　　') : []),
    ...flagRuns(context, node.path, node.item),
  ]);
  return { ...wideRow([line('end', runs)], { paths: nodes.map((node) => node.path) }), keepNext: true };
}

/** Several check items in one cell, each below its name: ・識別情報, ・連絡先等情報, ・業務関係情報. */
export function stackedRow(context: Context, nodes: readonly LeafNode[], leading: LeadingCells): Row {
  const span = COLUMNS - leading.from;
  const content = nodes.flatMap((node) => [
    printed('check', node.item.label),
    ...checkLines(context, node.path, node.item, widthOf(GRID, leading.from, span)),
  ]);
  const cells = [...leading.cells, cell('value', span, content, { paths: nodes.map((node) => node.path) })];
  return rowOf(cells, GRID, coveredBy(leading));
}

function valueCells(context: Context, node: LeafNode, from: number, extra: readonly Line[]): readonly Cell[] {
  const paths = [node.path];
  const span = COLUMNS - from;
  if (hasNumberedOptions(node.item)) return choiceCells(context, node, from, extra);
  return [cell('value', span, [...leafContent(context, node, from, span), ...extra], { paths })];
}

function leafContent(context: Context, node: LeafNode, from: number, span: number): readonly CellContent[] {
  const { item, path } = node;
  switch (item.type) {
    case 'checks':
      return checkLines(context, path, item, widthOf(GRID, from, span));
    case 'flag':
      return [line('check', flagRuns(context, path, item))];
    case 'count':
      return [line('text', countRuns(context, path, item))];
    case 'image':
      return pictureContent(context, node);
    default:
      return textLines(context, path, item);
  }
}

function pictureContent(context: Context, node: LeafNode): readonly CellContent[] {
  const images = pictures(context, node.path);
  return images.length > 0 ? images : textLines(context, node.path, node.item);
}

/**
 * The value left of its ＜選択肢＞; above them where the longest option, or what is written or printed below the value,
 * would not be in one line beside them.
 */
function choiceCells(
  context: Context,
  node: LeafNode,
  from: number,
  extra: readonly Line[],
): readonly Cell[] {
  const { item, path } = node;
  const span = from === 0 ? COLUMNS - 2 : 2;
  const choices = optionsNow(context.form, context.assessment.values, item);
  const options = choices.map((option) => option.label);
  const note = item.printedNote ? [printed('note', `※${item.printedNote}`)] : [];
  const value = [bracketLine(context, path), ...extra];
  const blank = options.map((label) => printed('bracket', `[　${label}　]`));
  if (!fitOneLineEach([...blank, ...value, ...note], widthOf(GRID, from, span))) {
    const below = [...optionLines(choices, widthOf(GRID, from, COLUMNS - from)), ...note];
    return [cell('value', COLUMNS - from, [...value, ...below], { paths: [path], options })];
  }
  const optionSpan = COLUMNS - from - span;
  return [
    cell('value', span, [...value, ...note], { paths: [path], openEnd: true, options }),
    cell('options', optionSpan, optionLines(choices, widthOf(GRID, from + span, optionSpan))),
  ];
}

/** Whether each of the lines is one on paper. */
function fitOneLineEach(lines: readonly Line[], width: number): boolean {
  return lines.every((one) => {
    const size = one.role === 'note' ? SIZE.small : SIZE.body;
    return ems(lineText(one)) <= emsIn(width, size);
  });
}

export function hasNumberedOptions(item: FormItem): boolean {
  return item.type === 'choice' && (item.options ?? []).some((option) => option.n !== undefined);
}

/**
 * A row, breakable where its longest cell is long. Long text begins at the top, and so does the label beside it: it is
 * then on the page where the text begins.
 */
export function rowOf(cells: readonly Cell[], columns: readonly number[] = GRID, covered = 0): Row {
  return {
    cells,
    ...(covered > 0 ? { covered } : {}),
    ...(maxLineCount(cells, columns, covered) > MAX_UNBROKEN_LINES ? { breakable: true, fromTop: true } : {}),
  };
}

/** A row of a table whose rows are read across from their first line. */
export function acrossRow(cells: readonly Cell[], columns: readonly number[]): Row {
  return { ...rowOf(cells, columns), fromTop: true };
}

function maxLineCount(cells: readonly Cell[], columns: readonly number[], covered: number): number {
  let from = covered;
  let max = 0;
  for (const { content, span, rowSpan, vertical } of cells) {
    const width = widthOf(columns, from, span);
    from += span;
    if (vertical || rowSpan) continue;
    const lines = content.reduce((sum, one) => sum + heightOf(one, width), 0);
    max = Math.max(max, lines);
  }
  return max;
}

function heightOf(content: CellContent, width: number): number {
  if (content.kind === 'picture') return MAX_UNBROKEN_LINES;
  return content.stops ? 1 : lineCount(lineText(content), width);
}
