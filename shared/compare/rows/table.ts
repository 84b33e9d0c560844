import { applyEdit, entriesOf, insertInto, removeAt, type Content, type Edit } from '../../assessment/edit';
import type { ListPath } from '../../assessment/path';
import { COLUMNS, type Drafts, type RowCells } from '../../assessment/round';
import type { Assessment, Entry } from '../../assessment/types';
import { formOf } from '../../forms/catalog';
import { changeTableOf } from '../../forms/lookup';
import { resolveHeading } from '../../headings/resolve';
import type { Comparison } from '../types';
import { plainText } from '../../assessment/values';
import type { ChangeRow } from './generate';

/** A row as it stands in the table. */
export interface StandingRow {
  readonly entryId: string;
  readonly cells: RowCells;
}

/** A row of this round: how what stands in the table agrees with what the program would write now. */
export type RowState =
  /** The change has no row yet. */
  | { readonly kind: 'new'; readonly row: ChangeRow }
  /** Stands there as written by the program. */
  | { readonly kind: 'same'; readonly row: ChangeRow; readonly standing: StandingRow }
  /** Written by the program, not touched since, and the change went on: to be renewed. */
  | { readonly kind: 'stale'; readonly row: ChangeRow; readonly standing: StandingRow }
  /** Worded by a person: stays. */
  | { readonly kind: 'worded'; readonly row: ChangeRow; readonly standing: StandingRow }
  /** Written by the program, and there is no such change any more: may be removed. */
  | { readonly kind: 'vanished'; readonly standing: StandingRow }
  /** A person's row for which the program knows no change. */
  | { readonly kind: 'own'; readonly standing: StandingRow };

/** Rows of earlier editions: never touched. */
export function earlierRows({ before, after, matching }: Comparison): readonly StandingRow[] {
  const table = tableOf(after);
  const known = new Set(entriesOf(before, tableOf(before)).map(({ id }) => matching.toNew.get(id)));
  return entriesOf(after, table).flatMap(({ id }) => (known.has(id) ? [standingRow(after, table, id)] : []));
}

/** The rows of this round, generated and standing, in the order of the form; rows without a change come last. */
export function planTable(comparison: Comparison, generated: readonly ChangeRow[]): readonly RowState[] {
  const { after } = comparison;
  const earlier = new Set(earlierRows(comparison).map(({ entryId }) => entryId));
  const table = tableOf(after);
  const standing = entriesOf(after, table)
    .filter(({ id }) => !earlier.has(id))
    .map(({ id }) => standingRow(after, table, id));
  const taken = new Set<string>();
  const told = generated.map((row) => stateOf(after, row, standing, taken));
  const rest = standing.filter(({ entryId }) => !taken.has(entryId));
  return [
    ...told,
    ...rest.map((row): RowState => ({ kind: isMade(row.entryId) ? 'vanished' : 'own', standing: row })),
  ];
}

function stateOf(
  document: Assessment,
  row: ChangeRow,
  standing: readonly StandingRow[],
  taken: Set<string>,
): RowState {
  const free = standing.filter(({ entryId }) => !taken.has(entryId));
  const own = free.find(({ entryId }) => madeFor(entryId) === madeFor(rowId(row)));
  const found = own ?? free.find((other) => !isMade(other.entryId) && names(document, other, row.path));
  if (!found) return { kind: 'new', row };
  taken.add(found.entryId);
  if (sameCells(found.cells, cellsOf(row))) return { kind: 'same', row, standing: found };
  const touched = !own || contentMark(found.cells) !== found.entryId.slice(-MARK);
  return { kind: touched ? 'worded' : 'stale', row, standing: found };
}

/** A row that a person wrote belongs to the change of the item that its 項目 names. */
function names(document: Assessment, { cells }: StandingRow, path: string): boolean {
  return cells.item !== '' && (resolveHeading(document, cells.item)?.paths.includes(path) ?? false);
}

