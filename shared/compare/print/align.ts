import { diffArrays } from 'diff';

/** Elements of two lists side by side, in order; one is missing where the other list has no counterpart. */
export type AlignedPair<T> =
  | { readonly older: T; readonly newer: T }
  | { readonly older: T; readonly newer?: undefined }
  | { readonly older?: undefined; readonly newer: T };

/** Pairs what has the same key, as many as can be without changing the order of either list. */
export function align<T>(
  older: readonly T[],
  newer: readonly T[],
  keyOfOlder: (element: T) => string,
  keyOfNewer: (element: T) => string,
): readonly AlignedPair<T>[] {
  const pairs: AlignedPair<T>[] = [];
  let [i, j] = [0, 0];
  for (const change of diffArrays(older.map(keyOfOlder), newer.map(keyOfNewer)))
    for (const _ of change.value) {
      const [before, after] = [older[i], newer[j]];
      if (change.removed && before !== undefined) pairs.push({ older: before });
      else if (change.added && after !== undefined) pairs.push({ newer: after });
      else if (before !== undefined && after !== undefined) pairs.push({ older: before, newer: after });
      if (!change.added) i++;
      if (!change.removed) j++;
    }
  return pairs;
}
