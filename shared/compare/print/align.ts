import { diffArrays } from 'diff';

/** Things of two lists side by side, in order; one is missing where the other list has no counterpart. */
export type Pair<T> =
  | { readonly old: T; readonly young: T }
  | { readonly old: T; readonly young?: undefined }
  | { readonly old?: undefined; readonly young: T };

/** Pairs what has the same key, as many as can be without changing the order of either list. */
export function align<T>(
  old: readonly T[],
  young: readonly T[],
  keyOfOld: (thing: T) => string,
  keyOfYoung: (thing: T) => string,
): readonly Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  for (const change of diffArrays(old.map(keyOfOld), young.map(keyOfYoung)))
    for (const _ of change.value) {
      const [before, after] = [old[i], young[j]];
      if (change.removed && before !== undefined) pairs.push({ old: before });
      else if (change.added && after !== undefined) pairs.push({ young: after });
      else if (before !== undefined && after !== undefined) pairs.push({ old: before, young: after });
      if (!change.added) i++;
      if (!change.removed) j++;
    }
  return pairs;
}
