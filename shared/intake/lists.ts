/*
 * Lists of any length. `target.push(...items)` and `smallest([...values])` hand every element over as an argument: beyond some 100,000 of
 * them, which a table of a foreign file easily has, the engine throws a RangeError.
 */

/** Puts all items behind those of `target`. */
export function appendAll<Item>(target: Item[], items: Iterable<Item>): void {
  for (const item of items) target.push(item);
}

/** Infinity for none. */
export function smallest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}

/** −Infinity for none. */
export function largest(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}
