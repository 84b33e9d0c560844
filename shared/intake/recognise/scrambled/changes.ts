import type { Leftover, RecognisedItem } from '../../result';
import type { ReviewReason } from '../../../assessment/source';
import { widthOf } from './cellText';
import type { Heads } from './columnHeads';
import { contentOf } from './halves';
import { type ItemNames, itemWidth, withItems } from './itemCell';
import type { Page } from './pages';
import { type Cell, cellsOf } from './rows';
import { type Row, rowsOf } from './tableRows';
import { appendAll, largest } from '../../lists';

export interface Changes {
  readonly items: readonly RecognisedItem[];
  readonly leftover: readonly Leftover[];
}

export interface ChangeTable {
  /** `annex3.rows` */
  readonly id: string;
  readonly heads: Heads;
  readonly names: ItemNames;
  /** Lines of neighbouring cells run into each other: no row is certain. */
  readonly interleaved: boolean;
}

/**
 * The rows of the table of changes. A row begins with its date and ends with the reason behind 事前・事後; what
 * lies between is split into before and after only where the text shows the border. Where cells of a page were
 * drawn out of turn, they go to the one row that lacks them, and a person checks it; else they are left over.
 */
export function changesOf(pages: readonly Page[], table: ChangeTable): Changes {
  const plain = pages.map((page) => cellsOf(page, table.heads));
  const width = itemWidth(plain);
  const rows: Row[] = [];
  const leftover: Leftover[] = [];
  for (const cells of plain) {
    const sorted = rowsOf(withItems(cells, { width, names: table.names }), width);
    if (sorted.stray.length > 0) doubtLast(rows);
    appendAll(rows, sorted.rows);
    appendAll(leftover, sorted.stray.flatMap(leftoverOf));
  }
  const wide = contentWidth(rows);
  const told = table.interleaved ? rows.map((row) => ({ ...row, torn: true })) : rows;
  return { items: told.map((row, nth) => rowItem(row, `${table.id}[${String(nth + 1)}]`, wide)), leftover };
}

/** What stands at the top of a page may go on with the last row of the page before. */
function doubtLast(rows: Row[]): void {
  const last = rows.pop();
  if (last) rows.push({ ...last, torn: true });
}

/** Of most cells that have several lines; a single line may hold two cells. */
function contentWidth(rows: readonly Row[]): number {
  const widths = rows
    .flatMap(({ content }) => content.filter(({ texts }) => texts.length > 2))
    .map(({ texts }) => largest(texts.map(widthOf)))
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

function rowItem(row: Row, path: string, width: number): RecognisedItem {
  const { before, after, sure } = contentOf(row.content, { width, timingBeside: row.timingBeside });
  const value = {
    date: text([row.date]).trim(),
    item: text(row.item ? [row.item] : []),
    before,
    after,
    timing: text(row.timing ? [row.timing] : []),
    reason: text(row.reason),
  };
  const where = [row.date, row.item, ...row.content, row.timing, ...row.reason].flatMap((cell) =>
    (cell?.lines ?? []).map((line) => line.where),
  );
  const reason: ReviewReason | undefined = sure && !row.torn ? undefined : { code: 'rowUnclear' };
  return reason ? { path, status: 'review', value, reason, where } : { path, status: 'filled', value, where };
}

function text(cells: readonly Cell[]): string {
  return cells.flatMap((cell) => cell.texts).join('\n');
}

function leftoverOf(cell: Cell): readonly Leftover[] {
  const where = cell.lines[0]?.where;
  return [{ where: where ?? {}, text: text([cell]) }];
}
