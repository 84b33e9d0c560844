import type { FileStatus, OpenMode } from '../../../electron/machine/fileSystem';
import { systemError } from './errors';
import type { VolumeKind } from './kinds';
import { VolumeHandle } from './handle';
import { afterPowerCut, NOTHING, type Entry, type FileNode, type FolderNode } from './nodes';
import { PendingNames, type NameSet } from './pendingNames';
import type { Random } from './random';
import { Sharing } from './sharing';
import { Tree, type Place } from './tree';

/** Writes older than this (ms) have reached the disk by themselves. */
const WRITTEN_BACK_AFTER = 30_000;

/** One file system: what is in its cache and what is on its disk. All calls act at once and throw errors of the system. */
export class Volume {
  readonly root: FolderNode;
  /** Every write that needs room fails with it. */
  full: 'ENOSPC' | 'EDQUOT' | undefined;
  isReadOnly = false;
  readonly #tree: Tree;
  readonly #sharing: Sharing;
  readonly #names = new PendingNames();
  readonly #dirty = new Set<FileNode>();
  #deletePending: Place[] = [];
  #lastId: number;

  constructor(
    readonly kind: VolumeKind,
    /** Milliseconds since 1970 UTC by the clock of the server. */
    private readonly clock: () => number,
    /** Milliseconds of the world. */
    readonly worldTime: () => number,
    /** A file of one volume is none of another: their identities differ. */
    number = 0,
  ) {
    this.#lastId = number * 1_000_000;
    this.root = this.#newFolder();
    this.#tree = new Tree(this.root, kind);
    this.#sharing = new Sharing(kind, worldTime);
  }

  open(path: string, mode: OpenMode, permissions: number | undefined, origin: string): VolumeHandle {
    const node = this.#nodeToOpen(path, mode, permissions);
    if (mode === 'w' && node.bytes.length > 0) this.truncate(node, 0, origin);
    node.handles += 1;
    return new VolumeHandle(this, node, mode, origin, path);
  }

  /** A file whose name is taken away while handles are open is still there for them. */
  closed(node: FileNode): void {
    node.handles -= 1;
    if (node.handles > 0) return;
    const pending = this.#deletePending.filter((place) => place.folder.entries.get(place.key)?.node === node);
    for (const place of pending) this.#change([{ ...place, entry: undefined }]);
    if (pending.length > 0)
      this.#deletePending = this.#deletePending.filter((place) => !pending.includes(place));
  }

  rename(from: string, to: string): void {
    this.#assertWritable('rename', from);
    const source = this.#tree.present('rename', from);
    const target = this.#tree.place('rename', to);
    const replaced = target.folder.entries.get(target.key);
    this.#sharing.assertRenames(source.entry, from);
    if (replaced && replaced.node !== source.entry.node)
      this.#sharing.assertReplaceable(source.entry.node, replaced, to);
    const isSame = target.folder === source.folder && target.key === source.key;
    const gone = isSame ? [] : [{ folder: source.folder, key: source.key, entry: undefined }];
    this.#change([...gone, { ...target, entry: { name: target.name, node: source.entry.node } }]);
  }

  link(existing: string, path: string): void {
    if (!this.kind.links) throw systemError('ENOTSUP', 'link', path);
    this.#assertWritable('link', path);
    const source = this.#tree.present('link', existing).entry.node;
    const place = this.#tree.place('link', path);
    if (place.folder.entries.has(place.key)) throw systemError('EEXIST', 'link', path);
    if (source.kind === 'folder') throw systemError('EPERM', 'link', path);
    this.#change([{ ...place, entry: { name: place.name, node: source } }]);
  }

  /** From this volume into another one. */
  copyTo(target: Volume, from: string, to: string, origin: string): void {
    const source = this.open(from, 'r', undefined, origin);
    try {
      const { mode, size } = source.status();
      const handle = target.open(to, 'wx', mode, origin);
      try {
        handle.write(source.read(size, 0));
      } finally {
        handle.close();
      }
    } finally {
      source.close();
    }
  }

  remove(path: string): void {
    this.#assertWritable('unlink', path);
    const { entry, ...place } = this.#tree.present('unlink', path);
    if (entry.node.kind === 'folder') throw systemError('EPERM', 'unlink', path);
    this.#sharing.assertFree(entry.node, 'unlink', path);
    if (entry.isDeletePending) throw systemError('EPERM', 'unlink', path);
    if (this.kind.sharing === 'windows' && entry.node.handles > 0) {
      entry.isDeletePending = true;
      this.#deletePending.push(place);
    } else this.#change([{ ...place, entry: undefined }]);
  }

  removeFolder(path: string): void {
    this.#assertWritable('rmdir', path);
    const { entry, ...place } = this.#tree.present('rmdir', path);
    if (entry.node.kind !== 'folder') throw systemError('ENOTDIR', 'rmdir', path);
    if (entry.node.entries.size > 0) throw systemError('ENOTEMPTY', 'rmdir', path);
    this.#change([{ ...place, entry: undefined }]);
  }

  makeFolder(path: string): void {
    const place = this.#tree.place('mkdir', path);
    if (place.folder.entries.has(place.key)) throw systemError('EEXIST', 'mkdir', path);
    this.#assertWritable('mkdir', path);
    this.#assertRoom('mkdir', path);
    this.#change([{ ...place, entry: { name: place.name, node: this.#newFolder() } }]);
  }

  status(path: string): FileStatus {
    const entry = this.#tree.entry(path);
    if (!entry || entry.isDeletePending) throw systemError(entry ? 'EPERM' : 'ENOENT', 'stat', path);
    return this.statusOf(entry.node);
  }

