import { groupBy } from './group';
import { type Span, type Unit, wholeOf } from './pieces';
import type { Print } from './print';

/** What stands outside the form's own pages: headers, footers, footnotes, comments, lists for choosing from. */
export interface Margins {
  readonly body: readonly Unit[];
  /** Page numbers, headers that only repeat an earlier one, lists of the form's options. */
  readonly print: readonly Span[];
  /** Everything else: a person decides. */
  readonly leftover: readonly Span[];
}

const OUTSIDE: readonly (string | undefined)[] = ['header', 'footer', 'footnote', 'comment'];

/** `mixed`: headers and footers may stand among the lines of the body. */
export function marginsOf(print: Print, units: readonly Unit[], mixed: boolean): Margins {
  const numbers = pageNumbers(units, mixed);
  const repeated = repeatedEdges(print, units);
  const isOutside = (unit: Unit): boolean =>
    numbers.has(unit) ||
    repeated.has(unit) ||
    isFootnote(print, unit) ||
    standsOutside(unit) ||
    (mixed && isLonePageNumber(unit));
  const lists = new Set([
    ...optionLists(print, units),
    ...units.filter((unit) => isOptionsMark(print, unit)),
  ]);
  const seen = new Set<string>();
  const known: Span[] = [...lists].flatMap(({ pieces }) => pieces.map(wholeOf));
  const leftover: Span[] = [];
  for (const piece of units.filter(isOutside).flatMap(({ pieces }) => pieces)) {
    const key = piece.folded.key;
    const repeated = PAGE_NUMBER.test(key) || seen.has(key) || isOption(print, key);
    (repeated ? known : leftover).push(wholeOf(piece));
    seen.add(key);
  }
  return { body: units.filter((unit) => !isOutside(unit) && !lists.has(unit)), print: known, leftover };
}

/** So many rows at either end of a sheet may be those of the office; further in stands the name of a file, on several sheets. */
const EDGE_ROWS = 1;

/** Rows of one text at the edges of several sheets that are no words of the form: the office's own. */
function repeatedEdges(print: Print, units: readonly Unit[]): ReadonlySet<Unit> {
  const rows = units.filter(isOfSheet);
  const edges = [...groupBy(rows, ({ table }) => table).values()].flatMap((table) => [
    ...table.slice(0, EDGE_ROWS),
    ...table.slice(Math.max(EDGE_ROWS, table.length - EDGE_ROWS)),
  ]);
  const lone = edges.filter((unit) => {
    const key = loneKey(unit);
    return (
      key.length >= SHORTEST_EDGE &&
      !NUMBERED.test(key) &&
      print.at(key, 0).length === 0 &&
      !isOption(print, key)
    );
  });
  const same = [...groupBy(lone, loneKey).values()];
  return new Set(same.filter((rowsOfText) => new Set(rowsOfText.map(({ table }) => table)).size > 1).flat());
}

const SHORTEST_EDGE = 4;

