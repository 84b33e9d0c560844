import type { Assessment, Entry } from '../assessment/types';
import { matchDocuments } from './match';
import { translateKnown } from './translate';

/**
 * The older assessment with the entry ids of the newer one wherever an entry is in both: from then on a path names
 * the same item in both. Nothing changes for assessments of one history.
 */
export function alignEntryIds(older: Assessment, newer: Assessment): Assessment {
  const { toNew } = matchDocuments(older, newer);
  if ([...toNew].every(([older, newer]) => older === newer)) return older;
  const renamed = <T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).map(([path, value]) => [translateKnown(path, toNew), change(value)]),
    );
  const entry = ({ id, ...rest }: Entry): Entry => ({ ...rest, id: toNew.get(id) ?? id });
  return {
    ...older,
    values: renamed(older.values, (value) => value),
    lists: renamed(older.lists, (entries) => entries.map(entry)),
  };
}
