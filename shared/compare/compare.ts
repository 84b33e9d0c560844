import { formOf } from '../forms/catalog';
import type { Form } from '../forms/types';
import { contentOf, type Header } from '../assessment/edit';
import { ATTACHMENTS, FILES, itemIdOf, type ListPath, type Path } from '../assessment/path';
import type { Assessment, Entry } from '../assessment/types';
import { namesItsEntry } from './entries';
import { matchEntries } from './match';
import { comparePlaces, placesOf } from './order';
import { moves } from './moves';
import { mirrorMove } from './takeOver';
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
 * arguments are swapped. Editions of the same form may differ.
 */
export function compare(before: Assessment, after: Assessment, options: CompareOptions = {}): Comparison {
  // Ties between equally good matchings must not depend on which document is called the old one.
  const swapped = JSON.stringify(before) > JSON.stringify(after);
  const matching = swapped
    ? reversed(matchEntries(after, before, options))
    : matchEntries(before, after, options);
  const found = [
    ...headerDifferences(before, after),
    ...valueDifferences(before, after, matching),
    ...goneEntries('removed', before, matching.toNew),
    ...goneEntries('added', after, matching.toOld),
    ...(swapped ? moves(after, before, reversed(matching)).map(mirrorMove) : moves(before, after, matching)),
  ];
  return { before, after, matching, differences: inOrder(found, before, after) };
}

function reversed({ toNew, toOld }: Matching): Matching {
  return { toNew: toOld, toOld: toNew };
}

function headerDifferences(before: Assessment, after: Assessment): readonly Difference[] {
  const [old, young] = [headerOf(before), headerOf(after)];
  return JSON.stringify(old) === JSON.stringify(young)
    ? []
    : [{ kind: 'header', key: 'header', before: old, after: young }];
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
  const gone = Object.keys(before.values).flatMap((oldPath) => {
    const newPath = translate(oldPath, matching.toNew);
    return newPath === undefined ? [] : valueDifference(form, before, after, oldPath, newPath);
  });
  const come = Object.keys(after.values).flatMap((newPath) => {
    const oldPath = translate(newPath, matching.toOld);
    return oldPath === undefined || oldPath in before.values
      ? []
      : valueDifference(form, before, after, oldPath, newPath);
  });
  return [...gone, ...come];
}

function valueDifference(
  form: Form,
  old: Assessment,
  young: Assessment,
  oldPath: Path,
  newPath: Path,
): readonly ValueDifference[] {
  const [before, after] = [old.values[oldPath], young.values[newPath]];
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
      renames: namesItsEntry(form, item),
    },
  ];
}

/** Entries without a counterpart, whose surroundings have one: what lies inside them is told by them. */
function goneEntries(
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

function inOrder(
  differences: readonly Difference[],
  before: Assessment,
  after: Assessment,
): readonly Difference[] {
  const [oldPlace, newPlace] = [placesOf(before), placesOf(after)];
  const placed = differences.map((difference) => ({
    difference,
    place: placeOf(difference, oldPlace, newPlace),
  }));
  return placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ difference }) => difference);
}

type PlaceOf = ReturnType<typeof placesOf>;

function placeOf(difference: Difference, oldPlace: PlaceOf, newPlace: PlaceOf): readonly number[] {
  switch (difference.kind) {
    case 'header':
      return [-1];
    case 'changed':
      return newPlace(difference.newPath);
    case 'moved':
      return entryPlace(difference.newList, difference.newEntry, newPlace);
    case 'added':
      return entryPlace(difference.list, difference.entry, newPlace);
    case 'removed':
      return entryPlace(difference.list, difference.entry, oldPlace);
  }
}

function entryPlace(list: ListPath, entry: Entry, place: PlaceOf): readonly number[] {
  return place(
    list === FILES || list === ATTACHMENTS ? `${fileSection(list)}[${entry.id}]` : `${list}[${entry.id}]`,
  );
}

function fileSection(list: ListPath): string {
  return list === FILES ? 'II' : ATTACHMENTS;
}
