/** The elements by a key, in the order in which they were met. */
export function groupBy<T, K>(elements: readonly T[], key: (element: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const element of elements) {
    const group = groups.get(key(element));
    if (group) group.push(element);
    else groups.set(key(element), [element]);
  }
  return groups;
}
