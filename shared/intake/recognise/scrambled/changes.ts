import type { Leftover, RecognisedItem, ReviewReason } from '../../result';
import { splitAlike } from './halves';
import type { Page } from './pages';
import { beginsPath, type Cell, cellsOf, namesItem } from './rows';

interface Row {
  readonly date: Cell;
  readonly item: Cell | undefined;
  /** Cells between the item and 事前・事後: before and after. */
  readonly content: readonly Cell[];
  readonly timing: Cell | undefined;
  readonly reason: readonly Cell[];
  /** Something of the row stands elsewhere on the page. */
  readonly torn: boolean;
}

export interface Changes {
  readonly items: readonly RecognisedItem[];
  readonly leftover: readonly Leftover[];
}

export interface ChangeTable {
  /** `annex3.rows` */
  readonly id: string;
  /** Heads of the columns and the title of the table, as printed. */
  readonly heads: readonly string[];
  readonly isHeading: (text: string) => boolean;
}

/**
 * The rows of the table of changes. A row begins with its date and ends with the reason behind 事前・事後; what
 * lies between is split into before and after only where the text shows the border. A page whose columns were
 * torn apart gives no rows it cannot be sure of: their text is left over with its place.
 */
export function changesOf(pages: readonly Page[], table: ChangeTable): Changes {
  const items: RecognisedItem[] = [];
  const leftover: Leftover[] = [];
  for (const page of pages) {
    const { rows, stray } = rowsOf(cellsOf(page, table.heads), table);
    const mended = mend(rows, stray);
    for (const row of mended.rows) items.push(rowItem(row, `${table.id}[${String(items.length + 1)}]`));
    leftover.push(...mended.stray.flatMap(leftoverOf));
  }
  return { items, leftover };
}

interface Sorted {
  readonly rows: readonly Row[];
  readonly stray: readonly Cell[];
}

function rowsOf(cells: readonly Cell[], table: ChangeTable): Sorted {
  const led = byDates(cells, table);
  if (led.stray.length <= 1) return led;
  const rows = byItems(cells);
  return rows.length > led.rows.length ? { rows, stray: [] } : led;
}

function byDates(cells: readonly Cell[], table: ChangeTable): Sorted {
  const starts = cells.flatMap((cell, at) => (cell.kind === 'date' ? [at] : []));
  const stray = [...cells.slice(0, starts[0] ?? cells.length)];
  const rows = starts.flatMap((start, nth) => {
    const [date, ...rest] = cells.slice(start, starts[nth + 1] ?? cells.length);
    const row = date && rowOf(date, rest, table);
    if (row) return [row];
    stray.push(...(date ? [date] : []), ...rest);
    return [];
  });
  return { rows, stray };
}

/**
 * A page whose dates (and items) come in clumps: as many dates as items and 事前・事後, so they belong together
 * in order. A person checks each such row.
 */
function byItems(cells: readonly Cell[]): readonly Row[] {
  const dates = cells.filter((cell) => cell.kind === 'date');
  const items = cells.filter(beginsPath);
  const timings = cells.filter((cell) => cell.kind === 'timing');
  if (items.length !== dates.length || timings.length !== dates.length) return [];
  const rest = cells.filter((cell) => cell.kind !== 'date');
  const parts =
    rowsLedBy(items, rest) ??
    rowsBetween(
      timings,
      rest.filter((cell) => !items.includes(cell)),
    );
  return dates.flatMap((date, nth) => {
    const part = parts?.[nth];
    return part ? [{ date, item: items[nth], ...part, torn: true }] : [];
  });
}

type Part = Pick<Row, 'content' | 'timing' | 'reason'>;

