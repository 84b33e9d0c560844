import { withRecent } from './recent-list';
import { readRecent, writeRecent } from './store';

const listeners = new Set<() => void>();

/** Notes that a file was opened or saved. */
export function addRecent(path: string): void {
  change(withRecent(readRecent(), path));
}

/** Forgets all, or one that no longer exists. */
export function removeRecent(path?: string): void {
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
