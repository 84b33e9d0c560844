import type { FormId, ItemId } from './types';

/**
 * Which items of two forms ask the same. A pair speaks for everything below its items; a longer id goes before a
 * shorter one.
 */
export interface MappingFile {
  readonly from: FormId;
  readonly to: FormId;
  /** Where the correspondence is taken from. */
  readonly source: string;
  readonly pairs: Readonly<Record<ItemId, ItemId>>;
  /** Items inside a list whose texts are gathered in one item of the other form, one a line; not the way back. */
  readonly gather: Readonly<Record<ItemId, ItemId>>;
}

/** Every file of the folder is taken in by the bundler: adding a mapping is adding a file. */
const files = Object.values(
  import.meta.glob<MappingFile>('../../resources/forms/mappings/*.json', { eager: true, import: 'default' }),
);

export const MAPPINGS: readonly MappingFile[] = files;

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
  const there = files.find((file) => file.from === from && file.to === to);
  const back = files.find((file) => file.from === to && file.to === from);
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
