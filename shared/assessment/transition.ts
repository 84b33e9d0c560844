import { applyEdit, entriesOf, insertInto, removeAt, setEdit, type Edit, type Header } from './edit';
import { sameValue } from './values';
import { instancesOf, type ListPath } from './path';
import type { Assessment, Entry } from './types';

/**
 * The one edit that turns `from` into `to`: for going back to a revision as a step that can be undone.
 * Undefined where they are the same. Entries are told by their ids, so both must come from one document.
 */
export function transition(from: Assessment, to: Assessment): Edit | undefined {
  const steps = new Steps(from);
  for (const list of listsOf(from, to)) removeEntries(steps, list, to);
  for (const path of Object.keys(steps.now.values)) if (!(path in to.values)) steps.set(path, to);
  changeHeader(steps, to);
  for (const list of listsOf(from, to)) arrange(steps, list, to);
  for (const path of Object.keys(to.values)) steps.set(path, to);
  return steps.edits.length === 0 ? undefined : { kind: 'batch', edits: steps.edits };
}

/** Edits made so far, and the state they lead to. */
class Steps {
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

function removeEntries(steps: Steps, list: ListPath, to: Assessment): void {
  const kept = new Set(entriesOf(to, list).map(({ id }) => id));
  for (let at = entriesOf(steps.now, list).length - 1; at >= 0; at--) {
    const entry = entriesOf(steps.now, list)[at];
    if (entry && !kept.has(entry.id)) steps.add(removeAt(steps.now, list, at));
  }
}

function changeHeader(steps: Steps, to: Assessment): void {
  const before = headerOf(steps.now);
  const after = headerOf(to);
  if (JSON.stringify(before) !== JSON.stringify(after)) steps.add({ kind: 'header', before, after });
}

function headerOf({ form, edition, slots }: Assessment): Header {
  return { form, edition, slots: Object.fromEntries(Object.entries(slots).sort()) };
}

/** Adds what is missing, brings all into order and gives the printed numbers. */
function arrange(steps: Steps, list: ListPath, to: Assessment): void {
  const wanted = entriesOf(to, list);
  wanted.forEach((entry, at) => {
    const from = entriesOf(steps.now, list).findIndex(({ id }) => id === entry.id);
    if (from < 0) steps.add(insertInto(list, at, entry));
    else if (from !== at) steps.add({ kind: 'move', list, from, to: at });
  });
  const present = entriesOf(steps.now, list);
  if (!sameNumbers(present, wanted)) steps.add({ kind: 'renumber', list, before: present, after: wanted });
}

function sameNumbers(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.every((entry, at) => entry.number === b[at]?.number);
}
