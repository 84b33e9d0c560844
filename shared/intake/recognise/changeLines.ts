import { groupBy } from './group';
import type { Piece, Unit } from './pieces';
import { appendAll } from '../lists';

/** Units with the lines of a table of changes made rows, and what each such row was made of. */
export interface RowsOfLines {
  readonly units: readonly Unit[];
  readonly made: ReadonlyMap<Unit, readonly Unit[]>;
  /** Rows of which nothing tells where one column ends. */
  readonly unclear: ReadonlySet<Unit>;
}

export interface LineColumns {
  /** Folded headings of the columns, in order: date, item, before, after, timing, reason. */
  readonly keys: readonly string[];
  readonly isDate: (key: string) => boolean;
  readonly isTiming: (key: string) => boolean;
  /** A heading of the form behind the table. */
  readonly isEnd: (unit: Unit) => boolean;
}

/**
 * A table of changes written one cell a line: the headings of its columns line by line, then rows that begin with a
 * date and have 事前 or 事後 before their last lines.
 */
export function rowsOfLines(columns: LineColumns, units: readonly Unit[]): RowsOfLines {
  const made = new Map<Unit, readonly Unit[]>();
  const unclear = new Set<Unit>();
  const all: Unit[] = [];
  for (let at = 0; at < units.length;) {
    const end = isHead(columns, units, at) ? endOf(columns, units, at) : at;
    for (const lines of split(columns, units.slice(at, end))) {
      const { row, clear } = rowOf(columns, lines);
      made.set(row, lines);
      if (!clear) unclear.add(row);
      all.push(row);
    }
    if (end === at) appendAll(all, units.slice(at, at + 1));
    at = Math.max(end, at + 1);
  }
  return { units: all, made, unclear };
}

function keyOfLine(unit: Unit | undefined): string {
  return unit?.kind === 'line' ? (unit.pieces[0]?.folded.key ?? '') : '';
}

function isHead({ keys }: LineColumns, units: readonly Unit[], at: number): boolean {
  return keys.every((key, i) => keyOfLine(units[at + i]) === key);
}

function endOf(columns: LineColumns, units: readonly Unit[], from: number): number {
  const first = from + columns.keys.length;
  const end = units.findIndex((unit, at) => at >= first && (unit.kind !== 'line' || columns.isEnd(unit)));
  return end < 0 ? units.length : end;
}

/** The heads of the columns and the rows, each as its lines. */
function split(columns: LineColumns, lines: readonly Unit[]): readonly (readonly Unit[])[] {
  const rows: Unit[][] = [];
  let timed = true;
  let head = 0;
  let headed = false;
  lines.forEach((line, at) => {
    const key = keyOfLine(line);
    const begins: boolean = timed && columns.isDate(key);
    if (isHead(columns, lines, at)) head = columns.keys.length;
    const opens = head === columns.keys.length || (head === 0 && (begins || headed));
    if (opens || rows.length === 0) rows.push([]);
    rows.at(-1)?.push(line);
    timed = head > 0 || columns.isTiming(key) || (timed && !begins);
    headed = head === 1;
    head = Math.max(0, head - 1);
  });
  return rows;
}

/** Which column each line stands in. */
function rowOf(
  columns: LineColumns,
  lines: readonly Unit[],
): { readonly row: Unit; readonly clear: boolean } {
  const places = isHead(columns, lines, 0) ? lines.map((_, at) => at) : columnsOf(columns, lines);
  const pieces = lines.flatMap((line, at) =>
    line.pieces.map((piece): Piece => ({ ...piece, column: places[at] ?? 0 })),
  );
  const sizes = groupBy(places, (place) => place);
  const clear =
    new Set([1, 2, 3]).size === [1, 2, 3].filter((column) => sizes.get(column)?.length === 1).length;
  const row: Unit = {
    kind: 'row',
    pieces,
    columns: columns.keys.length,
    reach: columns.keys.length,
    continued: false,
    table: -1,
  };
  return { row, clear };
}

const [DATE, ITEM, BEFORE, AFTER, TIMING, REASON] = [0, 1, 2, 3, 4, 5];

/**
 * The middle is told where it has three lines; else the lines are shared out (one line alone was added) and a person
 * looks. What stands below repeated headings without a date goes on with the row before.
 */
function columnsOf({ isDate, isTiming }: LineColumns, lines: readonly Unit[]): readonly number[] {
  const timing = lines.findLastIndex((line) => isTiming(keyOfLine(line)));
  const end = timing < 0 ? lines.length : timing;
  const start = isDate(keyOfLine(lines[0])) ? 2 : 0;
  const half = end - start === 1 ? start : start + Math.ceil((end - start) / 2);
  return lines.map((_, at) => {
    if (timing >= 0 && at >= timing) return at === timing ? TIMING : REASON;
    if (at < start) return at === 0 ? DATE : ITEM;
    return at < half ? BEFORE : AFTER;
  });
}
