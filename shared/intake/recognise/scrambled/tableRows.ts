import { widthOf } from './cellText';
import type { Cell } from './rows';
import { appendAll } from '../../lists';

/** One row of the table of changes, as far as the page shows it. */
export interface Row {
  readonly date: Cell;
  readonly item: Cell | undefined;
  /** Cells between the item and 事前・事後: before and after. */
  readonly content: readonly Cell[];
  readonly timing: Cell | undefined;
  /** 事前・事後 stands on the last line of the content. */
  readonly timingBeside: boolean;
  readonly reason: readonly Cell[];
  /** Something of the row stands elsewhere on the page, or may. */
  readonly torn: boolean;
}

export interface Sorted {
  readonly rows: readonly Row[];
  /** Cells that belong to no row for certain. */
  readonly stray: readonly Cell[];
}

interface Draft {
  date?: Cell | undefined;
  item?: Cell | undefined;
  content: Cell[];
  timing?: Cell | undefined;
  reason: Cell[];
  torn: boolean;
}

/** The rows of one page from its cells in the order of the text. `width`: of the column of 項目. */
export function rowsOf(cells: readonly Cell[], width: number): Sorted {
  const clumped = inColumns(cells);
  if (clumped) return { rows: clumped, stray: [] };
  const { drafts, stray } = draftsOf(cells);
  const loose = [...stray];
  settleDates(drafts, loose);
  settleTimings(drafts, loose, width);
  settleReasons(drafts, loose);
  const whole = drafts.filter((draft) => draft.date && draft.item);
  const broken = drafts.filter((draft) => !whole.includes(draft));
  const irregular = loose.length > 0 || broken.length > 0 || whole.some(isIrregular);
  return {
    rows: whole.flatMap((draft) => rowOf(draft, cells, irregular)),
    stray: [...loose, ...broken.flatMap(cellsIn)],
  };
}

function draftsOf(cells: readonly Cell[]): { drafts: Draft[]; stray: Cell[] } {
  const drafts: Draft[] = [];
  const stray: Cell[] = [];
  for (const [at, found] of cells.entries()) {
    const current = drafts.at(-1);
    const cell = isContentDate(found, current, cells[at + 1]) ? { ...found, kind: 'text' as const } : found;
    if (opensRow(cell, current))
      drafts.push({ ...{ [cell.kind]: cell }, content: [], reason: [], torn: false });
    else if (!current) stray.push(cell);
    else if (!take(current, cell)) stray.push(cell);
  }
  return { drafts, stray };
}

/** A date right behind the item, with no item behind itself, is one that was changed. */
function isContentDate(cell: Cell, current: Draft | undefined, next: Cell | undefined): boolean {
  if (cell.kind !== 'date' || !current?.date || !current.item || current.timing) return false;
  const only = current.content.every(({ texts }) => texts.length === 1);
  return only && current.content.length < 2 && (next?.kind === 'timing' || next?.kind === 'date');
}

function opensRow(cell: Cell, current: Draft | undefined): boolean {
  if (cell.kind === 'date') return !current || current.date !== undefined || isBegun(current);
  return cell.kind === 'item' && (!current || current.item !== undefined || isBegun(current));
}

function isBegun({ content, timing }: Draft): boolean {
  return content.length > 0 || timing !== undefined;
}

/** False where the row has no place for it. */
function take(draft: Draft, cell: Cell): boolean {
  if (cell.kind === 'date') draft.date = cell;
  else if (cell.kind === 'item') draft.item = cell;
  else if (cell.kind === 'timing') return takeTiming(draft, cell);
  else if (draft.timing) draft.reason.push(cell);
  else draft.content.push(cell);
  return true;
}

function takeTiming(draft: Draft, cell: Cell): boolean {
  if (draft.timing) return false;
  draft.timing = cell;
  return true;
}

/** Dates without a row and rows without a date: as many of one as of the other go together in order. */
function settleDates(drafts: Draft[], stray: Cell[]): void {
  const alone = drafts.filter((draft) => draft.date && !draft.item);
  const lacking = drafts.filter((draft) => !draft.date);
  if (alone.length === 0 || alone.length !== lacking.length) return;
  const dates = drafts.flatMap(({ date }) => date ?? []);
  const rows = drafts.filter((draft) => draft.item);
  appendAll(
    stray,
    alone.flatMap((draft) => cellsIn({ ...draft, date: undefined })),
  );
  rows.forEach((row, nth) => {
    row.torn ||= row.date !== dates[nth];
    row.date = dates[nth];
  });
  drafts.splice(0, drafts.length, ...rows);
}

