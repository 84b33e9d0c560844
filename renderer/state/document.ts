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
import { ask } from './ask';

/** The open document. The shell is the authority; what is typed is shown at once and handed over in order. */
export interface DocumentState {
  /** Absent: no document is open. */
  readonly view?: DocumentView;
  /** The assessment as shown: that of the shell with the edits that are still on their way. */
  readonly assessment?: Assessment;
}

export const useDocument = create<DocumentState>(() => ({}));

export function useHasDocument(): boolean {
  return useDocument((state) => state.assessment !== undefined);
}

/** The open assessment. Only for parts of screens that need a document; they are not shown without one. */
export function useAssessment(): Assessment {
  const assessment = useDocument((state) => state.assessment);
  if (!assessment) throw new Error('no document is open');
  return assessment;
}

/** The open document as the shell described it. Only for parts of screens that need a document. */
export function useDocumentView(): DocumentView {
  const view = useDocument((state) => state.view);
  if (!view) throw new Error('no document is open');
  return view;
}

/**
 * The entries of a list with their printed numbers; the component is drawn again when entries come, go or move, not
 * when something is typed in them.
 */
export function usePlacedEntries(list: ListPath): readonly PlacedEntry[] {
  const entries = useDocument(({ assessment }) => assessment?.lists[list]);
  return useMemo(() => placedOf(entries ?? []), [entries]);
}

function placedOf(entries: readonly Entry[]): readonly PlacedEntry[] {
  const ordinals = ordinalsOf(entries);
  return entries.map((entry, at) => ({ entry, ordinal: ordinals[at] ?? at + 1 }));
}

/** The value of one item; the component is drawn again only when this value changes. */
export function useValue(path: Path): Value | undefined {
  return useDocument((state) => state.assessment?.values[path]);
}

/** What the document is called on the screen: its 評価書名, the name of its file while it has none. */
export function useTitle(): string {
  return useDocument(titleOf);
}

/** The 評価書名, the name of the file while there is none; '' where no document is open. */
export function titleOf({ view, assessment }: DocumentState): string {
  const title = assessment?.values['cover.name'];
  return typeof title === 'string' ? title : (view?.name ?? '');
}

export function useReadOnly(): boolean {
  return useDocument((state) => state.view?.access.kind === 'readOnly');
}

/** Shows a document that was opened or read again. */
export function show(view: DocumentView | undefined): void {
  useDocument.setState(view ? { view, assessment: view.assessment } : {}, true);
}

/** Changes what is known of the open document, if it is still the one of that session. */
export function update(session: string, patch: Partial<DocumentView>): void {
  useDocument.setState(({ view }) => (view?.session === session ? { view: { ...view, ...patch } } : {}));
}

/**
 * Makes an edit, with what it means for 再掲 items. Nothing happens while the document is read-only. `label`: why, a key
 * of the history.
 */
export function change(wanted: Edit, label?: string): void {
  const { assessment, view } = useDocument.getState();
  if (!assessment || view?.access.kind !== 'edit') return;
  const edit = withRestatements(formOf(assessment.form, assessment.edition), assessment, wanted);
  const saving: SaveState = { kind: 'saving' };
  useDocument.setState({ assessment: applyEdit(assessment, edit), view: { ...view, state: saving } });
  const { session } = view;
  const edits = [{ edit, ...(label ? { label } : {}) }];
  void inOrder(async () => take(session, await shell.commands['document.apply']({ session, edits })));
}

/** Sets one value (`undefined` or an empty text: blank). */
export function write(path: Path, value: Value | undefined, label?: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment || assessment.values[path] === value) return;
  change(setValue(assessment, path, value), label);
}

/** Takes the latest step back; answers what changed, undefined where there was nothing left. */
export function undo(): Promise<Edit | undefined> {
  return travel('document.undo');
}

export function redo(): Promise<Edit | undefined> {
  return travel('document.redo');
}

/** Resolves when everything typed so far is in the hands of the shell. */
export function handedOver(): Promise<void> {
  return inOrder(() => Promise.resolve());
}

function travel(command: 'document.undo' | 'document.redo'): Promise<Edit | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return Promise.resolve(undefined);
  return inOrder(async () => {
    const answer = await shell.commands[command]({ session });
    await take(session, answer);
    return answer.ok ? applyStep(answer.value) : undefined;
  });
}

function applyStep({ edit }: Stepped): Edit | undefined {
  if (!edit) return undefined;
  useDocument.setState(({ assessment }) => (assessment ? { assessment: applyEdit(assessment, edit) } : {}));
  return edit;
}

/** Notes the answer to a change; one that was refused is told, and the document is shown as the shell has it. */
async function take(session: string, answer: Result<Applied>): Promise<void> {
  if (answer.ok) {
    const { seq, steps, state } = answer.value;
    update(session, { seq, steps, state });
    return;
  }
  await ask(Promise.resolve(answer));
  const view = await shell.commands['document.get']({ session });
  if (view.ok) show(view.value);
}

let last: Promise<unknown> = Promise.resolve();

/** Runs `work` after all work before it, so that edits reach the shell in the order they were made. */
export function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}
