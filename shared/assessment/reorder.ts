import { entriesOf, type Edit } from './edit';
import type { ListPath } from './path';
import type { Assessment } from './types';

/** The edit that moves an entry by some places; undefined where it would leave its list. */
export function moveBy(assessment: Assessment, list: ListPath, id: string, by: number): Edit | undefined {
  const entries = entriesOf(assessment, list);
  const from = entries.findIndex((entry) => entry.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= entries.length) return undefined;
  const plain = entries.map((entry) => ({ id: entry.id }));
  const renumber: Edit = { kind: 'renumber', list, before: entries, after: plain };
  const move: Edit = { kind: 'move', list, from, to };
  return entries.some((entry) => entry.number !== undefined)
    ? { kind: 'batch', edits: [renumber, move] }
    : move;
}
