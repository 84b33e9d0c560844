import { applyEdit, contentOf, entriesOf, type Content, type Edit, setEdit } from '../assessment/edit';
import type { ListPath } from '../assessment/path';
import type { Assessment, Entry } from '../assessment/types';
import { translateKnown } from './translate';
import type { Comparison, Difference, EntryDifference, Matching, MoveDifference } from './types';

/**
 * The edit that makes the chosen differences in the old document. All of them give the new one (entries that both
 * have keep their old ids).
 */
export function applyDifferences(
  comparison: Comparison,
  chosen: readonly Difference[] = comparison.differences,
): Edit {
  const sequence = new EditSequence(comparison.before);
  const ofKind = (kind: Difference['kind']) => chosen.filter((difference) => difference.kind === kind);
  for (const kind of ['header', 'removed', 'added', 'moved', 'changed'] as const)
    for (const difference of ofKind(kind)) sequence.add(editFor(sequence.now, difference, comparison));
  for (const list of listsOf(chosen)) sequence.add(reorder(sequence.now, list, comparison));
  return { kind: 'batch', edits: sequence.edits };
}

/** The edit that reverts the chosen differences in the newer document to the older wording. */
export function revertDifferences(
  comparison: Comparison,
  chosen: readonly Difference[] = comparison.differences,
): Edit {
  return applyDifferences(mirrored(comparison), chosen.map(mirrorDifference));
}

/** The comparison with the roles of the two documents changed. */
export function mirrored({ before, after, matching, differences }: Comparison): Comparison {
  return {
    before: after,
    after: before,
    matching: { toNew: matching.toOld, toOld: matching.toNew },
    differences: differences.map(mirrorDifference),
  };
}

export function mirrorDifference(difference: Difference): Difference {
  switch (difference.kind) {
    case 'header':
      return { ...difference, before: difference.after, after: difference.before };
    case 'changed': {
      const { before, after, oldPath, newPath, ...rest } = difference;
      return {
        ...rest,
        key: oldPath,
        oldPath: newPath,
        newPath: oldPath,
        ...(after === undefined ? {} : { before: after }),
        ...(before === undefined ? {} : { after: before }),
      };
    }
    case 'added':
    case 'removed':
      return mirrorEntry(difference);
    case 'moved':
      return mirrorMove(difference);
  }
}

function mirrorEntry(difference: EntryDifference): EntryDifference {
  const kind = difference.kind === 'added' ? 'removed' : 'added';
  return { ...difference, kind, key: `${kind}:${difference.list}[${difference.entry.id}]` };
}

export function mirrorMove(move: MoveDifference): MoveDifference {
  return {
    ...move,
    key: `${move.oldList}[${move.oldEntry.id}]`,
    oldList: move.newList,
    newList: move.oldList,
    oldEntry: move.newEntry,
    newEntry: move.oldEntry,
    from: move.to,
    to: move.from,
  };
}

/** Edits made one after the other, each seeing what those before it did. */
class EditSequence {
  readonly edits: Edit[] = [];

  constructor(public now: Assessment) {}

  add(edit: Edit | undefined): void {
    if (!edit) return;
    this.edits.push(edit);
    this.now = applyEdit(this.now, edit);
  }
}

function editFor(now: Assessment, difference: Difference, comparison: Comparison): Edit | undefined {
  switch (difference.kind) {
    case 'header':
      return { kind: 'header', before: difference.before, after: difference.after };
    case 'changed':
      return setEdit(difference.oldPath, now.values[difference.oldPath], difference.after);
    case 'added':
      return insertion(now, difference, comparison);
    case 'removed':
      return removal(now, difference.list, difference.entry);
    case 'moved':
      return move(now, difference);
  }
}

function removal(now: Assessment, list: ListPath, entry: Entry): Edit | undefined {
  const at = entriesOf(now, list).findIndex(({ id }) => id === entry.id);
  if (at < 0) return undefined;
  return { kind: 'remove', list, at, entry, content: contentOf(now, entry.id) };
}

function insertion(now: Assessment, difference: EntryDifference, comparison: Comparison): Edit {
  const list = translateKnown(difference.list, comparison.matching.toOld);
  const newOrder = entriesOf(comparison.after, difference.list);
  const at = positionAfterNeighbour(now, list, newOrder.slice(0, difference.at), comparison.matching);
  const content = translated(difference.content, comparison.matching.toOld);
  return { kind: 'insert', list, at, entry: difference.entry, content };
}

/** Behind the nearest entry that precedes it in the newer document and exists. */
function positionAfterNeighbour(
  now: Assessment,
  list: ListPath,
  earlier: readonly Entry[],
  { toOld }: Matching,
): number {
  const entries = entriesOf(now, list);
  const positions = earlier.map(({ id }) => entries.findIndex((entry) => entry.id === (toOld.get(id) ?? id)));
  return (positions.findLast((position) => position >= 0) ?? -1) + 1;
}

function translated(content: Content, ids: ReadonlyMap<string, string>): Content {
  const rename = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([path, value]) => [translateKnown(path, ids), value]));
  return { values: rename(content.values), lists: rename(content.lists) };
}

function move(now: Assessment, { oldList, oldEntry, to }: MoveDifference): Edit | undefined {
  const entries = entriesOf(now, oldList);
  const from = entries.findIndex(({ id }) => id === oldEntry.id);
  const target = Math.min(to, entries.length - 1);
  return from < 0 || from === target ? undefined : { kind: 'move', list: oldList, from, to: target };
}

/** Lists of the new document whose order or numbers the chosen differences touch. */
function listsOf(chosen: readonly Difference[]): readonly ListPath[] {
  return [
    ...new Set(
      chosen.flatMap((difference) => {
        if (difference.kind === 'moved') return [difference.newList];
        return difference.kind === 'added' ? [difference.list] : [];
      }),
    ),
  ];
}

/** The entries in the order, and with the numbers, of the new document, once the same entries are there. */
function reorder(now: Assessment, newList: ListPath, { after, matching }: Comparison): Edit | undefined {
  const list = translateKnown(newList, matching.toOld);
  const before = entriesOf(now, list);
  const target = entriesOf(after, newList).map((entry) => ({
    ...entry,
    id: matching.toOld.get(entry.id) ?? entry.id,
  }));
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
  if (ids(before).sort().join() !== ids(target).sort().join()) return undefined;
  if (JSON.stringify(before) === JSON.stringify(target)) return undefined;
  return { kind: 'renumber', list, before, after: target };
}
