import type { AttachmentInfo, StoredDocument } from '../../shared/assessment/document';
import type { Author, EditRecord } from '../../shared/assessment/history';
import type { Assessment, Entry, Value } from '../../shared/assessment/types';
import type { Stamp } from './contract';
import { plainText } from './digest';
import type { KeyedTableName, Row, Rows } from './tables';

/* How each part of a document is written as a row. */

/** Authors by their number in the file. */
export type People = ReadonlyMap<number, Author>;

/** All rows of a document. */
export function rowsOfDocument(document: StoredDocument, stamp: Stamp): Rows {
  const { assessment, history, attachments } = document;
  const authors = new AuthorIds();
  return {
    meta: metaRows(document, stamp),
    value: Object.entries(assessment.values).map(([path, value]) => valueRow(path, value)),
    entry: Object.entries(assessment.lists).flatMap(([list, entries]) => entryRows(list, entries)),
    edit: history.map((record) => editRow(record, authors.idOf(record.author))),
    author: authors.rows(),
    attachment: attachments.map((info, at) => attachmentRow(at + 1, info)),
    revision: keyedRows('revision', document.revisions),
    comment: keyedRows('comment', document.comments),
    leftover: keyedRows('leftover', document.leftover),
    review: keyedRows('review', document.review),
    round: keyedRows('round', document.rounds),
    acceptance: keyedRows('acceptance', document.acceptances),
    threshold: keyedRows('threshold', document.thresholds),
    override: keyedRows('override', document.overrides),
    progress: keyedRows('progress', document.progress),
  };
}

function metaRows({ id, createdAt, assessment, source }: StoredDocument, stamp: Stamp): readonly Row[] {
  return [
    metaRow('id', id),
    metaRow('createdAt', createdAt),
    ...headerRows(assessment),
    metaRow('stamp', stamp),
    ...(source ? [metaRow('source', source)] : []),
  ];
}

/** What an edit of the header can change. */
export function headerRows({ form, edition, slots }: Assessment): readonly Row[] {
  return [metaRow('form', form), metaRow('edition', edition), metaRow('slots', slots)];
}

export function metaRow(key: string, value: unknown): Row {
  return [key, JSON.stringify(value)];
}

export function valueRow(path: string, value: Value): Row {
  return [plainText(path), JSON.stringify(value)];
}

export function entryRows(list: string, entries: readonly Entry[]): readonly Row[] {
  return entries.map(({ id, number }, at) => [plainText(list), at, plainText(id), number ?? null]);
}

export function editRow({ seq, at, from, act, label, edit }: EditRecord, author: number): Row {
  const why = label === undefined ? null : plainText(label);
  return [seq, at, from ?? null, author, act ?? null, why, JSON.stringify(edit)];
}

export function attachmentRow(position: number, { hash, mime, name }: Omit<AttachmentInfo, 'size'>): Row {
  return [position, plainText(hash), plainText(mime), JSON.stringify(name)];
}

function keyedRows(table: KeyedTableName, things: readonly object[]): readonly Row[] {
  return things.map((thing, at) => keyedRow(table, at + 1, thing));
}

export function keyedRow(table: KeyedTableName, position: number, thing: object): Row {
  return [position, plainText(keyOf(table, thing)), JSON.stringify(thing)];
}

/** What a thing replaces another by: the path of a mark of review, the id of everything else. */
export function keyOf(table: KeyedTableName, thing: object): string {
  return String((thing as Readonly<Record<string, unknown>>)[table === 'review' ? 'path' : 'id']);
}

/** Authors are written once each, numbered in the order in which they appear in the history. */
export class AuthorIds {
  readonly #ids: Map<string, number>;
  #last: number;

  constructor(people: People = new Map()) {
    this.#ids = new Map([...people].map(([id, author]) => [JSON.stringify(author), id]));
    this.#last = Math.max(0, ...people.keys());
  }

  /** Undefined where the author has written nothing so far. */
  known(author: Author): number | undefined {
    return this.#ids.get(JSON.stringify(author));
  }

  idOf(author: Author): number {
    const known = this.known(author);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#ids.set(JSON.stringify(author), this.#last);
    return this.#last;
  }

  rows(): readonly Row[] {
    return [...this.#ids].map(([json, id]) => [id, json]);
  }
}
