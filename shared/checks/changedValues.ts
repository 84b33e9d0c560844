import type { Path } from '../assessment/path';
import type { Assessment } from '../assessment/types';

/** Paths whose value is another one in the later state; edits share what they leave as it is. */
export function changedValues(before: Assessment, after: Assessment): readonly Path[] {
  if (before.values === after.values) return [];
  const paths = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
  return [...paths].filter((path) => before.values[path] !== after.values[path]);
}
