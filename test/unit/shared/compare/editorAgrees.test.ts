import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPaths } from '../../../../renderer/state/overview';
import { mapInstances, type Path } from '../../../../shared/assessment/path';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { alignEntryIds } from '../../../../shared/compare/alignEntryIds';
import { compare } from '../../../../shared/compare/compare';
import { translateKnown } from '../../../../shared/compare/translate';
import type { Comparison } from '../../../../shared/compare/types';
import { anyAssessment, counter, edited } from '../assessment/arbitrary';

/* The mark 変更あり in the editor and the list of the comparison screen are two views of the same question. */

/** Paths that the comparison lists: changed items, and the contents of added and removed entries, with the ids of `after`. */
function listedPaths({ differences, matching }: Comparison): readonly Path[] {
  return differences.flatMap((difference) => {
    switch (difference.kind) {
      case 'changed':
        return [difference.newPath];
      case 'added':
        return Object.keys(difference.content.values);
      case 'removed':
        return Object.keys(difference.content.values).map((path) => translateKnown(path, matching.toNew));
      case 'moved':
      case 'header':
        return [];
    }
  });
}

/** The same document as an import of it: other ids, and the keys of every value in another order. */
function imported(assessment: Assessment): Assessment {
  const other = (path: Path) => mapInstances(path, (id) => `i${id}`);
  const { values, lists } = assessment;
  return {
    ...assessment,
    values: Object.fromEntries(
      Object.entries(values).map(([path, value]) => [other(path), withKeysReversed(value)]),
    ),
    lists: Object.fromEntries(
      Object.entries(lists).map(([list, entries]) => [
        other(list),
        entries.map((entry) => ({ ...entry, id: `i${entry.id}` })),
      ]),
    ),
  };
}

function withKeysReversed(value: Value): Value {
  return typeof value === 'object' ? (reversed(value) as Value) : value;
}

function reversed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(reversed);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}

interface Pair {
  readonly before: Assessment;
  readonly after: Assessment;
}

/** Two assessments of one history, the older one perhaps an import. */
const anyPair: fc.Arbitrary<Pair> = fc
  .tuple(anyAssessment, fc.integer(), fc.nat({ max: 12 }), fc.boolean())
  .map(([before, seed, steps, isImported]) => ({
    before: isImported ? imported(before) : before,
    after: edited(before, seed, steps, counter('a')),
  }));

function agree(before: Assessment, after: Assessment): void {
  const marked = changedPaths(alignEntryIds(before, after), after);
  const listed = listedPaths(compare(before, after));
  expect([...new Set(marked)].sort()).toEqual([...new Set(listed)].sort());
}

describe('whatever the editor marks as changed is what the comparison lists', () => {
  it('for any two documents, in both directions', () => {
    fc.assert(
      fc.property(anyPair, ({ before, after }) => {
        agree(before, after);
        agree(after, before);
      }),
      { numRuns: 1_000 },
    );
  }, 600_000);

  it('for a document and an import of it, nothing', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const other = imported(assessment);
        expect(changedPaths(alignEntryIds(other, assessment), assessment)).toEqual([]);
        expect(listedPaths(compare(other, assessment))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 600_000);
});
