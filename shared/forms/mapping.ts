import { MAPPING_FILES } from './data';
import type { FormId, ItemId, MappingFile } from './types';

/** What becomes of an item of one form in another. */
export interface Mapping {
  /** The item that asks the same; undefined where there is none. */
  readonly target: (id: ItemId) => ItemId | undefined;
  /** The item that gathers the texts of this one. */
  readonly gathered: (id: ItemId) => ItemId | undefined;
}

/** Within one form every item keeps its id. A pair of forms that no file names has nothing in common. */
export function mappingBetween(from: FormId, to: FormId): Mapping {
  if (from === to) return { target: (id) => id, gathered: () => undefined };
  const there = MAPPING_FILES.find((file) => file.from === from && file.to === to);
  const back = MAPPING_FILES.find((file) => file.from === to && file.to === from);
  const pairs = there?.pairs ?? reversed(back?.pairs ?? {});
  return { target: (id) => byLongestPrefix(pairs, id), gathered: (id) => there?.gather[id] };
}

function reversed(pairs: MappingFile['pairs']): MappingFile['pairs'] {
  return Object.fromEntries(Object.entries(pairs).map(([from, to]) => [to, from]));
}

function byLongestPrefix(pairs: MappingFile['pairs'], id: ItemId): ItemId | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf('.', end - 1)) {
    const target = pairs[id.slice(0, end)];
    if (target !== undefined) return target + id.slice(end);
  }
  return undefined;
}