/** A title with a number counts something of the document: `(1)住民基本台帳ファイル`. */
const NUMBERED = /^\(?\d/;

function isOfSheet({ kind, pieces }: Unit): boolean {
  return kind === 'row' && pieces[0]?.where.sheet !== undefined;
}

/** The folded text of a row with a single cell; '' for any other. */
function loneKey({ pieces }: Unit): string {
  const [only, ...others] = pieces.filter(({ folded }) => folded.key !== '');
  return only && others.length === 0 ? only.folded.key : '';
}

/** （注）, （注１）: a remark of the writer in a row of a sheet, below what it is about. */
function isFootnote(print: Print, unit: Unit): boolean {
  const key = isOfSheet(unit) ? loneKey(unit) : '';
  return /^\(注\d{0,2}\)/.test(key) && print.exact(key).length === 0;
}

/** Fewest lines on a page, also on the average, and fewest pages whose numbers say that they are ones. */
const SHORTEST_PAGE = 2;
const AVERAGE_PAGE = 6;
const FEWEST_PAGES = 3;
/** Numbers of pages that were not read. */
const WIDEST_GAP = 8;

/** Numbers alone in a line that count the pages: rising by little, a page apart, the longest such run. */
function pageNumbers(units: readonly Unit[], mixed: boolean): ReadonlySet<Unit> {
  const lone = units.flatMap((unit, at) => {
    const key = unit.kind === 'line' ? (unit.pieces[0]?.folded.key ?? '') : '';
    const isNumber = /^\d{1,4}$/.test(key) || (!mixed && isLonePageNumber(unit));
    return isNumber ? [{ unit, at, number: Number(/\d+/.exec(key)?.[0]) }] : [];
  });
  const run = longestRun(lone);
  const between = (run[0]?.at ?? 0) - (run.at(-1)?.at ?? 0);
  const counts = run.length >= FEWEST_PAGES && between >= AVERAGE_PAGE * (run.length - 1);
  return new Set(counts ? run.map(({ unit }) => unit) : []);
}

/** Lone numbers back to which a run may go on. */
const REACH = 50;

function longestRun<T extends LoneNumber>(lone: readonly T[]): readonly T[] {
  const length: number[] = [];
  const before: (number | undefined)[] = [];
  lone.forEach((one, at) => {
    const low = Math.max(0, at - REACH);
    const known = lone.slice(low, at).flatMap((last, i) => (follows(last, one) ? [low + i] : []));
    const best = known.sort((a, b) => (length[b] ?? 0) - (length[a] ?? 0))[0];
    before.push(best);
    length.push(1 + (best === undefined ? 0 : (length[best] ?? 0)));
  });
  const run: T[] = [];
  let at: number | undefined = length.reduce((best, one, i) => (one > (length[best] ?? 0) ? i : best), 0);
  for (let one = lone[at]; at !== undefined && one; one = at === undefined ? undefined : lone[at]) {
    run.push(one);
    at = before[at];
  }
  return run;
}

interface LoneNumber {
  readonly at: number;
  readonly number: number;
}

function follows(last: LoneNumber, next: LoneNumber): boolean {
  const step = next.number - last.number;
  return step >= 1 && step <= WIDEST_GAP && next.at - last.at >= SHORTEST_PAGE;
}

function standsOutside({ pieces }: Unit): boolean {
  return OUTSIDE.includes(pieces[0]?.role);
}

function isLonePageNumber({ pieces, kind }: Unit): boolean {
  return kind === 'line' && LONE_PAGE_NUMBER.test(pieces[0]?.folded.key ?? '');
}

/** - 12 -, 12/34, 12ページ: numbers that nothing but a page carries. */
const LONE_PAGE_NUMBER =
  /^(?:ー\d{1,4}ー|\d{1,4}\/\d{1,4}(?:ページ|頁)?|第?\d{1,4}(?:ページ|頁)(?:\/\d{1,4}(?:ページ|頁))?|p(?:age)?\.?\d{1,4}(?:(?:\/|of)\d{1,4})?)$/i;

/** 12, - 12 -, 12/34, 12 / 34 ページ, p.12 */
const PAGE_NUMBER = /^(?:p\.?|ページ|頁)?ー*\(?\d{1,5}\)?(?:(?:\/|of|ー)\d{1,5})?(?:ページ|頁)?ー*$/i;

const FEWEST_OPTIONS = 6;

/** A table of nothing but options of the form feeds the drop-down lists of a sheet. */
function optionLists(print: Print, units: readonly Unit[]): ReadonlySet<Unit> {
  const tables = groupBy(
    units.filter(({ kind }) => kind === 'row'),
    ({ table }) => table,
  );
  const lists = [...tables.values()].filter((rows) => {
    const pieces = rows.flatMap((row) => row.pieces);
    return pieces.length >= FEWEST_OPTIONS && pieces.every(({ folded }) => isOption(print, folded.key));
  });
  return new Set(lists.flat());
}

/** A line that says 選択肢 and nothing else. */
function isOptionsMark(print: Print, { kind, pieces }: Unit): boolean {
  const [first] = pieces;
  return (
    kind === 'line' &&
    first !== undefined &&
    print.exact(first.text).some((entry) => entry.kind === 'optionsMark')
  );
}

function isOption(print: Print, key: string): boolean {
  const inner = key.startsWith('(') && key.endsWith(')') ? key.slice(1, -1) : key;
  return print.optionsOf(inner).length > 0 || print.exact(inner).some(({ kind }) => kind === 'optionsMark');
}