/**
 * The edit that brings the table up to date: new rows added in the order of the form behind the earlier ones, untouched
 * rows renewed, worded rows left. `remove`: vanished rows that the person agreed to take out. `drafts`: what a person
 * has worded before the row is in the table, by key of the row.
 */
export function tableEdit(
  document: Assessment,
  states: readonly RowState[],
  remove: readonly string[] = [],
  drafts: Drafts = {},
): Edit {
  const table = tableOf(document);
  const edits: Edit[] = [];
  let now = document;
  const make = (edit: Edit) => {
    edits.push(edit);
    now = applyEdit(now, edit);
  };
  const placeOf = (id: string) => entriesOf(now, table).findIndex((entry) => entry.id === id);
  for (const id of remove) if (placeOf(id) >= 0) make(removeAt(now, table, placeOf(id)));
  let next = firstPlace(now, table, states);
  for (const state of states) {
    if (state.kind === 'vanished' || state.kind === 'own') continue;
    const place = state.kind === 'new' ? -1 : placeOf(state.standing.entryId);
    if (state.kind === 'stale') make(removeAt(now, table, place));
    if (state.kind === 'new' || state.kind === 'stale')
      make(insertion(table, place >= 0 ? place : next, state.row, drafts[state.row.key]));
    next = (place >= 0 ? place : next) + 1;
  }
  return { kind: 'batch', edits };
}

/** New rows begin where the first row of this round stands, else behind all rows. */
function firstPlace(now: Assessment, table: ListPath, states: readonly RowState[]): number {
  const entries = entriesOf(now, table);
  const places = states.flatMap((state) =>
    'standing' in state ? [entries.findIndex(({ id }) => id === state.standing.entryId)] : [],
  );
  return Math.min(entries.length, ...places.filter((place) => place >= 0));
}

function insertion(table: ListPath, at: number, row: ChangeRow, draft: Partial<RowCells> = {}): Edit {
  const entry: Entry = { id: rowId(row) };
  return insertInto(table, at, entry, contentOf(table, entry, { ...cellsOf(row), ...draft }));
}

function contentOf(table: ListPath, { id }: Entry, cells: RowCells): Content {
  const filled = COLUMNS.filter((column) => cells[column] !== '');
  return {
    values: Object.fromEntries(filled.map((column) => [`${table}[${id}].${column}`, cells[column]])),
    lists: {},
  };
}

function tableOf(document: Assessment): ListPath {
  return changeTableOf(formOf(document.form, document.edition));
}

function standingRow(document: Assessment, table: ListPath, entryId: string): StandingRow {
  const cell = (column: string) => plainText(document.values[`${table}[${entryId}].${column}`]);
  return { entryId, cells: Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as RowCells };
}

export function cellsOf({ date, item, before, after, timing, reason }: RowCells): RowCells {
  return { date, item, before, after, timing, reason };
}

function sameCells(a: RowCells, b: RowCells): boolean {
  return COLUMNS.every((column) => a[column] === b[column]);
}

/*
 * The id of a row that the program wrote says for which change, and what it said: so a row that a person has worded
 * since can be told from one that may be renewed, in any file, without a record beside the table.
 */
const PREFIX = 'mk';
const MARK = 5;

function rowId(row: ChangeRow): string {
  return PREFIX + hash(row.key, 7) + contentMark(cellsOf(row));
}

function isMade(entryId: string): boolean {
  return entryId.length === PREFIX.length + 7 + MARK && entryId.startsWith(PREFIX);
}

function madeFor(entryId: string): string {
  return isMade(entryId) ? entryId.slice(0, -MARK) : entryId;
}

function contentMark(cells: RowCells): string {
  return hash(JSON.stringify(COLUMNS.map((column) => cells[column])), MARK);
}

/** FNV-1a over UTF-16 units, twice with different starts, as letters and digits. */
function hash(text: string, length: number): string {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return ((low >>> 0).toString(36) + (high >>> 0).toString(36)).padStart(length, '0').slice(0, length);
}
