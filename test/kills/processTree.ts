import { readdirSync, readFileSync } from 'node:fs';

/** A process with everything that it started, itself first. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name);
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const found = [root];
  for (const process of found)
    for (const [child, parent] of parents) if (parent === process) found.push(child);
  return found;
}

/** Ends all of them without a warning. */
export function killTree(root: number): void {
  for (const id of processTree(root)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}

/** The fourth field of `stat`, behind the name in brackets, which may hold anything. */
function parentOf(id: string): number | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
