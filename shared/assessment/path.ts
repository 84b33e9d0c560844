import type { ItemId } from '../forms/types';

/**
 * A path names one value of an assessment: the item id with the instance in brackets behind the
 * section or list it belongs to, `II[k3f9].4.items[x81a].m3`. Inside a document an instance is the
 * stable id of an entry; for people and on the command line it is its ordinal (`II[1].4.items[3].m3`).
 */
export type Path = string;

/** The path of a list: `files`, `attachments`, or a repeat or table such as `II[k3f9].4.items`. */
export type ListPath = string;

/** The list of 特定個人情報ファイル: its entries are the instances of every section that repeats per file. */
export const FILES: ListPath = 'files';

/** The list of 別紙 and other tables for which the form has no item. */
export const ATTACHMENTS: ListPath = 'attachments';

/** `II[k3f9].4.items[x81a].m3` → `II.4.items.m3` */
export function itemIdOf(path: Path): ItemId {
  return path.replace(/\[[^\]]*\]/g, '');
}

/** The instances in a path, outermost first. */
export function instancesOf(path: Path): readonly string[] {
  return [...path.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
}

/** Whether the path lies in (or is) the entry with this id. Entry ids are unique in a document. */
export function isInsideEntry(path: Path, entryId: string): boolean {
  return path.includes(`[${entryId}]`);
}

/** Every instance of the path replaced, with the list path before it as the second argument. */
export function mapInstances(path: Path, change: (instance: string, list: ListPath) => string): Path {
  return path.replace(
    /\[([^\]]*)\]/g,
    (_, instance: string, at: number) => `[${change(instance, path.slice(0, at))}]`,
  );
}
