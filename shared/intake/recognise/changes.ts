import { changeColumnOf, changeTableOf } from '../../forms/changeTable';
import { findItem } from '../../forms/lookup';
import type { Form, FormItem } from '../../forms/types';
import type { TableRow, ReviewReason } from '../../assessment/source';
import type { RecognisedItem } from '../result';
import { type LineColumns, rowsOfLines } from './changeLines';
import { keyOf } from './fold';
import { type Piece, type Span, textOf, type Unit, whereOf, wholeOf } from './pieces';
import { printOf } from './print';
import { ticksAsText } from './values/text';
import { appendAll } from '../lists';

/** The table of 変更箇所 apart from everything else. */
export interface ChangePart {
  readonly items: readonly RecognisedItem[];
  /** Units that are rows or the repeated headings of the table. */
  readonly used: ReadonlySet<Unit>;
  readonly print: readonly Span[];
  /** Cells among the headings of the columns that are none of them. */
  readonly leftover: readonly Span[];
}

/**
 * Rows of 変更箇所: told by the headings of their columns, or by a date first and 事前/事後 near the end. The table
 * goes on over pages; its headings are repeated. A row that a page break divides is joined where the reader knows
 * that the table continues, else it stays as read and a person looks.
 */
export function changesOf(form: Form, units: readonly Unit[], lossy: boolean): ChangePart {
  const table = findItem(form, changeTableOf(form))?.item;
  if (!table) return { items: [], used: new Set(), print: [], leftover: [] };
  const rows = rowsOfLines(lineColumns(form, table), units);
  const reader = new ChangeReader(form, table, lossy, tablesOfDates(rows.units), rows.unclear);
  for (const unit of rows.units) reader.unit(unit);
  const used = new Set([...reader.used].flatMap((unit) => rows.made.get(unit) ?? [unit]));
  return { items: reader.items(), used, print: reader.print, leftover: reader.leftover };
}

function lineColumns(form: Form, { children = [] }: FormItem): LineColumns {
  const print = printOf(form.id);
  const timing = children.find(({ options }) => options)?.options ?? [];
  const keys = new Set(timing.map(({ label }) => keyOf(label)));
  return {
    keys: children.map(({ label }) => keyOf(label)),
    isDate: (key) => DATE.test(key) && key.length <= LONGEST_DATE,
    isTiming: (key) => keys.has(key),
    isEnd: ({ pieces: [piece] }) =>
      print.exact(piece?.text ?? '').some(({ kind }) => kind === 'section') ||
      ANNEX.test(piece?.folded.key ?? ''),
  };
}

