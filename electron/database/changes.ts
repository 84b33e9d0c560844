import type { AttachedFile, DocumentChange, StoredDocument } from '../../shared/assessment/document';
import { applyEdit, type Edit } from '../../shared/assessment/edit';
import { gather, type EditRecord } from '../../shared/assessment/history';
import type { Assessment, Entry } from '../../shared/assessment/types';
import { hashOf, plainText } from './digest';
import type { DigestedTables } from './digestedTables';
import {
  attachmentRow,
  AuthorIds,
  editRow,
  entryRows,
  headerRows,
  keyedRow,
  keyOf,
  valueRow,
  type People,
} from './rowsOfDocument';
import type { KeyedTableName, Row } from './tables';

/**
 * What must be known of a document to bring its rows up to date: everything but the history, of which the last record is
 * enough. So a change costs the same however long the history is.
 */
export class LatestState {
  assessment: Assessment;
  last: EditRecord | undefined;
  readonly authors: AuthorIds;
  readonly positions: Readonly<Record<PositionedTable, Map<string, number>>>;

  constructor(document: StoredDocument, people: People) {
    const { assessment, history, review, attachments } = document;
    const numbered = (keys: readonly string[]) => new Map(keys.map((key, at) => [key, at + 1]));
    const byId = (things: readonly { readonly id: string }[]) => numbered(things.map(({ id }) => id));
    this.assessment = assessment;
    this.last = history.at(-1);
    this.authors = new AuthorIds(people);
    this.positions = {
      revision: byId(document.revisions),
      comment: byId(document.comments),
      leftover: byId(document.leftover),
      review: numbered(review.map(({ path }) => path)),
      round: byId(document.rounds),
      acceptance: byId(document.acceptances),
      threshold: byId(document.thresholds),
      override: byId(document.overrides),
      progress: byId(document.progress),
      attachment: numbered(attachments.map(({ hash }) => hash)),
    };
  }
}

type PositionedTable = KeyedTableName | 'attachment';

/** Writes what a change means for the rows; they are then those of `applyChange(document, change)`. */
export function writeChange(tables: DigestedTables, state: LatestState, change: DocumentChange): void {
  switch (change.kind) {
    case 'edit':
      return writeEdit(tables, state, change.record);
    case 'comment':
      return put(tables, state, 'comment', change.comment);
    case 'removeComment':
      return removeKeyed(tables, state, 'comment', change.id);
    case 'revision':
      return put(tables, state, 'revision', change.revision);
    case 'removeRevision':
      return removeKeyed(tables, state, 'revision', change.id);
    case 'attach':
      return attach(tables, state, change.file);
    case 'leftover':
      return put(tables, state, 'leftover', change.leftover);
    case 'review':
      return put(tables, state, 'review', change.mark);
    case 'round':
      return put(tables, state, 'round', change.round);
    case 'acceptance':
      return put(tables, state, 'acceptance', change.acceptance);
    case 'removeAcceptance':
      return removeKeyed(tables, state, 'acceptance', change.id);
    case 'threshold':
      return put(tables, state, 'threshold', change.threshold);
    case 'removeThreshold':
      return removeKeyed(tables, state, 'threshold', change.id);
    case 'override':
      return put(tables, state, 'override', change.override);
    case 'progress':
      return put(tables, state, 'progress', change.record);
    case 'removeProgress':
      return removeKeyed(tables, state, 'progress', change.id);
  }
}

function writeEdit(tables: DigestedTables, state: LatestState, record: EditRecord): void {
  const before = state.assessment;
  const after = applyEdit(before, record.edit);
  state.assessment = after;
  writeValues(tables, before, after, record.edit);
  if (before.lists !== after.lists) writeLists(tables, before, after);
  writeHeader(tables, before, after);
  writeRecord(tables, state, record);
}

function writeValues(tables: DigestedTables, before: Assessment, after: Assessment, edit: Edit): void {
  const paths = edit.kind === 'set' ? [edit.path] : changedKeys(before.values, after.values);
  for (const path of paths) {
    tables.remove('value', plainText(path));
    const value = after.values[path];
    if (value !== undefined) tables.insert('value', valueRow(path, value));
  }
}

/** First all rows that go, then all that come: an entry may move to another position or list, and its id is unique. */
function writeLists(tables: DigestedTables, before: Assessment, after: Assessment): void {
  const lists = changedKeys(before.lists, after.lists).map((list) => ({
    old: entryRows(list, before.lists[list] ?? []),
    now: entryRows(list, after.lists[list] ?? []),
  }));
  for (const { old, now } of lists)
    for (const row of without(old, now)) tables.remove('entry', ...row.slice(0, 2));
  for (const { old, now } of lists) for (const row of without(now, old)) tables.insert('entry', row);
}

/** The rows that the other list does not have at the same position. */
function without(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  return rows.filter((row, at) => JSON.stringify(row) !== JSON.stringify(others[at]));
}

function writeHeader(tables: DigestedTables, before: Assessment, after: Assessment): void {
  if (before.form === after.form && before.edition === after.edition && before.slots === after.slots) return;
  for (const row of headerRows(after)) tables.replace('meta', row);
}

function writeRecord(tables: DigestedTables, state: LatestState, record: EditRecord): void {
  const gathered = state.last && gather(state.last, record);
  if (state.last && gathered) tables.remove('edit', state.last.seq);
  const isNew = state.authors.known(record.author) === undefined;
  const author = state.authors.idOf(record.author);
  if (isNew) tables.insert('author', [author, JSON.stringify(record.author)]);
  state.last = gathered ?? record;
  tables.insert('edit', editRow(state.last, author));
}

function put(tables: DigestedTables, state: LatestState, table: KeyedTableName, thing: object): void {
  const position = positionFor(state.positions[table], keyOf(table, thing));
  tables.replace(table, keyedRow(table, position, thing));
}

function attach(tables: DigestedTables, state: LatestState, file: AttachedFile): void {
  assertHash(file);
  const position = positionFor(state.positions.attachment, file.hash);
  tables.remove('attachment', position);
  tables.insert('attachment', attachmentRow(position, file), file.bytes);
}

/** A file in which a hash does not fit could not be opened again. */
export function assertHash({ hash, bytes }: AttachedFile): void {
  if (hashOf(bytes) !== hash) throw new Error('the hash is not that of the bytes');
}

/** That of the thing it replaces, else the last. */
function positionFor(positions: Map<string, number>, key: string): number {
  const position = positions.get(key) ?? positions.size + 1;
  positions.set(key, position);
  return position;
}

function removeKeyed(tables: DigestedTables, state: LatestState, table: KeyedTableName, key: string): void {
  const positions = state.positions[table];
  const removed = positions.get(key);
  if (removed === undefined) return;
  tables.remove(table, removed);
  tables.closeGap(table, removed);
  positions.delete(key);
  for (const [other, position] of positions) if (position > removed) positions.set(other, position - 1);
}

type Lists = Readonly<Record<string, readonly Entry[]>>;

function changedKeys(
  before: Assessment['values'] | Lists,
  after: Assessment['values'] | Lists,
): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}
