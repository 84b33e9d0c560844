import { BULLET, wraps, type Line } from './lines';
import type { PageCell, PageTable } from './layout';

/** Points by which the edges of columns may differ from page to page. */
const SAME_COLUMN = 3;

/** Whether a table at the top of a page goes on with that at the bottom of the page before. */
export function continues(before: PageTable, after: PageTable): boolean {
  return near(before.box.left, after.box.left) && near(before.box.right, after.box.right);
}

/** Columns from which a row that two pages begin with is a head; fewer may be a label with the same answer. */
const HEAD_COLUMNS = 5;

/** Without the head that is printed again on every page: all of it shaded, or of many columns, and word for word the same. */
export function withoutRepeatedHead(first: PageTable, after: PageTable): PageTable {
  const repeated = firstRow(after);
  const original = firstRow(first);
  const same =
    repeated.length > 1 &&
    (repeated.length >= HEAD_COLUMNS || repeated.every(({ shaded }) => shaded)) &&
    repeated.length === original.length &&
    repeated.every((cell, at) => textKey(cell) !== '' && textKey(cell) === textKey(original[at]));
  return same ? dropFirstRow(after) : after;
}

function firstRow({ cells }: PageTable): readonly PageCell[] {
  const top = Math.min(...cells.map(({ row }) => row));
  return cells.filter(({ row }) => row === top);
}

function textKey(cell: PageCell | undefined): string {
  return (cell?.lines ?? [])
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
}

function dropFirstRow(table: PageTable): PageTable {
  const gone = new Set(firstRow(table).filter(({ rowSpan }) => rowSpan === 1));
  return { ...table, cells: table.cells.filter((cell) => !gone.has(cell)) };
}

/**
 * A row that a page break cut in two is made whole: the lower part, which has the columns of the row above it but
 * repeats none of its labels, joins the row before, and the rows under it follow in the same table. Undefined where
 * the tables merely follow one another.
 */
export function joinCutRow(before: PageTable, after: PageTable): PageTable | undefined {
  const upper = lastRow(before);
  const lower = firstRow(after);
  if (!sameColumns(upper, lower) || !isLowerPart(upper, lower)) return undefined;
  const joined = new Map(upper.map((cell, at) => [cell, joinCells(cell, lower[at])]));
  const cells = before.cells.map((cell) => joined.get(cell) ?? cell);
  const rest = dropFirstRow(after).cells;
  const offset = rowsOf(cells) - Math.min(...rest.map(({ row }) => row));
  return inOneGrid({
    ...before,
    cells: [...cells, ...rest.map((cell) => ({ ...cell, row: cell.row + offset }))],
  });
}

function rowsOf(cells: readonly PageCell[]): number {
  return Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
}

/** Each page has drawn its own vertical lines: columns are counted anew over all of them. */
function inOneGrid(table: PageTable): PageTable {
  const edges: number[] = [];
  const sides = table.cells.flatMap(({ box }) => [box.left, box.right]).sort((a, b) => a - b);
  for (const side of sides) if (side - (edges[edges.length - 1] ?? -Infinity) > SAME_COLUMN) edges.push(side);
  const columnOf = (side: number) => edges.findLastIndex((edge) => edge <= side + 0.01);
  const cells = table.cells.map((cell) => {
    const column = columnOf(cell.box.left);
    return { ...cell, column, columnSpan: Math.max(1, columnOf(cell.box.right) - column) };
  });
  return { ...table, cells };
}

function lastRow({ cells }: PageTable): readonly PageCell[] {
  const bottom = rowsOf(cells);
  return cells.filter(({ row, rowSpan }) => row + rowSpan === bottom).sort((a, b) => a.column - b.column);
}

function sameColumns(upper: readonly PageCell[], lower: readonly PageCell[]): boolean {
  return (
    upper.length > 1 &&
    upper.length === lower.length &&
    upper.every(
      (cell, at) => near(cell.box.left, lower[at]?.box.left) && near(cell.box.right, lower[at]?.box.right),
    )
  );
}

function near(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) <= SAME_COLUMN;
}

/** The labels of a cut row stand in one of its parts only, its texts in either. */
function isLowerPart(upper: readonly PageCell[], lower: readonly PageCell[]): boolean {
  const labels = labelColumns(upper, lower);
  const unlabelled = labels.every((at) => isBlank(upper[at]) && isBlank(lower[at]));
  if (unlabelled || lower.every(isBlank)) return false;
  return (
    labels.every((at) => isBlank(upper[at])) ||
    labels.every((at) => isBlank(lower[at]) || labelGoesOn(upper[at], lower[at]))
  );
}

/**
 * A label that was cut itself: it runs to the end of the page and on from the top of the next, its line was full, and
 * what follows begins no label of its own.
 */
function labelGoesOn(upper: PageCell | undefined, lower: PageCell | undefined): boolean {
  const last = upper?.lines[upper.lines.length - 1];
  const first = lower?.lines[0];
  if (!upper || !lower || !last || !first) return false;
  const cut = upper.box.bottom - last.bottom < last.size && first.top - lower.box.top < first.size;
  return cut && !beginsLabel(first.text, upper.lines[0]?.text ?? '') && wraps(last, first, upper.right);
}

/** Dates, numbers and Roman numerals begin labels; so does what begins like the label above. */
function beginsLabel(text: string, above: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return (
    BULLET.test(text) ||
    /^(令和|平成|昭和|[RHS]\d|\d{4}|[IVX]+(?=[^A-Za-z]))/.test(plain) ||
    plain.slice(0, 2) === above.normalize('NFKC').trim().slice(0, 2)
  );
}

/**
 * Shaded cells are labels. Without shading: the first of two or three columns, every other of four, and of a wide
 * table (変更箇所) the first two.
 */
function labelColumns(upper: readonly PageCell[], lower: readonly PageCell[]): readonly number[] {
  const columns = upper.map((_, at) => at);
  const shaded = columns.filter((at) => upper[at]?.shaded ?? lower[at]?.shaded);
  if (shaded[0] === 0 && shaded.length < columns.length) return shaded;
  if (columns.length >= 5) return [0, 1];
  return columns.filter((at) => at < columns.length - 1 && (columns.length < 4 || at % 2 === 0));
}

function isBlank(cell: PageCell | undefined): boolean {
  return (cell?.lines.length ?? 0) === 0 && (cell?.tables.length ?? 0) === 0;
}

function joinCells(upper: PageCell, lower: PageCell | undefined): PageCell {
  if (!lower) return upper;
  return { ...upper, lines: [...upper.lines, ...lower.lines], tables: [...upper.tables, ...lower.tables] };
}

/** Loose lines that are one paragraph, broken only where the page ended the line. */
export function paragraphsOf(lines: readonly Line[], right: number): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs[paragraphs.length - 1];
    const last = paragraph?.[paragraph.length - 1];
    if (paragraph && last && goesOn(last, line, right)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function goesOn(last: Line, line: Line, right: number): boolean {
  const sameSize = Math.abs(last.size - line.size) < 0.5;
  return sameSize && line.top - last.bottom < line.size && wraps(last, line, right);
}
