import { applyEdit, invert, type Edit } from './edit';
import { sameValue } from './values';
import { instancesOf, type Path } from './path';
import type { Assessment } from './types';

/** Whether two assessments hold the same, in whatever order their values were written. */
export function sameContent(a: Assessment, b: Assessment): boolean {
  return a === b || (sameHead(a, b) && sameLists(a, b) && sameValues(a, b));
}

function sameHead(a: Assessment, b: Assessment): boolean {
  return a.form === b.form && a.edition === b.edition && sameRecord(a.slots, b.slots, Object.is);
}

function sameLists({ lists: a }: Assessment, { lists: b }: Assessment): boolean {
  return sameRecord(a, b, (left, right) => left === right || JSON.stringify(left) === JSON.stringify(right));
}

function sameValues({ values: a }: Assessment, { values: b }: Assessment): boolean {
  return sameRecord(a, b, sameValue);
}

function sameRecord<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  same: (left: T | undefined, right: T | undefined) => boolean,
): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}

/**
 * Whether an edit that was made at some time can be reverted alone: all that it did is unchanged. False once it was
 * undone, once something else was written there, and where what it changed no longer exists. False also of a
 * move: it names positions and no entry, so that it is unknown whether it still applies.
 */
export function canRevert(assessment: Assessment, edit: Edit): boolean {
  if (containsMove(edit)) return false;
  const reverted = applyEdit(assessment, invert(edit));
  const entries = new Set([...entryIds(assessment), ...entryIds(reverted)]);
  return (
    targetsOf(edit).every((path) => instancesOf(path).every((id) => entries.has(id))) &&
    !sameContent(reverted, assessment) &&
    sameContent(applyEdit(reverted, edit), assessment)
  );
}

function containsMove(edit: Edit): boolean {
  return edit.kind === 'move' || (edit.kind === 'batch' && edit.edits.some(containsMove));
}

/** Paths and lists that an edit writes to. */
function targetsOf(edit: Edit): readonly Path[] {
  switch (edit.kind) {
    case 'set':
      return [edit.path];
    case 'insert':
    case 'remove':
    case 'move':
    case 'renumber':
      return [edit.list];
    case 'header':
      return [];
    case 'batch':
      return edit.edits.flatMap(targetsOf);
  }
}

function entryIds({ lists }: Assessment): readonly string[] {
  return Object.values(lists).flatMap((entries) => entries.map(({ id }) => id));
}
