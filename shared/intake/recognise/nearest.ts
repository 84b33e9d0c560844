import { likeness } from './alike';
import { keyOf } from './fold';
import type { Print, PrintEntry } from './print';

/**
 * Finds entries nearly alike. Every line of a source that is no heading asks, so all but a few entries are left out
 * by the pairs of characters they share with the text: one edit undoes at most two pairs.
 */
export function nearestOf(entries: readonly PrintEntry[]): Print['near'] {
  const byPair = pairIndex(entries);
  return (text, least = 0.8) => {
    const key = keyOf(text);
    return sharing(entries, byPair, key, least)
      .map((entry) => ({ entry, alike: likeness(entry.key, key) }))
      .filter(({ alike }) => alike >= least)
      .sort((a, b) => b.alike - a.alike);
  };
}

type PairIndex = ReadonlyMap<string, readonly number[]>;

/** For every pair of neighbouring characters the entries that hold it, once for each time they do. */
function pairIndex(entries: readonly PrintEntry[]): PairIndex {
  const index = new Map<string, number[]>();
  entries.forEach(({ key }, at) => {
    for (const pair of pairsOf(key)) {
      const known = index.get(pair);
      if (known) known.push(at);
      else index.set(pair, [at]);
    }
  });
  return index;
}

function pairsOf(key: string): readonly string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2));
}

function sharing(
  entries: readonly PrintEntry[],
  byPair: PairIndex,
  key: string,
  least: number,
): readonly PrintEntry[] {
  const shared = new Map<number, number>();
  for (const pair of new Set(pairsOf(key)))
    for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return entries.filter((entry, at) => {
    const long = Math.max(entry.key.length, key.length);
    const edits = Math.floor((1 - least) * long + 1e-9);
    return Math.abs(entry.key.length - key.length) <= edits && (shared.get(at) ?? 0) >= long - 1 - 2 * edits;
  });
}
