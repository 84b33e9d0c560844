import { entriesOf } from '../assessment/edit';
import { itemIdOf, type ListPath } from '../assessment/path';
import type { Assessment, Entry } from '../assessment/types';
import { translate } from './translate';
import type { Matching, MoveDifference } from './types';

/** Matched entries that are no longer in the same order, or that carry another printed number. */
export function moveDifferences(
  before: Assessment,
  after: Assessment,
  matching: Matching,
): readonly MoveDifference[] {
  return Object.entries(before.lists).flatMap(([oldList, oldEntries]) => {
    const newList = translate(oldList, matching.toNew);
    if (newList === undefined) return [];
    const newEntries = entriesOf(after, newList);
    const positions = new Map(newEntries.map(({ id }, at) => [id, at]));
    const pairs = oldEntries.flatMap((entry, from) => {
      const to = positions.get(matching.toNew.get(entry.id) ?? '');
      return to === undefined ? [] : [{ from, to }];
    });
    const unmoved = new Set(longestIncreasing(pairs.map(({ to }) => to)));
    return pairs
      .filter(({ from, to }) => !unmoved.has(to) || oldEntries[from]?.number !== newEntries[to]?.number)
      .flatMap((pair) => moveDifference(oldList, newList, oldEntries, newEntries, pair));
  });
}

function moveDifference(
  oldList: ListPath,
  newList: ListPath,
  oldEntries: readonly Entry[],
  newEntries: readonly Entry[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly MoveDifference[] {
  const [oldEntry, newEntry] = [oldEntries[from], newEntries[to]];
  if (!oldEntry || !newEntry) return [];
  const key = `${newList}[${newEntry.id}]`;
  return [{ kind: 'moved', key, item: itemIdOf(newList), oldList, newList, oldEntry, newEntry, from, to }];
}

/** The longest rising run of numbers, in order: what stayed while the rest moved. */
function longestIncreasing(numbers: readonly number[]): readonly number[] {
  const best: { readonly length: number; readonly from: number }[] = [];
  numbers.forEach((number, at) => {
    let [length, from] = [1, -1];
    for (let earlier = 0; earlier < at; earlier++)
      if ((numbers[earlier] ?? 0) < number && (best[earlier]?.length ?? 0) + 1 > length)
        [length, from] = [(best[earlier]?.length ?? 0) + 1, earlier];
    best.push({ length, from });
  });
  const rising: number[] = [];
  let at = best.reduce((last, { length }, here) => (length > (best[last]?.length ?? 0) ? here : last), 0);
  while (at >= 0 && at < numbers.length) {
    rising.unshift(numbers[at] ?? 0);
    at = best[at]?.from ?? -1;
  }
  return rising;
}
