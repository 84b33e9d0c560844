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

  /** Moves changes onto the disk. */
  flush(isChosen: (change: NameChange, at: number) => boolean): void {
    this.#changes = this.#changes.filter((change, at) => {
      if (!isChosen(change, at)) return true;
      for (const { folder, key, entry } of change.sets) set(folder.durable, key, entry);
      return false;
    });
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

function set(entries: Map<string, Entry>, key: string, entry: Entry | undefined): void {
  if (entry) entries.set(key, entry);
  else entries.delete(key);
}
