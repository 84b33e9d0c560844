import { applyEdit, entriesOf, insertInto, removeAt, type Content, type Edit } from '../../assessment/edit';
import type { ListPath } from '../../assessment/path';
import type { Drafts, RowCells } from '../../assessment/round';
import type { Assessment, Entry } from '../../assessment/types';
import { formOf } from '../../forms/catalog';
import { CHANGE_COLUMNS, changeCell, changeTableOf, type ChangeColumn } from '../../forms/changeTable';
import { resolveHeading } from '../../headings/resolve';
import type { Comparison } from '../types';
import { plainText } from '../../assessment/values';
import type { ChangeRow } from './generate';
import type { Form } from '../../forms/types';

/** A row that is in the table. */
export interface ExistingRow {
  readonly entryId: string;
  readonly cells: RowCells;
}

/** A row of this round: how the existing row agrees with what the program would write now. */
export type RowState =
  /** The change has no row yet. */
  | { readonly kind: 'new'; readonly row: ChangeRow }
  /** Is in the table as the program would write it. */
  | { readonly kind: 'same'; readonly row: ChangeRow; readonly existing: ExistingRow }
  /** Written by the program, not edited since, while the text changed further: to be renewed. */
  | { readonly kind: 'stale'; readonly row: ChangeRow; readonly existing: ExistingRow }
  /** Worded by a person: kept. */
  | { readonly kind: 'worded'; readonly row: ChangeRow; readonly existing: ExistingRow }
  /** Written by the program, and there is no such change any more: may be removed. */
  | { readonly kind: 'vanished'; readonly existing: ExistingRow }
  /** A person's row for which the program knows no change. */
  | { readonly kind: 'own'; readonly existing: ExistingRow };

/** Rows of earlier editions: never touched. */
export function earlierRows({ before, after, matching }: Comparison): readonly ExistingRow[] {
  const table = tableOf(after);
  const known = new Set(entriesOf(before, tableOf(before)).map(({ id }) => matching.toNew.get(id)));
  return entriesOf(after, table).flatMap(({ id }) => (known.has(id) ? [existingRow(after, table, id)] : []));
}

/** The rows of this round, generated and existing, in the order of the form; rows without a change are last. */
export function planTable(comparison: Comparison, generated: readonly ChangeRow[]): readonly RowState[] {
  const { after } = comparison;
  const earlier = new Set(earlierRows(comparison).map(({ entryId }) => entryId));
  const table = tableOf(after);
  const existing = entriesOf(after, table)
    .filter(({ id }) => !earlier.has(id))
    .map(({ id }) => existingRow(after, table, id));
  const taken = new Set<string>();
  const planned = generated.map((row) => stateOf(after, row, existing, taken));
  const rest = existing.filter(({ entryId }) => !taken.has(entryId));
  return [
    ...planned,
    ...rest.map((row): RowState => ({ kind: isGenerated(row.entryId) ? 'vanished' : 'own', existing: row })),
  ];
}

function stateOf(
  document: Assessment,
  row: ChangeRow,
  existing: readonly ExistingRow[],
  taken: Set<string>,
): RowState {
  const free = existing.filter(({ entryId }) => !taken.has(entryId));
  const generated = free.find(({ entryId }) => changeIdOf(entryId) === changeIdOf(rowId(row)));
  const found =
    generated ?? free.find((other) => !isGenerated(other.entryId) && namesItem(document, other, row.path));
  if (!found) return { kind: 'new', row };
  taken.add(found.entryId);
  if (sameCells(found.cells, cellsOf(row))) return { kind: 'same', row, existing: found };
  const isEdited = !generated || contentDigest(found.cells) !== found.entryId.slice(-DIGEST_LENGTH);
  return { kind: isEdited ? 'worded' : 'stale', row, existing: found };
}

/** A row that a person wrote belongs to the change of the item that its 項目 names. */
function namesItem(document: Assessment, { cells }: ExistingRow, path: string): boolean {
  return cells.item !== '' && (resolveHeading(document, cells.item)?.paths.includes(path) ?? false);
}

