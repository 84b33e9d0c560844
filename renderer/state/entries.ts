import i18next from 'i18next';
import { firstEntries } from '../../shared/assessment/create';
import { duplicateAt } from '../../shared/assessment/copy';
import { moveBy } from '../../shared/assessment/reorder';
import { entriesOf, insertInto, removeAt, setValue, type Content } from '../../shared/assessment/edit';
import { FILES, type ListPath } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { dispatchEdit, useDocument } from './document';
import { focusItem } from './focus';
import { newId } from './newId';
import { dispatchWithUndo } from './undoToast';
import { showToast } from './toasts';

/** Adds an empty entry after the others (or at a position) and focuses it. */
export function addEntry(list: ListPath, at?: number): void {
  withOpenAssessment((assessment) => {
    const id = newId();
    dispatchEdit(insertInto(list, at ?? entriesOf(assessment, list).length, { id }));
    focusItem(`${list}[${id}]`);
  });
}

/** Adds a 特定個人情報ファイル with the first entry of each of its lists, as on the official sheet. */
export function addFile(): void {
  withOpenAssessment((assessment) => {
    const file = { id: newId() };
    const lists = firstEntries(formOf(assessment.form, assessment.edition), [file], newId);
    const inFile = Object.fromEntries(
      Object.entries(lists).filter(([list]) => list.includes(`[${file.id}]`)),
    );
    dispatchEdit(insertInto(FILES, entriesOf(assessment, FILES).length, file, { values: {}, lists: inFile }));
  });
}

/** Removes an entry with its values and lists; the message offers to undo that. */
export function removeEntry(list: ListPath, id: string, name: string): void {
  withOpenAssessment((assessment) => {
    const entries = entriesOf(assessment, list);
    const at = entries.findIndex((entry) => entry.id === id);
    if (at < 0) return;
    const neighbour = entries[at + 1] ?? entries[at - 1];
    dispatchWithUndo(removeAt(assessment, list, at), i18next.t('removed', { name }));
    if (list !== FILES) focusItem(neighbour ? `${list}[${neighbour.id}]` : list);
  });
}

/** Adds a copy after an entry and focuses it. */
export function duplicateEntry(list: ListPath, id: string): void {
  withOpenAssessment((assessment) => {
    const at = entriesOf(assessment, list).findIndex((entry) => entry.id === id);
    const edit = duplicateAt(assessment, list, at, newId);
    dispatchEdit(edit);
    if (edit.kind === 'insert') focusItem(`${list}[${edit.entry.id}]`);
  });
}

/**
 * Moves an entry by some places. Printed numbers of a source no longer fit then: the list is numbered from 1.
 * `stay`: the caller keeps the focus.
 */
export function moveEntry(list: ListPath, id: string, by: number, focus: 'go' | 'stay' = 'go'): void {
  withOpenAssessment((assessment) => {
    const edit = moveBy(assessment, list, id, by);
    if (!edit) return;
    dispatchEdit(edit);
    if (focus === 'go' && list !== FILES) focusItem(`${list}[${id}]`);
  });
}

/**
 * Writes cells into a table from a row and column on, replacing the present text, with new rows below where needed:
 * one step, which the message offers to undo. `columns`: ids of the columns, without that of the list. Cells beyond
 * the last column are refused, and nothing is changed.
 */
export function pasteRows(
  list: ListPath,
  columns: readonly string[],
  from: { readonly row: string; readonly column: number },
  cells: readonly (readonly string[])[],
): void {
  withOpenAssessment((assessment) => {
    const entries = entriesOf(assessment, list);
    const first = entries.findIndex(({ id }) => id === from.row);
    const width = Math.max(...cells.map((row) => row.length));
    if (first < 0 || from.column + width > columns.length) {
      showToast(i18next.t('pasteTooWide', { columns: width, room: columns.length - from.column }), {
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
        : [insertInto(list, first + at, { id }, rowContent(values))];
    });
    const done = i18next.t('pasted', { rows: cells.length, columns: width });
    dispatchWithUndo({ kind: 'batch', edits }, done, { label: 'paste' });
  });
}

function rowContent(values: readonly (readonly [string, string])[]): Content {
  return { values: Object.fromEntries(values.filter(([, text]) => text !== '')), lists: {} };
}

function withOpenAssessment(work: (assessment: Assessment) => void): void {
  const { assessment } = useDocument.getState();
  if (assessment) work(assessment);
}
