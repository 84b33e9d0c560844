import { systemError } from './errors';
import type { VolumeKind } from './kinds';
import type { Entry, FileNode, FolderNode } from './nodes';

/** Where a name is or would be. */
export interface Place {
  readonly folder: FolderNode;
  readonly name: string;
  readonly key: string;
}

/** The names of a volume: what a path leads to, by the rules of its kind. */
export class Tree {
  constructor(
    readonly root: FolderNode,
    private readonly kind: VolumeKind,
  ) {}

  file(call: string, path: string): FileNode {
    const node = this.entry(path)?.node;
    if (!node) throw systemError('ENOENT', call, path);
    if (node.kind === 'folder') throw systemError('EISDIR', call, path);
    return node;
  }

  folder(call: string, path: string): FolderNode {
    return this.#folderOf(call, path, partsOf(path));
  }

  entry(path: string): Entry | undefined {
    return this.#entryOf(path, partsOf(path));
  }

  /** Throws where nothing has the name. */
  present(call: string, path: string): Place & { readonly entry: Entry } {
    const place = this.place(call, path);
    const entry = place.folder.entries.get(place.key);
    if (!entry) throw systemError('ENOENT', call, path);
    return { ...place, entry };
  }

  place(call: string, path: string): Place {
    const parts = partsOf(path);
    const name = parts.at(-1) ?? '';
    this.#assertLength(call, path, name);
    const folder = this.#folderOf(call, path, parts.slice(0, -1));
    return { folder, name, key: this.#key(name) };
  }

  /** The path in the spelling of the file system. */
  resolve(path: string): string {
    let folder = this.root;
    const names = partsOf(path).map((part, at, all) => {
      const entry = folder.entries.get(this.#key(part));
      if (!entry) throw systemError('ENOENT', 'realpath', path);
      if (entry.node.kind === 'folder') folder = entry.node;
      else if (at < all.length - 1) throw systemError('ENOTDIR', 'realpath', path);
      return entry.name;
    });
    return `/${names.join('/')}`;
  }

  #folderOf(call: string, path: string, parts: readonly string[]): FolderNode {
    const node = this.#entryOf(path, parts)?.node;
    if (!node) throw systemError('ENOENT', call, path);
    if (node.kind === 'file') throw systemError('ENOTDIR', call, path);
    return node;
  }

  #entryOf(path: string, parts: readonly string[]): Entry | undefined {
    let entry: Entry = { name: '', node: this.root };
    for (const part of parts) {
      if (entry.node.kind === 'file') throw systemError('ENOTDIR', 'open', path);
      const next = entry.node.entries.get(this.#key(part));
      if (!next) return undefined;
      entry = next;
    }
    return entry;
  }

  #assertLength(call: string, path: string, name: string): void {
    const isLong = name.length * 3 > this.kind.maxName || path.length * 3 > this.kind.maxPath;
    if (!isLong) return;
    if (Buffer.byteLength(name) > this.kind.maxName || Buffer.byteLength(path) > this.kind.maxPath)
      throw systemError('ENAMETOOLONG', call, path);
  }

  #key(name: string): string {
    const form = this.kind.normalises ? name.normalize('NFC') : name;
    return this.kind.foldCase ? form.toLowerCase() : form;
  }
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
