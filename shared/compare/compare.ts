import { formOf } from '../forms/catalog';
import type { Form } from '../forms/types';
import { contentOf, type Header } from '../assessment/edit';
import { itemIdOf, type ListPath, type Path } from '../assessment/path';
import type { Assessment, Entry } from '../assessment/types';
import { isEntryName } from './entries';
import { isSecond, matchDocuments, reversed } from './match';
import { comparePositions, positionFinder } from './documentOrder';
import { moveDifferences } from './moveDifferences';
import { mirrorMove } from './applyDifferences';
import { isUnread } from './readExtent';
import { translate } from './translate';
import type {
  CompareOptions,
  Comparison,
  Difference,
  EntryDifference,
  Matching,
  ValueDifference,
} from './types';
import { readsAlike, sameValue } from '../assessment/values';

/**
 * What changed from one assessment to another: nothing for the same assessment, the mirrored differences when the
 * arguments are swapped. Editions of the same form may differ. What one of the documents was not read in is no change.
 */
export function compare(before: Assessment, after: Assessment, options: CompareOptions = {}): Comparison {
  const swapped = isSecond(before, after);
  const matching = matchDocuments(before, after, options);
  const found = [
    ...headerDifferences(before, after),
    ...valueDifferences(before, after, matching),
    ...unmatchedEntries('removed', before, matching.toNew),
    ...unmatchedEntries('added', after, matching.toOld),
    ...(swapped
      ? moveDifferences(after, before, reversed(matching)).map(mirrorMove)
      : moveDifferences(before, after, matching)),
  ];
  const ordered = inFormOrder(found, before, after);
  const { read } = options;
  if (!read?.before && !read?.after) return { before, after, matching, differences: ordered };
  const unread = ordered.filter((difference) => isUnread(difference, read));
  const differences = ordered.filter((difference) => !unread.includes(difference));
  return { before, after, matching, differences, ...(unread.length > 0 ? { unread } : {}) };
}

function headerDifferences(before: Assessment, after: Assessment): readonly Difference[] {
  const [older, newer] = [headerOf(before), headerOf(after)];
  return JSON.stringify(older) === JSON.stringify(newer)
    ? []
    : [{ kind: 'header', key: 'header', before: older, after: newer }];
}

function headerOf({ form, edition, slots }: Assessment): Header {
  return {
    form,
    edition,
    slots: Object.fromEntries(Object.entries(slots).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function valueDifferences(before: Assessment, after: Assessment, matching: Matching): readonly Difference[] {
  const form = formOf(after.form, after.edition);
  const inBoth = Object.keys(before.values).flatMap((oldPath) => {
    const newPath = translate(oldPath, matching.toNew);
    return newPath === undefined ? [] : valueDifference(form, before, after, oldPath, newPath);
  });
  const onlyNewer = Object.keys(after.values).flatMap((newPath) => {
    const oldPath = translate(newPath, matching.toOld);
    return oldPath === undefined || oldPath in before.values
      ? []
      : valueDifference(form, before, after, oldPath, newPath);
  });
  return [...inBoth, ...onlyNewer];
}

function valueDifference(
  form: Form,
  older: Assessment,
  newer: Assessment,
  oldPath: Path,
  newPath: Path,
): readonly ValueDifference[] {
  const [before, after] = [older.values[oldPath], newer.values[newPath]];
  if (sameValue(before, after)) return [];
  const item = itemIdOf(newPath);
  return [
    {
      kind: 'changed',
      key: newPath,
      item,
      oldPath,
      newPath,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      formOnly: readsAlike(before, after),
      renames: isEntryName(form, item),
    },
  ];
}

/** Entries without a counterpart, whose surroundings have one: their differences include everything inside them. */
function unmatchedEntries(
  kind: EntryDifference['kind'],
  assessment: Assessment,
  counterparts: ReadonlyMap<string, string>,
): readonly EntryDifference[] {
  return Object.entries(assessment.lists).flatMap(([list, entries]) =>
    translate(list, counterparts) === undefined
      ? []
      : entries.flatMap((entry, at) =>
          counterparts.has(entry.id) ? [] : [entryDifference(kind, assessment, list, entry, at)],
        ),
  );
}

function entryDifference(
  kind: EntryDifference['kind'],
  assessment: Assessment,
  list: ListPath,
  entry: Entry,
  at: number,
): EntryDifference {
  const content = contentOf(assessment, entry.id);
  return { kind, key: `${kind}:${list}[${entry.id}]`, item: itemIdOf(list), list, at, entry, content };
}

function inFormOrder(
  differences: readonly Difference[],
  before: Assessment,
  after: Assessment,
): readonly Difference[] {
  const [oldPosition, newPosition] = [positionFinder(before), positionFinder(after)];
  const positioned = differences.map((difference) => ({
    difference,
    position: positionOf(difference, oldPosition, newPosition),
  }));
  return positioned
    .sort((a, b) => comparePositions(a.position, b.position))
    .map(({ difference }) => difference);
}

type FindPosition = ReturnType<typeof positionFinder>;

function positionOf(
  difference: Difference,
  oldPosition: FindPosition,
  newPosition: FindPosition,
): readonly number[] {
  switch (difference.kind) {
    case 'header':
      return [-1];
    case 'changed':
      return newPosition(difference.newPath);
    case 'moved':
      return entryPosition(difference.newList, difference.newEntry, newPosition);
    case 'added':
      return entryPosition(difference.list, difference.entry, newPosition);
    case 'removed':
      return entryPosition(difference.list, difference.entry, oldPosition);
  }
}

function entryPosition(list: ListPath, entry: Entry, position: FindPosition): readonly number[] {
  return position(`${list}[${entry.id}]`);
}
