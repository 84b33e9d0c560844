import type { Box } from './geometry';
import { BULLET, wraps, type Line } from './lines';
import type { PageTable, PageCell } from './pageItems';

/** Points by which the edges of columns may differ from page to page. */
export const SAME_COLUMN = 3;

/** Whether a table stands in the same columns as the one before it. */
export function continues(before: { readonly box: Box }, after: PageTable): boolean {
  return near(before.box.left, after.box.left) && near(before.box.right, after.box.right);
}

/** Columns from which a row that two pages begin with is a head; fewer may be a label with the same answer. */
const HEAD_COLUMNS = 5;

/** Without the head that is printed again on every page: all of it shaded, or of many columns, and word for word the same. */
export function withoutRepeatedHead(table: PageTable, isHead: (key: string) => boolean): PageTable {
  const row = firstRow(table);
  const key = headKey(row);
  const mayBe = row.length >= HEAD_COLUMNS || row.every(({ shaded }) => shaded);
  return mayBe && key !== '' && isHead(key) ? { ...table, cells: belowFirstRow(table) } : table;
}

/** Without the label over the whole width that is printed again above the rest of its text; undefined where none is. */
export function withoutRepeatedLabel(table: PageTable, label: string): PageTable | undefined {
  if (label === '' || labelAcross(firstRow(table)) !== label) return undefined;
  return { ...table, cells: belowFirstRow(table) };
}

/** The words of a row that is one shaded cell; '' of any other. */
export function labelAcross(row: readonly PageCell[]): string {
  const [only, second] = row;
  return only?.shaded && !second ? textKey(only) : '';
}

/** What a row says in all its columns; '' where it is no head: one column only, or a blank one. */
export function headKey(row: readonly PageCell[]): string {
  const texts = row.map(textKey);
  return row.length > 1 && texts.every((text) => text !== '') ? texts.join('\t') : '';
}

export function firstRow({ cells }: PageTable): readonly PageCell[] {
  const top = cells.reduce((least, { row }) => Math.min(least, row), Infinity);
  return cells.filter(({ row }) => row === top);
}

function textKey(cell: PageCell | undefined): string {
  return (cell?.lines ?? [])
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
}

export function belowFirstRow(table: PageTable): readonly PageCell[] {
  const gone = new Set(firstRow(table).filter(({ rowSpan }) => rowSpan === 1));
  return table.cells.filter((cell) => !gone.has(cell));
}

/**
 * Whether a page break cut one row into these two: the lower part has the columns of the upper one but repeats none
 * of its labels. Else the rows merely follow one another.
 */
export function isCutRow(upper: readonly PageCell[], lower: readonly PageCell[]): boolean {
  return upper.length > 1 && sameColumns(upper, lower) && isLowerPart(upper, lower);
}

/**
 * The row that a page begins with, without labels that are word for word those of the row above: they were printed
 * again. Not so where its text begins an answer, and in 変更箇所, where rows of one day and one item follow each other.
 */
export function withoutRepeatedLabels(
  upper: readonly PageCell[],
  lower: readonly PageCell[],
): readonly PageCell[] {
  if (lower.length >= HEAD_COLUMNS || !sameColumns(upper, lower)) return lower;
  const labels = labelColumns(upper, lower);
  const rest = lower.filter((_, at) => !labels.includes(at));
  const isRepeated = (at: number) => textKey(upper[at]) === textKey(lower[at]);
  if (!labels.every(isRepeated) || lower.every((_, at) => isRepeated(at)) || rest.some(isAnswer))
    return lower;
  return lower.map((cell, at) => (labels.includes(at) ? { ...cell, lines: [] } : cell));
}

/** `[　十分である　]`, a tick or a list of options. */
function isAnswer(cell: PageCell): boolean {
  return /^(?:\[[^\]]*\]|<選択肢>)/.test(textKey(cell).normalize('NFKC'));
}

/** An answer of which nothing can follow: `[　十分である　]`, `（ 2 ）　件`, a list of options. */
function isWholeAnswer(cell: PageCell): boolean {
  return /^(?:\[[^○\]]{2,}\](?:\(\d*\)件)?$|\(\d*\)件$|<選択肢>)/.test(textKey(cell).normalize('NFKC'));
}

function goesOnWithOptions(cell: PageCell): boolean {
  return /^\d\)/.test(textKey(cell).normalize('NFKC'));
}

export function sameColumns(upper: readonly PageCell[], lower: readonly PageCell[]): boolean {
  return (
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
  if (unlabelled || lower.every(isBlank) || (upper.some(isWholeAnswer) && !lower.some(goesOnWithOptions)))
    return false;
  return (
    labels.every((at) => isBlank(upper[at]) && mayBeBelow(upper[at], lower[at])) ||
    labels.every((at) => isBlank(lower[at]) || labelGoesOn(upper[at], lower[at]))
  );
}

/** A label in the middle of its row stands in the larger part; at the top of the smaller one begins a row of its own. */
function mayBeBelow(upper: PageCell | undefined, lower: PageCell | undefined): boolean {
  const first = lower?.lines[0];
  if (!upper || !lower || !first) return true;
  const fromTop = first.top - lower.box.top < first.size / 2;
  return !fromTop || heightOf(lower) >= heightOf(upper);
}

function heightOf({ box }: PageCell): number {
  return box.bottom - box.top;
}

/**
 * A label that was cut itself: it fills its cell to the end of the page and goes on from the top of the next, its line was
 * full, and what follows begins no label of its own. With room above, it is whole and stands in the middle of its row.
 */
function labelGoesOn(upper: PageCell | undefined, lower: PageCell | undefined): boolean {
  const last = upper?.lines[upper.lines.length - 1];
  const first = lower?.lines[0];
  if (!upper || !lower || !last || !first) return false;
  if ((upper.lines[0]?.top ?? 0) - upper.box.top > last.size / 2) return false;
  const cut = upper.box.bottom - last.bottom < last.size && first.top - lower.box.top < first.size;
  return cut && !beginsLabel(first.text, upper.lines[0]?.text ?? '') && wraps(last, first, upper.right);
}

/** Dates, numbers and Roman numerals begin labels; so does what begins like the label above. */
function beginsLabel(text: string, above: string): boolean {
  const plain = text.normalize('NFKC').trim();
  // The mark of a label that was cut before it.
  if (plain === '※') return false;
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