/**
 * The edit that updates the table: new rows added in the order of the form behind the earlier ones, untouched
 * rows renewed, worded rows left. `remove`: vanished rows that the person agreed to take out. `drafts`: what a person
 * has worded before the row is in the table, by key of the row.
 */
export function tableEdit(
  document: Assessment,
  states: readonly RowState[],
  remove: readonly string[] = [],
  drafts: Drafts = {},
): Edit {
  const form = formOf(document.form, document.edition);
  const table = changeTableOf(form);
  const edits: Edit[] = [];
  let now = document;
  const add = (edit: Edit) => {
    edits.push(edit);
    now = applyEdit(now, edit);
  };
  const positionOf = (id: string) => entriesOf(now, table).findIndex((entry) => entry.id === id);
  for (const id of remove) if (positionOf(id) >= 0) add(removeAt(now, table, positionOf(id)));
  let next = firstPosition(now, table, states);
  for (const state of states) {
    if (state.kind === 'vanished' || state.kind === 'own') continue;
    const position = state.kind === 'new' ? -1 : positionOf(state.existing.entryId);
    if (state.kind === 'stale') add(removeAt(now, table, position));
    if (state.kind === 'new' || state.kind === 'stale')
      add(insertion(form, position >= 0 ? position : next, state.row, drafts[state.row.key]));
    next = (position >= 0 ? position : next) + 1;
  }
  return { kind: 'batch', edits };
}

/** New rows begin where the first row of this round is, else behind all rows. */
function firstPosition(now: Assessment, table: ListPath, states: readonly RowState[]): number {
  const entries = entriesOf(now, table);
  const positions = states.flatMap((state) =>
    'existing' in state ? [entries.findIndex(({ id }) => id === state.existing.entryId)] : [],
  );
  return Math.min(entries.length, ...positions.filter((position) => position >= 0));
}

function insertion(form: Form, at: number, row: ChangeRow, draft: Partial<RowCells> = {}): Edit {
  const table = changeTableOf(form);
  const entry: Entry = { id: rowId(row) };
  return insertInto(table, at, entry, contentOf(form, entry, { ...cellsOf(row), ...draft }));
}

function contentOf(form: Form, { id }: Entry, cells: RowCells): Content {
  const path = (column: ChangeColumn) => changeCell(form, `${changeTableOf(form)}[${id}]`, column);
  const filled = CHANGE_COLUMNS.filter((column) => cells[column] !== '');
  return {
    values: Object.fromEntries(filled.map((column) => [path(column), cells[column]])),
    lists: {},
  };
}

function tableOf(document: Assessment): ListPath {
  return changeTableOf(formOf(document.form, document.edition));
}

function existingRow(document: Assessment, table: ListPath, entryId: string): ExistingRow {
  const form = formOf(document.form, document.edition);
  const cell = (column: ChangeColumn) =>
    plainText(document.values[changeCell(form, `${table}[${entryId}]`, column)]);
  return {
    entryId,
    cells: Object.fromEntries(CHANGE_COLUMNS.map((column) => [column, cell(column)])) as RowCells,
  };
}

export function cellsOf({ date, item, before, after, timing, reason }: RowCells): RowCells {
  return { date, item, before, after, timing, reason };
}

function sameCells(a: RowCells, b: RowCells): boolean {
  return CHANGE_COLUMNS.every((column) => a[column] === b[column]);
}

/*
 * The id of a row that the program wrote says for which change, and what it said: so a row that a person has worded
 * since can be distinguished from one that may be renewed, in any file, without a record beside the table.
 */
const PREFIX = 'mk';
const DIGEST_LENGTH = 5;

function rowId(row: ChangeRow): string {
  return PREFIX + hash(row.key, 7) + contentDigest(cellsOf(row));
}

function isGenerated(entryId: string): boolean {
  return entryId.length === PREFIX.length + 7 + DIGEST_LENGTH && entryId.startsWith(PREFIX);
}

function changeIdOf(entryId: string): string {
  return isGenerated(entryId) ? entryId.slice(0, -DIGEST_LENGTH) : entryId;
}

function contentDigest(cells: RowCells): string {
  return hash(JSON.stringify(CHANGE_COLUMNS.map((column) => cells[column])), DIGEST_LENGTH);
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
