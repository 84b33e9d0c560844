import { systemError } from './errors';
import type { VolumeKind } from './kinds';
import type { Entry, FileNode, FolderNode } from './nodes';

/** What files that are open, held or protected forbid, by the rules of a kind of volume. All throw errors of the system. */
export class Sharing {
  constructor(
    private readonly kind: VolumeKind,
    private readonly worldTime: () => number,
  ) {}

  assertFree(node: FileNode, call: string, path: string): void {
    if (this.kind.sharing === 'windows' && node.heldUntil > this.worldTime())
      throw systemError('EBUSY', call, path);
  }

  assertChangeable(node: FileNode, path: string): void {
    if ((node.mode & 0o200) === 0)
      throw systemError(this.kind.sharing === 'windows' ? 'EPERM' : 'EACCES', 'open', path);
  }

  assertRenames({ node, isDeletePending }: Entry, path: string): void {
    if (isDeletePending) throw systemError('EPERM', 'rename', path);
    if (node.kind === 'file') return this.assertFree(node, 'rename', path);
    const isOpen = [...node.entries.values()].some(
      (entry) => entry.node.kind === 'file' && entry.node.handles > 0,
    );
    if (isOpen && this.kind.sharing === 'windows') throw systemError('EPERM', 'rename', path);
  }

  assertReplaceable(
    source: FileNode | FolderNode,
    { node: target, isDeletePending = false }: Entry,
    path: string,
  ): void {
    if (target.kind === 'folder')
      throw systemError(source.kind === 'folder' ? 'ENOTEMPTY' : 'EISDIR', 'rename', path);
    if (source.kind === 'folder') throw systemError('ENOTDIR', 'rename', path);
    if (this.kind.sharing === 'posix') return;
    if (target.heldUntil > this.worldTime()) throw systemError('EBUSY', 'rename', path);
    if (target.handles > 0 || isDeletePending) throw systemError('EPERM', 'rename', path);
    if ((target.mode & 0o200) === 0) throw systemError('EPERM', 'rename', path);
  }
}