/** Each item is followed by the rest of its row. */
function rowsLedBy(items: readonly Cell[], cells: readonly Cell[]): readonly Part[] | undefined {
  if (cells[0] !== items[0]) return undefined;
  const parts = items.map((item, nth) => {
    const next = items[nth + 1];
    return partOf(cells.slice(cells.indexOf(item) + 1, next ? cells.indexOf(next) : cells.length));
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function partOf(cells: readonly Cell[]): Part | undefined {
  const at = cells.findIndex((cell) => cell.kind === 'timing');
  const timing = cells[at];
  if (!timing || cells.filter((cell) => cell.kind === 'timing').length > 1) return undefined;
  return { content: cells.slice(0, at), timing, reason: cells.slice(at + 1) };
}

/** Items stand apart: what lies between 事前・事後 and the next is a reason, then the next row's before and after. */
function rowsBetween(timings: readonly Cell[], cells: readonly Cell[]): readonly Part[] | undefined {
  const stretches = timings.map((timing, nth) => {
    const before = timings[nth - 1];
    return cells.slice(before ? cells.indexOf(before) + 1 : 0, cells.indexOf(timing));
  });
  const last = timings.at(-1);
  const tail = last ? cells.slice(cells.indexOf(last) + 1) : [];
  if (stretches.slice(1).some((stretch) => stretch.length < 2)) return undefined;
  return timings.map((timing, nth) => ({
    timing,
    content: nth === 0 ? (stretches[0] ?? []) : (stretches[nth]?.slice(1) ?? []),
    reason: nth === timings.length - 1 ? tail : (stretches[nth + 1]?.slice(0, 1) ?? []),
  }));
}

function rowOf(date: Cell, rest: readonly Cell[], table: ChangeTable): Row | undefined {
  const timings = rest.filter((cell) => cell.kind === 'timing');
  const at = rest.findIndex((cell) => cell.kind === 'timing');
  const [timing] = timings;
  const [item, ...content] = rest.slice(0, at);
  if (!timing || timings.length > 1 || !item || !namesItem(item, table.isHeading)) return undefined;
  return { date, item, content, timing, reason: rest.slice(at + 1), torn: false };
}

/** The reason of a page's first row often stands before its date: one text too many, one reason missing. */
function mend(rows: readonly Row[], stray: readonly Cell[]): Sorted {
  const [words, ...others] = stray;
  const lacking = rows.filter((row) => row.reason.length === 0);
  const [row] = lacking;
  const settled = rows.some((other) => other.reason.length > 0) || rows.length === 1;
  if (!words || !row || others.length > 0 || lacking.length > 1 || words.kind !== 'text' || !settled)
    return { rows, stray };
  return {
    rows: rows.map((other) => (other === row ? { ...row, reason: [words], torn: true } : other)),
    stray: [],
  };
}

function rowItem(row: Row, path: string): RecognisedItem {
  const { before, after, sure } = contentOf(row);
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
  const reason = reasonOf(row, sure);
  return reason ? { path, status: 'review', value, reason, where } : { path, status: 'filled', value, where };
}

function reasonOf(row: Row, sure: boolean): ReviewReason | undefined {
  if (!sure) return { code: 'rowUnclear' };
  return row.torn || row.reason.length > 1 ? { code: 'rowUnclear' } : undefined;
}

interface Content {
  readonly before: string;
  readonly after: string;
  readonly sure: boolean;
}

function contentOf({ content }: Row): Content {
  const [first, second, ...more] = content;
  if (first && !second) return oneCell(first);
  if (first && second && more.length === 0 && !splitsLine(first) && !splitsLine(second)) {
    return { before: text([first]), after: text([second]), sure: true };
  }
  return { ...splitAlike(content.map((cell) => cell.texts)), sure: false };
}

/** `委託する　６件 委託する　５件`: two cells on one line, a narrow space between them. */
function oneCell(cell: Cell): Content {
  const [line, ...more] = cell.texts;
  const parts = (line ?? '').trim().split(/ +/);
  if (more.length === 0 && parts.length === 2)
    return { before: parts[0] ?? '', after: parts[1] ?? '', sure: true };
  return { ...splitAlike([cell.texts]), sure: false };
}

function splitsLine(cell: Cell): boolean {
  return cell.texts.length === 1 && / +\S/.test((cell.texts[0] ?? '').trim());
}

function text(cells: readonly Cell[]): string {
  return cells.flatMap((cell) => cell.texts).join('\n');
}

function leftoverOf(cell: Cell): readonly Leftover[] {
  const where = cell.lines[0]?.where;
  return [{ where: where ?? {}, text: text([cell]) }];
}