/** The same for 事前・事後; what a row without it holds too much of is its reason. */
function settleTimings(drafts: readonly Draft[], stray: Cell[], width: number): void {
  const lacking = drafts.filter((draft) => draft.date && draft.item && !draft.timing);
  const loose = stray.filter((cell) => cell.kind === 'timing');
  if (lacking.length === 0) return;
  for (const [nth, draft] of lacking.entries()) {
    draft.torn = true;
    const last = draft.content.at(-1);
    if (draft.content.length > 2 && last?.texts.every((text) => widthOf(text) <= width + 2))
      appendAll(draft.reason, draft.content.splice(-1));
    const timing = loose.length === lacking.length ? loose[nth] : undefined;
    if (!timing) continue;
    draft.timing = timing;
    stray.splice(stray.indexOf(timing), 1);
  }
}

/** The reason of a row often stands at the top of its page: one text too many, one reason missing. */
function settleReasons(drafts: readonly Draft[], stray: Cell[]): void {
  const texts = stray.filter((cell) => cell.kind === 'text');
  const [words] = texts;
  const lacking = drafts.filter((draft) => draft.reason.length === 0);
  const [draft] = lacking;
  if (!words || !draft || texts.length > 1 || lacking.length > 1) return;
  if (drafts.length > 1 && !drafts.some(({ reason }) => reason.length > 0)) return;
  draft.reason.push(words);
  draft.torn = true;
  stray.splice(stray.indexOf(words), 1);
}

/** Some cell is astray here. */
function isIrregular({ torn, timing, content, reason }: Draft): boolean {
  return torn || !timing || reason.length > 1 || content.length > 2 || content.length === 0;
}

function rowOf(draft: Draft, cells: readonly Cell[], irregular: boolean): readonly Row[] {
  const { date, item, content, timing, reason } = draft;
  if (!date) return [];
  const last = content.at(-1);
  const timingBeside = timing !== undefined && last?.lines.at(-1) === timing.lines[0];
  const regular = content.length === 2 && reason.length === 1;
  const torn = draft.torn || reason.length > 1 || !timing || (irregular && !regular);
  return [{ date, item, content, timing, timingBeside, reason, torn: torn || !inTurn(draft, cells) }];
}

/** The cells of the row follow each other in the text. */
function inTurn(draft: Draft, cells: readonly Cell[]): boolean {
  const places = cellsIn(draft).map((cell) => cells.findIndex(({ texts }) => texts === cell.texts));
  return places.every((place, nth) => nth === 0 || place === (places[nth - 1] ?? 0) + 1);
}

function cellsIn({ date, item, content, timing, reason }: Draft): readonly Cell[] {
  return [date, item, ...content, timing, ...reason].flatMap((cell) => cell ?? []);
}

/**
 * A page whose dates and items come in clumps: as many dates as items and 事前・事後, so they belong together in
 * order. A person checks each such row.
 */
function inColumns(cells: readonly Cell[]): readonly Row[] | undefined {
  const dates = cells.filter((cell) => cell.kind === 'date');
  const items = cells.filter((cell) => cell.kind === 'item');
  const timings = cells.filter((cell) => cell.kind === 'timing');
  const clumped = items.some((item, nth) => nth > 0 && cells[cells.indexOf(item) - 1] === items[nth - 1]);
  if (!clumped || items.length !== dates.length || timings.length !== dates.length) return undefined;
  const parts = between(
    timings,
    cells.filter((cell) => !dates.includes(cell) && !items.includes(cell)),
  );
  return parts && dates.map((date, nth) => columnRow(date, items[nth], parts[nth]));
}

type Part = Pick<Row, 'content' | 'timing' | 'reason'>;

function columnRow(date: Cell, item: Cell | undefined, part: Part | undefined): Row {
  const empty: Part = { content: [], timing: undefined, reason: [] };
  return { date, item, ...(part ?? empty), timingBeside: false, torn: true };
}

/** What lies between 事前・事後 and the next is a reason, then the next row's before and after. */
function between(timings: readonly Cell[], cells: readonly Cell[]): readonly Part[] | undefined {
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