  statusOf(node: FileNode | FolderNode): FileStatus {
    return {
      kind: node.kind,
      size: node.kind === 'file' ? node.bytes.length : 0,
      modified: node.modified,
      mode: node.kind === 'file' ? node.mode : 0o755,
      id: this.kind.ids ? String(node.id) : undefined,
    };
  }

  list(path: string): readonly string[] {
    return [...this.folder('scandir', path).entries.values()].map(({ name }) => name);
  }

  resolve(path: string): string {
    return this.#tree.resolve(path);
  }

  flushFolder(path: string): void {
    const folder = this.folder('fsync', path);
    if (!this.kind.flushesFolders) throw systemError('EPERM', 'fsync', path);
    if (this.kind.names === 'ordered') this.#names.flush(() => true);
    else this.#names.flush(({ sets }) => sets.some((set) => set.folder === folder));
  }

  flush(node: FileNode): void {
    node.durable = node.bytes;
    node.pending = [];
    this.#dirty.delete(node);
    if (this.kind.names === 'ordered') this.#names.flush(() => true);
    else if (!this.kind.flushesFolders)
      this.#names.flush(({ sets }) => sets.some(({ entry }) => entry?.node === node));
  }

  write(node: FileNode, bytes: Uint8Array, position: number, next: Uint8Array, origin: string): void {
    node.bytes = next;
    this.#touch(node, { at: this.worldTime(), origin, bytes: bytes.slice(), position });
  }

  truncate(node: FileNode, size: number, origin: string): void {
    node.bytes = size === 0 ? NOTHING : node.bytes.slice(0, size);
    this.#touch(node, { at: this.worldTime(), origin, bytes: undefined, position: size });
  }

  /** Every name so far is on the disk. */
  flushNames(): void {
    this.#names.flush(() => true);
  }

  file(call: string, path: string): FileNode {
    return this.#tree.file(call, path);
  }

  folder(call: string, path: string): FolderNode {
    return this.#tree.folder(call, path);
  }

  /** Only what was flushed, or has reached the disk by chance, is left. */
  powerCut(random: Random): void {
    for (const file of this.#dirty) {
      this.#settle(
        file,
        afterPowerCut(file, random, (write) => !this.#isWrittenBack(write.at)),
      );
    }
    const kept = random.pick([0, 0.5, 1]);
    const upTo = random.below(this.#names.count + 1);
    this.#names.flush((change, at) => {
      if (this.#isWrittenBack(change.at)) return true;
      return this.kind.names === 'ordered' ? at < upTo : random.chance(kept);
    });
    this.#deletePending = [];
    this.#names.forget(this.root);
  }

  /** A client lost its cache: what it wrote and did not flush may be missing. */
  clientCut(origin: string, random: Random): void {
    for (const file of [...this.#dirty]) {
      if (!file.pending.some((write) => write.origin === origin)) continue;
      this.#settle(
        file,
        afterPowerCut(file, random, (write) => write.origin === origin && !this.#isWrittenBack(write.at)),
      );
    }
  }

  #settle(file: FileNode, bytes: Uint8Array): void {
    file.bytes = file.durable = bytes;
    file.pending = [];
    this.#dirty.delete(file);
  }

  #isWrittenBack(at: number): boolean {
    return at < this.worldTime() - WRITTEN_BACK_AFTER;
  }

  #touch(node: FileNode, write: FileNode['pending'][number]): void {
    node.pending.push(write);
    node.modified = this.#stamp();
    this.#dirty.add(node);
  }

  #change(sets: readonly NameSet[]): void {
    this.#names.change(this.worldTime(), sets);
    for (const { folder } of sets) folder.modified = this.#stamp();
  }

  #nodeToOpen(path: string, mode: OpenMode, permissions = 0o644): FileNode {
    const creates = mode === 'w' || mode === 'wx' || mode === 'a';
    const place = this.#tree.place('open', path);
    const found = place.folder.entries.get(place.key);
    if (mode === 'wx' && found && !found.isDeletePending) throw systemError('EEXIST', 'open', path);
    if (found) return this.#openable(found, mode, path);
    if (!creates) throw systemError('ENOENT', 'open', path);
    this.#assertWritable('open', path);
    this.#assertRoom('open', path);
    const node = this.#newFile(permissions);
    this.#change([{ ...place, entry: { name: place.name, node } }]);
    return node;
  }

  #openable(entry: Entry, mode: OpenMode, path: string): FileNode {
    const { node } = entry;
    if (node.kind === 'folder') throw systemError('EISDIR', 'open', path);
    if (entry.isDeletePending) throw systemError('EPERM', 'open', path);
    this.#sharing.assertFree(node, 'open', path);
    if (mode === 'r') return node;
    this.#assertWritable('open', path);
    this.#sharing.assertChangeable(node, path);
    return node;
  }

  #assertWritable(call: string, path: string): void {
    if (this.isReadOnly) throw systemError('EROFS', call, path);
  }

  #assertRoom(call: string, path: string): void {
    if (this.full) throw systemError(this.full, call, path);
  }

  #stamp(): number {
    return Math.floor(this.clock() / this.kind.tick) * this.kind.tick;
  }

  #newFile(mode: number): FileNode {
    const state = { bytes: NOTHING, durable: NOTHING, pending: [], modified: this.#stamp(), mode };
    return { kind: 'file', id: ++this.#lastId, ...state, handles: 0, heldUntil: 0 };
  }

  #newFolder(): FolderNode {
    return {
      kind: 'folder',
      id: ++this.#lastId,
      entries: new Map(),
      durable: new Map(),
      modified: this.#stamp(),
    };
  }
}

/** Undefined where there is nothing that answers. */
export function statusOf(volume: Volume, path: string): FileStatus | undefined {
  try {
    return volume.status(path);
  } catch {
    return undefined;
  }
}
