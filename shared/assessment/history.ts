import { type Edit, invert, setEdit } from './edit';
import { type Path, isInsideEntry } from './path';
import { push, type Stack } from './stack';
import type { Value } from './types';
import { sameValue } from './values';

/** Who made a change; from the settings of the PC it was made on. */
export interface Author {
  readonly name: string;
  readonly department: string;
  /** Name of the PC. */
  readonly pc: string;
}

/** One step of the history: an edit, who made it, and when. The history is only ever added to. */
export interface EditRecord {
  /** Grows with every record of the document; not contiguous, as typing is gathered into one record. */
  readonly seq: number;
  /** Milliseconds since 1970 UTC: of the last keystroke gathered here. */
  readonly at: number;
  /** Of the first keystroke; absent where it is `at`. */
  readonly from?: number;
  readonly author: Author;
  readonly edit: Edit;
  /** Absent: a change as such. An undo or redo is a record of its own. */
  readonly act?: 'undo' | 'redo';
  /** What the edit was made for: a key of the locale files (`replaceAll`, `restore`). */
  readonly label?: string;
}

export type History = readonly EditRecord[];

/** A longer rest between two keystrokes (ms) begins a new step of undo. */
export const TYPING_PAUSE = 1_500;

/** A step of undo never gathers more than this much typing (ms). */
export const TYPING_SPAN = 30_000;

/** Label of a record that changes nothing and before which others are missing: nothing older can be undone. */
export const HISTORY_GAP = 'historyGap';

/** A record of this number and time that says that others before it are missing. */
export function gapRecord({ seq, at }: Pick<EditRecord, 'seq' | 'at'>): EditRecord {
  const author = { name: '', department: '', pc: '' };
  return { seq, at, author, edit: { kind: 'batch', edits: [] }, label: HISTORY_GAP };
}

/** The history with one more record; typing that continues is gathered into the last one. */
export function withRecord(history: History, record: EditRecord): History {
  const last = history.at(-1);
  const gathered = last && gather(last, record);
  return gathered ? [...history.slice(0, -1), gathered] : [...history, record];
}

/** Both records as one step, or undefined where they are two. */
export function gather(last: EditRecord, next: EditRecord): EditRecord | undefined {
  if (last.act ?? next.act ?? last.label ?? next.label) return undefined;
  if (!sameAuthor(last.author, next.author)) return undefined;
  const from = last.from ?? last.at;
  if (next.at - last.at > TYPING_PAUSE || next.at - from > TYPING_SPAN) return undefined;
  const edit = gatherEdits(last.edit, next.edit);
  return edit && { ...next, from, edit };
}

/** Typing that continues in the same item, or at once in the same items (the name of a file is in each of its parts). */
function gatherEdits(first: Edit, second: Edit): Edit | undefined {
  if (first.kind === 'set' && second.kind === 'set') return gatherTyping(first, second);
  if (first.kind !== 'batch' || second.kind !== 'batch' || first.edits.length !== second.edits.length)
    return undefined;
  const edits = first.edits.flatMap((edit, at) => {
    const later = second.edits[at];
    return (later && gatherEdits(edit, later)) ?? [];
  });
  return edits.length === first.edits.length && edits.length > 0 ? { kind: 'batch', edits } : undefined;
}

type SetEdit = Extract<Edit, { kind: 'set' }>;

function gatherTyping(first: SetEdit, second: SetEdit): Edit | undefined {
  if (first.path !== second.path) return undefined;
  const structures = [first.before, first.after, second.after].map(structureOf);
  const isTyping =
    structures[0] !== undefined && structures.every((structure) => structure === structures[0]);
  return isTyping ? setEdit(first.path, first.before, second.after) : undefined;
}

/**
 * What of a value is set by one action: which options are ticked, which pictures it has, how large a table is. Typing
 * keeps it and changes only the words in it. Undefined: the whole value is set by one action.
 */
function structureOf(value: Value | undefined): string | undefined {
  if (typeof value === 'boolean' || typeof value === 'number') return undefined;
  if (value === undefined || typeof value === 'string') return '';
  if ('selected' in value) return value.selected.join('\n');
  if ('images' in value) return value.images.map(({ hash }) => hash).join('\n');
  return value.rows.map((row) => row.length).join('\n');
}

/** What can be undone and what can be redone; the next step is on top. */
export interface UndoStacks {
  readonly done: Stack<EditRecord>;
  readonly undone: Stack<EditRecord>;
}

