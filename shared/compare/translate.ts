import { instancesOf, type Path } from '../assessment/path';

/** The path with every entry id replaced by its counterpart; undefined where an entry has none. */
export function translate(path: Path, ids: ReadonlyMap<string, string>): Path | undefined {
  if (!path.includes('[')) return path;
  return instancesOf(path).every((id) => ids.has(id)) ? translateKnown(path, ids) : undefined;
}

/** The path with every id that has a counterpart replaced by it; other ids stay. */
export function translateKnown(path: Path, ids: ReadonlyMap<string, string>): Path {
  return path.replace(/\[([^\]]*)\]/g, (_, id: string) => `[${ids.get(id) ?? id}]`);
}
