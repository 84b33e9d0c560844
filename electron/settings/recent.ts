import { readRecent, writeRecent } from './store';

const most = 10;
const listeners = new Set<() => void>();

/** The list with `path` in front, each path once, at most ten. */
export function withRecent(paths: readonly string[], path: string): readonly string[] {
  return [path, ...paths.filter((other) => other !== path)].slice(0, most);
}

/** Notes that a file was opened or saved. */
export function noteRecent(path: string): void {
  change(withRecent(readRecent(), path));
}

/** Forgets all, or one that no longer exists. */
export function forgetRecent(path?: string): void {
  change(path === undefined ? [] : readRecent().filter((other) => other !== path));
}

/** Calls back after every change of the list. */
export function onRecentChange(listener: () => void): void {
  listeners.add(listener);
}

function change(paths: readonly string[]): void {
  writeRecent(paths);
  for (const listener of listeners) listener();
}