const LONGEST_DATE = 14;
const ANNEX = /^\(別[添紙]/;

/** Tables that go on from the page before, or of which a row begins with a date. */
function tablesOfDates(units: readonly Unit[]): ReadonlySet<number | undefined> {
  const dated = units.filter(
    ({ kind, pieces, continued }) => kind === 'row' && (continued || DATE.test(pieces[0]?.folded.key ?? '')),
  );
  return new Set(dated.map(({ table }) => table));
}

interface Row {
  readonly cells: string[];
  readonly pieces: Piece[];
  reason?: ReviewReason;
}

class ChangeReader {
  readonly used = new Set<Unit>();
  readonly print: Span[] = [];
  readonly leftover: Span[] = [];
  private readonly rows: Row[] = [];
  private readonly columns: readonly FormItem[];
  private readonly keys: readonly string[];
  /** Position of 提出時期 among the columns. */
  private readonly timing: number;
  /** Grid column of each column of the form, as the last headings stood. */
  private grid: readonly number[] | undefined;
  /** The table in which they stood. */
  private headed: number | undefined;

  constructor(
    private readonly form: Form,
    private readonly table: FormItem,
    private readonly lossy: boolean,
    private readonly dated: ReadonlySet<number | undefined>,
    private readonly unclear: ReadonlySet<Unit>,
  ) {
    this.columns = table.children ?? [];
    this.keys = this.columns.map(({ label }) => keyOf(label));
    this.timing = this.columns.findIndex(({ roles }) => roles?.includes('changeTiming'));
  }

  unit(unit: Unit): void {
    if (unit.kind !== 'row') {
      if (this.grid && isPartHeading(unit)) this.grid = undefined;
      return;
    }
    const header = this.headerOf(unit);
    if (header) {
      this.grid = header;
      this.headed = unit.table;
      for (const piece of unit.pieces)
        (this.keys.includes(piece.folded.key) ? this.print : this.leftover).push(wholeOf(piece));
    } else if (!this.isRow(unit)) return;
    else this.add(unit);
    this.used.add(unit);
  }

  items(): readonly RecognisedItem[] {
    return this.rows.map((row, at) => ({
      path: `${this.table.id}[${String(at + 1)}]`,
      status: row.reason ? 'review' : 'filled',
      value: this.valueOf(row),
      ...(row.reason ? { reason: row.reason } : {}),
      where: row.pieces.map((piece) => whereOf(wholeOf(piece))),
    }));
  }

  private valueOf({ cells }: Row): TableRow {
    return Object.fromEntries(
      this.columns.map(({ id }, at) => [changeColumnOf(this.form, id) ?? id, cells[at] ?? '']),
    );
  }

  /** The grid columns of the headings, where the row holds most of them. */
  private headerOf({ pieces }: Unit): readonly number[] | undefined {
    const found = this.keys.map((key) => pieces.find((piece) => piece.folded.key === key));
    if (found.filter((piece) => piece !== undefined).length < this.keys.length - 2) return undefined;
    if (pieces.length > this.keys.length) return undefined;
    const seen = found.map((piece) => piece?.column);
    return seen.map((column, at) => column ?? (seen[at - 1] ?? -1) + 1);
  }

  private isRow(unit: Unit): boolean {
    if (this.grid && this.belongs(unit)) return unit.columns > (this.grid.at(-1) ?? 0) - 1;
    return unit.columns >= this.keys.length && this.looksLikeRow(unit);
  }

  private belongs({ table, columns }: Unit): boolean {
    return (table === this.headed || this.dated.has(table)) && columns >= this.keys.length - 1;
  }

  private looksLikeRow({ pieces }: Unit): boolean {
    const timing = this.columns.find(({ options }) => options)?.options ?? [];
    const timed = pieces.some((piece) => timing.some(({ label }) => keyOf(label) === piece.folded.key));
    return timed && DATE.test(pieces[0]?.folded.key ?? '') && pieces.length >= 4;
  }

  private add(unit: Unit): void {
    const row: Row = { cells: this.columns.map(() => ''), pieces: [...unit.pieces] };
    for (const piece of unit.pieces) {
      const at = this.columnOf(piece);
      const text = this.lossy ? ticksAsText(textOf(wholeOf(piece))) : textOf(wholeOf(piece));
      row.cells[at] = [row.cells[at], text.trim()].filter(Boolean).join('\n');
    }
    const last = this.rows.at(-1);
    if (last && unit.continued && this.isRest(row)) join(last, row);
    else this.rows.push(this.judged(row, unit));
  }

  private columnOf(piece: Piece): number {
    const grid = this.grid ?? this.columns.map((_, at) => at);
    return Math.max(
      0,
      grid.findLastIndex((column) => column <= (piece.column ?? 0)),
    );
  }

  /** The second half of a divided row repeats neither date nor timing. */
  private isRest({ cells }: Row): boolean {
    return !DATE.test(keyOf(cells[0] ?? '')) && !this.isTiming(cells[this.timing] ?? '');
  }

  private isTiming(text: string): boolean {
    const options = this.columns.find(({ options }) => options)?.options ?? [];
    return options.some(({ label }) => keyOf(label) === keyOf(text));
  }

  private judged(row: Row, unit: Unit): Row {
    if (this.rows.length > 0 && (row.cells[0] ?? '') === '')
      return { ...row, reason: { code: 'rowContinues' } };
    if (unit.pieces.some((piece) => this.lossy && LOST_TICK.test(piece.text)))
      return { ...row, reason: { code: 'ticksLost' } };
    if (this.unclear.has(unit)) return { ...row, reason: { code: 'rowUnclear' } };
    const timing = row.cells[this.timing] ?? '';
    return timing !== '' && !this.isTiming(timing) ? { ...row, reason: { code: 'rowUnclear' } } : row;
  }
}

const DATE = /^(?:(?:平成|令和|昭和|[HRSMT])\.?(?:\d{1,2}|元)[年.]|\d{4}[年/.])/;

const LOST_TICK = /☐|◎/;

function isPartHeading({ pieces }: Unit): boolean {
  return /^(?:[IV]+[^a-z]|\(別[添紙])/.test(pieces[0]?.folded.key ?? '');
}

function join(row: Row, rest: Row): void {
  rest.cells.forEach((text, at) => {
    row.cells[at] = [row.cells[at], text].filter(Boolean).join('\n');
  });
  appendAll(row.pieces, rest.pieces);
}
