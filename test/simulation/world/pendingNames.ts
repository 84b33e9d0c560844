import type { Entry, FolderNode } from './nodes';

export interface NameSet {
  readonly folder: FolderNode;
  readonly key: string;
  readonly entry: Entry | undefined;
}

/** A change of names that a power cut undoes as a whole or not at all. `at`: milliseconds of the world. */
export interface NameChange {
  readonly at: number;
  readonly sets: readonly NameSet[];
}

/** Names that were made, moved or removed and are not on the disk yet. */
export class PendingNames {
  #changes: readonly NameChange[] = [];

  get count(): number {
    return this.#changes.length;
  }

  change(at: number, sets: readonly NameSet[]): void {
    for (const { folder, key, entry } of sets) set(folder.entries, key, entry);
    this.#changes = [...this.#changes, { at, sets }];
  }

  /** Moves changes onto the disk. What is on it then of a name, an earlier change that comes to the disk later does not replace. */
  flush(isChosen: (change: NameChange, at: number) => boolean): void {
    const left: NameChange[] = [];
    this.#changes.forEach((change, at) => {
      if (!isChosen(change, at)) {
        left.push(change);
        return;
      }
      for (const { folder, key, entry } of change.sets) {
        set(folder.durable, key, entry);
        left.forEach((earlier, number) => (left[number] = without(earlier, folder, key)));
      }
    });
    this.#changes = left.filter(({ sets }) => sets.length > 0);
  }

  /** After a power cut the cache holds what the disk holds, and nothing is open. */
  forget(root: FolderNode): void {
    this.#changes = [];
    forgetIn(root);
  }
}

function forgetIn(folder: FolderNode): void {
  folder.entries.clear();
  for (const [key, entry] of folder.durable) {
    folder.entries.set(key, entry);
    if (entry.node.kind === 'folder') forgetIn(entry.node);
    else entry.node.handles = 0;
    entry.isDeletePending = false;
  }
}

function without(change: NameChange, folder: FolderNode, key: string): NameChange {
  return { ...change, sets: change.sets.filter((set) => set.folder !== folder || set.key !== key) };
}

function set(entries: Map<string, Entry>, key: string, entry: Entry | undefined): void {
  if (entry) entries.set(key, entry);
  else entries.delete(key);
}
