import { applyEdit, entriesOf, insertInto, removeAt, setEdit, type Edit, type Header } from './edit';
import { sameValue } from './values';
import { instancesOf, type ListPath } from './path';
import type { Assessment, Entry } from './types';

/**
 * The one edit that turns `from` into `to`: for going back to a revision as a step that can be undone.
 * Undefined where they are the same. Entries are identified by their ids, so both must come from one document.
 */
export function transition(from: Assessment, to: Assessment): Edit | undefined {
  const sequence = new EditSequence(from);
  for (const list of listsOf(from, to)) removeEntries(sequence, list, to);
  for (const path of Object.keys(sequence.now.values)) if (!(path in to.values)) sequence.set(path, to);
  changeHeader(sequence, to);
  for (const list of listsOf(from, to)) reorder(sequence, list, to);
  for (const path of Object.keys(to.values)) sequence.set(path, to);
  return sequence.edits.length === 0 ? undefined : { kind: 'batch', edits: sequence.edits };
}

/** Edits made so far, and the state they lead to. */
class EditSequence {
  readonly edits: Edit[] = [];

  constructor(public now: Assessment) {}

  add(edit: Edit): void {
    this.edits.push(edit);
    this.now = applyEdit(this.now, edit);
  }

  set(path: string, to: Assessment): void {
    const before = this.now.values[path];
    const after = to.values[path];
    if (!sameValue(before, after)) this.add(setEdit(path, before, after));
  }
}

/** Outer lists first, so that an entry is there before what lies in it. */
function listsOf(from: Assessment, to: Assessment): readonly ListPath[] {
  const all = new Set([...Object.keys(from.lists), ...Object.keys(to.lists)]);
  return [...all].sort((a, b) => instancesOf(a).length - instancesOf(b).length);
}

function removeEntries(sequence: EditSequence, list: ListPath, to: Assessment): void {
  const kept = new Set(entriesOf(to, list).map(({ id }) => id));
  for (let at = entriesOf(sequence.now, list).length - 1; at >= 0; at--) {
    const entry = entriesOf(sequence.now, list)[at];
    if (entry && !kept.has(entry.id)) sequence.add(removeAt(sequence.now, list, at));
  }
}

function changeHeader(sequence: EditSequence, to: Assessment): void {
  const before = headerOf(sequence.now);
  const after = headerOf(to);
  if (JSON.stringify(before) !== JSON.stringify(after)) sequence.add({ kind: 'header', before, after });
}

function headerOf({ form, edition, slots }: Assessment): Header {
  return { form, edition, slots: Object.fromEntries(Object.entries(slots).sort()) };
}

/** Adds missing entries, sorts all of them and sets the printed numbers. */
function reorder(sequence: EditSequence, list: ListPath, to: Assessment): void {
  const target = entriesOf(to, list);
  target.forEach((entry, at) => {
    const from = entriesOf(sequence.now, list).findIndex(({ id }) => id === entry.id);
    if (from < 0) sequence.add(insertInto(list, at, entry));
    else if (from !== at) sequence.add({ kind: 'move', list, from, to: at });
  });
  const present = entriesOf(sequence.now, list);
  if (!sameNumbers(present, target)) sequence.add({ kind: 'renumber', list, before: present, after: target });
}

function sameNumbers(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.every((entry, at) => entry.number === b[at]?.number);
}
