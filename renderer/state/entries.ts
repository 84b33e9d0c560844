import i18next from 'i18next';
import { firstEntries } from '../../shared/assessment/create';
import { duplicateAt } from '../../shared/assessment/copy';
import { moveBy } from '../../shared/assessment/reorder';
import { entriesOf, insertInto, removeAt, setValue, type Content } from '../../shared/assessment/edit';
import { FILES, type ListPath } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { change, useDocument } from './document';
import { reveal } from './focus';
import { newId } from './newId';
import { changeWithUndo } from './takeBack';
import { say } from './toasts';

/** Adds an empty entry behind the others (or at a position) and goes to it. */
export function addEntry(list: ListPath, at?: number): void {
  withDocument((assessment) => {
    const id = newId();
    change(insertInto(list, at ?? entriesOf(assessment, list).length, { id }));
    reveal(`${list}[${id}]`);
  });
}

/** Adds a 特定個人情報ファイル with the first entry of each of its lists, as on the official sheet. */
export function addFile(): void {
  withDocument((assessment) => {
    const file = { id: newId() };
    const lists = firstEntries(formOf(assessment.form, assessment.edition), [file], newId);
    const inFile = Object.fromEntries(
      Object.entries(lists).filter(([list]) => list.includes(`[${file.id}]`)),
    );
    change(insertInto(FILES, entriesOf(assessment, FILES).length, file, { values: {}, lists: inFile }));
  });
}

/** Removes an entry with all that stands in it; the message offers to take that back. */
export function removeEntry(list: ListPath, id: string, name: string): void {
  withDocument((assessment) => {
    const entries = entriesOf(assessment, list);
    const at = entries.findIndex((entry) => entry.id === id);
    if (at < 0) return;
    const neighbour = entries[at + 1] ?? entries[at - 1];
    changeWithUndo(removeAt(assessment, list, at), i18next.t('removed', { name }));
    if (list !== FILES) reveal(neighbour ? `${list}[${neighbour.id}]` : list);
  });
}

/** Adds a copy behind an entry and goes to it. */
export function duplicateEntry(list: ListPath, id: string): void {
  withDocument((assessment) => {
    const at = entriesOf(assessment, list).findIndex((entry) => entry.id === id);
    const edit = duplicateAt(assessment, list, at, newId);
    change(edit);
    if (edit.kind === 'insert') reveal(`${list}[${edit.entry.id}]`);
  });
}

/**
 * Moves an entry by some places. Printed numbers of a source no longer fit then: the list is numbered from 1.
 * `stay`: the focus is looked after elsewhere.
 */
export function moveEntry(list: ListPath, id: string, by: number, focus: 'go' | 'stay' = 'go'): void {
  withDocument((assessment) => {
    const edit = moveBy(assessment, list, id, by);
    if (!edit) return;
    change(edit);
    if (focus === 'go' && list !== FILES) reveal(`${list}[${id}]`);
  });
}

/**
 * Puts cells into a table from a row and column on, over what stands there, with new rows below where they are needed:
 * one step, which the message offers to take back. `columns`: ids of the columns, without that of the list. Cells beyond
 * the last column are refused, and nothing is changed.
 */
export function pasteRows(
  list: ListPath,
  columns: readonly string[],
  from: { readonly row: string; readonly column: number },
  cells: readonly (readonly string[])[],
): void {
  withDocument((assessment) => {
    const entries = entriesOf(assessment, list);
    const first = entries.findIndex(({ id }) => id === from.row);
    const width = Math.max(...cells.map((row) => row.length));
    if (first < 0 || from.column + width > columns.length) {
      say(i18next.t('pasteTooWide', { columns: width, room: columns.length - from.column }), {
        tone: 'warn',
      });
      return;
    }
    const edits = cells.flatMap((row, at) => {
      const entry = entries[first + at];
      const id = entry?.id ?? newId();
      const values = row.map(
        (text, x) => [`${list}[${id}].${columns[from.column + x] ?? ''}`, text] as const,
      );
      return entry
        ? values.map(([path, text]) => setValue(assessment, path, text === '' ? undefined : text))
        : [insertInto(list, first + at, { id }, rowOf(values))];
    });
    const done = i18next.t('pasted', { rows: cells.length, columns: width });
    changeWithUndo({ kind: 'batch', edits }, done, { label: 'paste' });
  });
}

function rowOf(values: readonly (readonly [string, string])[]): Content {
  return { values: Object.fromEntries(values.filter(([, text]) => text !== '')), lists: {} };
}

function withDocument(work: (assessment: Assessment) => void): void {
  const { assessment } = useDocument.getState();
  if (assessment) work(assessment);
}