export const NO_STEPS: UndoStacks = { done: undefined, undone: undefined };

/** The stacks follow from the history alone, so they are there again when a document is opened. */
export function stacksOf(history: Iterable<EditRecord>): UndoStacks {
  let stacks = NO_STEPS;
  for (const record of history) stacks = stacksAfter(stacks, record);
  return stacks;
}

/** The stacks after one more record. */
export function stacksAfter({ done, undone }: UndoStacks, record: EditRecord): UndoStacks {
  if (record.label === HISTORY_GAP) return NO_STEPS;
  if (record.act === 'undo')
    return done ? { done: done.below, undone: push(undone, done.top) } : { done, undone };
  if (record.act === 'redo')
    return undone ? { done: push(done, undone.top), undone: undone.below } : { done, undone };
  return hasNoEffect(record.edit) ? { done, undone } : { done: push(done, record), undone: undefined };
}

/** For each record (by its position) that is an undo or redo: the position of the step that it undoes or redoes. */
export function stepsUndoneOrRedone(history: Iterable<EditRecord>): ReadonlyMap<number, number> {
  const positions = new Map<EditRecord, number>();
  const steps = new Map<number, number>();
  let stacks = NO_STEPS;
  for (const record of history) {
    positions.set(record, positions.size);
    const stack = record.act === 'undo' ? stacks.done : record.act === 'redo' ? stacks.undone : undefined;
    const step = stack && positions.get(stack.top);
    if (step !== undefined) steps.set(positions.size - 1, step);
    stacks = stacksAfter(stacks, record);
  }
  return steps;
}

/** The edit that undoes the latest step; undefined where nothing is left. */
export function undoOf({ done }: UndoStacks): Edit | undefined {
  return done && invert(done.top.edit);
}

/** The edit that redoes what was undone last. */
export function redoOf({ undone }: UndoStacks): Edit | undefined {
  return undone?.top.edit;
}

/** What happened to one item at one time. */
export interface ItemChange {
  readonly seq: number;
  readonly at: number;
  readonly author: Author;
  readonly act?: 'undo' | 'redo';
  readonly label?: string;
  readonly before?: Value;
  readonly after?: Value;
}

/** All changes of one item, latest first. An entry that was added or removed changes the items inside it. */
export function itemHistory(history: Iterable<EditRecord>, path: Path): readonly ItemChange[] {
  const changes: ItemChange[] = [];
  for (const record of history) {
    const change = changeOf(record.edit, path);
    if (change && !sameValue(change.before, change.after)) changes.push(itemChange(record, change));
  }
  return changes.reverse();
}

/** Typed and deleted again: a step of undo that would do nothing. */
function hasNoEffect(edit: Edit): boolean {
  if (edit.kind === 'batch') return edit.edits.every(hasNoEffect);
  return edit.kind === 'set' && sameValue(edit.before, edit.after);
}

function sameAuthor(a: Author, b: Author): boolean {
  return a.name === b.name && a.department === b.department && a.pc === b.pc;
}

interface Change {
  readonly before?: Value;
  readonly after?: Value;
}

function changeOf(edit: Edit, path: Path): Change | undefined {
  switch (edit.kind) {
    case 'set':
      return edit.path === path ? edit : undefined;
    case 'insert':
      return isInsideEntry(path, edit.entry.id)
        ? valueChange(undefined, edit.content.values[path])
        : undefined;
    case 'remove':
      return isInsideEntry(path, edit.entry.id)
        ? valueChange(edit.content.values[path], undefined)
        : undefined;
    case 'batch':
      return batchChange(edit.edits, path);
    case 'move':
    case 'renumber':
    case 'header':
      return undefined;
  }
}

function batchChange(edits: readonly Edit[], path: Path): Change | undefined {
  const changes = edits.flatMap((edit) => changeOf(edit, path) ?? []);
  return changes.length === 0 ? undefined : valueChange(changes[0]?.before, changes.at(-1)?.after);
}

function valueChange(before: Value | undefined, after: Value | undefined): Change {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function itemChange({ seq, at, author, act, label }: EditRecord, change: Change): ItemChange {
  const cause = { ...(act ? { act } : {}), ...(label ? { label } : {}) };
  return { seq, at, author, ...cause, ...valueChange(change.before, change.after) };
}
