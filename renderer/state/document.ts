import { useMemo } from 'react';
import { create } from 'zustand';
import { applyEdit, ordinalsOf, setValue, type Edit } from '../../shared/assessment/edit';
import { withRestatements } from '../../shared/assessment/restated';
import type { ListPath, Path } from '../../shared/assessment/path';
import type { Assessment, Entry, Value } from '../../shared/assessment/types';
import type { PlacedEntry } from '../../shared/assessment/walk';
import { formOf } from '../../shared/forms/catalog';
import type { Applied, DocumentView, SaveState, Stepped } from '../../shared/commands/documents';
import type { Result } from '../../shared/commands/result';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { valueWithRole } from '../../shared/assessment/roles';

/** The open document. The shell is the authority; an edit is shown at once and sent to the shell in order. */
export interface DocumentState {
  /** Absent: no document is open. */
  readonly view?: DocumentView;
  /** The assessment as shown: that of the shell with the edits that it has not answered yet. */
  readonly assessment?: Assessment;
}

export const useDocument = create<DocumentState>(() => ({}));

export function useHasDocument(): boolean {
  return useDocument((state) => state.assessment !== undefined);
}

/** The open assessment. For components that are shown only while a document is open. */
export function useAssessment(): Assessment {
  const assessment = useDocument((state) => state.assessment);
  if (!assessment) throw new Error('no document is open');
  return assessment;
}

/** The open document as the shell described it. For components that are shown only while a document is open. */
export function useDocumentView(): DocumentView {
  const view = useDocument((state) => state.view);
  if (!view) throw new Error('no document is open');
  return view;
}

/**
 * The entries of a list with their printed numbers; the component renders again when entries are added, removed or moved, not
 * when something is typed in them.
 */
export function usePlacedEntries(list: ListPath): readonly PlacedEntry[] {
  const entries = useDocument(({ assessment }) => assessment?.lists[list]);
  return useMemo(() => withOrdinals(entries ?? []), [entries]);
}

function withOrdinals(entries: readonly Entry[]): readonly PlacedEntry[] {
  const ordinals = ordinalsOf(entries);
  return entries.map((entry, at) => ({ entry, ordinal: ordinals[at] ?? at + 1 }));
}

/** The value of one item; the component renders again only when this value changes. */
export function useValue(path: Path): Value | undefined {
  return useDocument((state) => state.assessment?.values[path]);
}

/** The name of the document on the screen: its 評価書名, or the name of its file while it has none. */
export function useTitle(): string {
  return useDocument(titleOf);
}

/** The 評価書名, the name of the file while there is none; '' where no document is open. */
export function titleOf({ view, assessment }: DocumentState): string {
  const title = assessment && valueWithRole(assessment, 'name');
  return typeof title === 'string' ? title : (view?.name ?? '');
}

export function useReadOnly(): boolean {
  return useDocument((state) => state.view?.access.kind === 'readOnly');
}

/** Shows a document that was opened or read again. */
export function showDocument(view: DocumentView | undefined): void {
  useDocument.setState(view ? { view, assessment: view.assessment } : {}, true);
}

/** Changes the view of the open document, if it is still the document of that session. */
export function updateView(session: string, patch: Partial<DocumentView>): void {
  useDocument.setState(({ view }) => (view?.session === session ? { view: { ...view, ...patch } } : {}));
}

/**
 * Applies an edit, with the 再掲 items that follow from it, and sends it to the shell. Does nothing while the document is
 * read-only. `label`: a key of the history that says why.
 */
export function dispatchEdit(wanted: Edit, label?: string): void {
  const { assessment, view } = useDocument.getState();
  if (!assessment || view?.access.kind !== 'edit') return;
  const edit = withRestatements(formOf(assessment.form, assessment.edition), assessment, wanted);
  const saving: SaveState = { kind: 'saving' };
  useDocument.setState({ assessment: applyEdit(assessment, edit), view: { ...view, state: saving } });
  const { session } = view;
  const edits = [{ edit, ...(label ? { label } : {}) }];
  void enqueue(async () =>
    applyResponse(session, await shell.commands['document.apply']({ session, edits })),
  );
}

/** Sets one value (`undefined` or an empty text: blank). */
export function setItemValue(path: Path, value: Value | undefined, label?: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment || assessment.values[path] === value) return;
  dispatchEdit(setValue(assessment, path, value), label);
}

/** Undoes the latest step. Resolves to the edit that did so, undefined where there was nothing to undo. */
export function undo(): Promise<Edit | undefined> {
  return undoOrRedo('document.undo');
}

export function redo(): Promise<Edit | undefined> {
  return undoOrRedo('document.redo');
}

/** Resolves when the shell has received every edit made so far. */
export function allEditsSent(): Promise<void> {
  return enqueue(() => Promise.resolve());
}

function undoOrRedo(command: 'document.undo' | 'document.redo'): Promise<Edit | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return Promise.resolve(undefined);
  return enqueue(async () => {
    const answer = await shell.commands[command]({ session });
    await applyResponse(session, answer);
    return answer.ok ? applySteppedEdit(answer.value) : undefined;
  });
}

function applySteppedEdit({ edit }: Stepped): Edit | undefined {
  if (!edit) return undefined;
  useDocument.setState(({ assessment }) => (assessment ? { assessment: applyEdit(assessment, edit) } : {}));
  return edit;
}

/** Applies the answer to an edit. Where it was refused, the reason is shown and the document is read from the shell again. */
async function applyResponse(session: string, answer: Result<Applied>): Promise<void> {
  if (answer.ok) {
    const { seq, steps, state } = answer.value;
    updateView(session, { seq, steps, state });
    return;
  }
  await valueOrReport(Promise.resolve(answer));
  const view = await shell.commands['document.get']({ session });
  if (view.ok) showDocument(view.value);
}

let queueTail: Promise<unknown> = Promise.resolve();

/** Runs `work` after all work queued before it, so that edits reach the shell in the order they were made. */
export function enqueue<T>(work: () => Promise<T>): Promise<T> {
  const next = queueTail.then(work, work);
  queueTail = next.catch(() => undefined);
  return next;
}
