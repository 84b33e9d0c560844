import { create } from 'zustand';
import { applyEdit, setValue, type Edit } from '../../shared/assessment/edit';
import type { Path } from '../../shared/assessment/path';
import type { Assessment, Value } from '../../shared/assessment/types';
import { EMPTY_STACK, recorded, redone, undone, type UndoStack } from '../../shared/assessment/undo';

/** What the shell says about saving. */
export type SaveStatus =
  | { readonly kind: 'saved'; readonly at?: Date }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Who has the document open, where it is not this window. */
export interface LockHolder {
  readonly user: string;
  readonly computer: string;
  readonly since: string;
}

export interface DocumentState {
  /** Absent: no document is open. */
  readonly assessment?: Assessment;
  readonly fileName: string;
  readonly readOnly?: LockHolder;
  readonly stack: UndoStack;
  readonly save: SaveStatus;
}

const CLOSED: DocumentState = { fileName: '', stack: EMPTY_STACK, save: { kind: 'saved' } };

export const useDocument = create<DocumentState>(() => CLOSED);

export function useHasDocument(): boolean {
  return useDocument((state) => state.assessment !== undefined);
}

/** The open assessment. Only for parts of screens that need a document; they are not shown without one. */
export function useAssessment(): Assessment {
  const assessment = useDocument((state) => state.assessment);
  if (!assessment) throw new Error('no document is open');
  return assessment;
}

/** The value of one item; the component is drawn again only when this value changes. */
export function useValue(path: Path): Value | undefined {
  return useDocument((state) => state.assessment?.values[path]);
}

type Listener = (edit: Edit) => void;
const listeners = new Set<Listener>();

/** Called for every edit that is made, taken back or done again, in order: this is what is saved. */
export function onEdit(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a document that was opened. */
export function show(opened: Pick<DocumentState, 'assessment' | 'fileName' | 'readOnly' | 'save'>): void {
  useDocument.setState({ ...CLOSED, readOnly: undefined, ...opened }, true);
}

export function close(): void {
  useDocument.setState(CLOSED, true);
}

/** Makes an edit. Nothing happens while the document is read-only. */
export function change(edit: Edit): void {
  const { assessment, readOnly, stack } = useDocument.getState();
  if (!assessment || readOnly) return;
  useDocument.setState({ assessment: applyEdit(assessment, edit), stack: recorded(stack, edit, Date.now()) });
  listeners.forEach((listener) => listener(edit));
}

/** Sets one value (`undefined` or an empty text: blank). */
export function write(path: Path, value: Value | undefined): void {
  const { assessment } = useDocument.getState();
  if (assessment) change(setValue(assessment, path, value));
}

export function undo(): Edit | undefined {
  return travel(undone);
}

export function redo(): Edit | undefined {
  return travel(redone);
}

function travel(step: typeof undone): Edit | undefined {
  const { assessment, readOnly, stack } = useDocument.getState();
  const taken = assessment && !readOnly ? step(stack) : undefined;
  if (!assessment || !taken) return undefined;
  useDocument.setState({ assessment: applyEdit(assessment, taken.edit), stack: taken.stack });
  listeners.forEach((listener) => listener(taken.edit));
  return taken.edit;
}
