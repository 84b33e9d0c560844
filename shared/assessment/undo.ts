import { invert, type Edit } from './edit';
import type { Value } from './types';

/** Edits that can be taken back and done again, oldest first and nearest first. Immutable. */
export interface UndoStack {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** What one press of 元に戻す takes back. */
export interface Step {
  readonly edit: Edit;
  /** When its latest change was made, milliseconds since 1970. */
  readonly at: number;
  /** When its first change was made. */
  readonly since: number;
}

export const EMPTY_STACK: UndoStack = { past: [], future: [] };

/** A pause in typing this long (ms) begins a new step; a step of typing is never longer than `LONGEST`. */
const PAUSE = 1200;
const LONGEST = 10_000;

/** Most steps that are kept; the history of the file keeps all. */
const DEPTH = 1000;

/** The stack after an edit was made: what had been taken back is gone, typing in one item joins the step before. */
export function recorded(stack: UndoStack, edit: Edit, at: number): UndoStack {
  const last = stack.past.at(-1);
  const joined = last ? joinTyping(last, edit, at) : undefined;
  const past = joined ? [...stack.past.slice(0, -1), joined] : [...stack.past, { edit, at, since: at }];
  return { past: past.slice(-DEPTH), future: [] };
}

/** The edit that takes the latest step back, and the stack after it; undefined where there is none. */
export function undone(stack: UndoStack): { readonly edit: Edit; readonly stack: UndoStack } | undefined {
  const step = stack.past.at(-1);
  if (!step) return undefined;
  return {
    edit: invert(step.edit),
    stack: { past: stack.past.slice(0, -1), future: [step, ...stack.future] },
  };
}

/** The edit that does the step taken back last once more, and the stack after it; undefined where there is none. */
export function redone(stack: UndoStack): { readonly edit: Edit; readonly stack: UndoStack } | undefined {
  const [step, ...future] = stack.future;
  if (!step) return undefined;
  return { edit: step.edit, stack: { past: [...stack.past, { ...step, at: 0 }], future } };
}

function joinTyping(step: Step, next: Edit, at: number): Step | undefined {
  const { edit } = step;
  if (edit.kind !== 'set' || next.kind !== 'set' || edit.path !== next.path) return undefined;
  if (at - step.at > PAUSE || at - step.since > LONGEST) return undefined;
  if (!isTyping(edit.before) || !isTyping(next.after) || !isTyping(edit.after)) return undefined;
  const { before: _own, ...changed } = next;
  return { ...step, at, edit: 'before' in edit ? { ...changed, before: edit.before } : changed };
}

function isTyping(value: Value | undefined): boolean {
  return value === undefined || typeof value === 'string';
}
