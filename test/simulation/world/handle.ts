import type { FileStatus, OpenMode } from '../../../electron/machine/fileSystem';
import { systemError } from './errors';
import { written, type FileNode } from './nodes';
import type { Volume } from './volume';

/** An open file of a volume. All calls act at once. */
export class VolumeHandle {
  #position = 0;
  #isOpen = true;

  constructor(
    private readonly volume: Volume,
    private readonly node: FileNode,
    private readonly mode: OpenMode,
    private readonly origin: string,
    private readonly path: string,
  ) {}

  read(length: number, position: number): Uint8Array {
    this.#assertOpen('read');
    return this.node.bytes.slice(position, position + length);
  }

  /** Where the disk is full a part of the bytes is there and the call throws. */
  write(bytes: Uint8Array, position?: number): void {
    this.#assertOpen('write');
    if (this.mode === 'r') throw systemError('EBADF', 'write', this.path);
    if (this.volume.isReadOnly) throw systemError('EROFS', 'write', this.path);
    const at = this.mode === 'a' ? this.node.bytes.length : (position ?? this.#position);
    const { full } = this.volume;
    const grows = at + bytes.length > this.node.bytes.length;
    if (full && grows) {
      this.#put(bytes.subarray(0, Math.max(0, this.node.bytes.length - at) || bytes.length >> 1), at);
      throw systemError(full, 'write', this.path);
    }
    this.#put(bytes, at);
  }

  truncate(size: number): void {
    this.#assertOpen('ftruncate');
    if (this.volume.isReadOnly) throw systemError('EROFS', 'ftruncate', this.path);
    if (size < this.node.bytes.length) this.volume.truncate(this.node, size, this.origin);
    else if (size > this.node.bytes.length)
      this.#put(new Uint8Array(size - this.node.bytes.length), this.node.bytes.length);
  }

  status(): FileStatus {
    this.#assertOpen('fstat');
    return this.volume.statusOf(this.node);
  }

  flush(): void {
    this.#assertOpen('fsync');
    this.volume.flush(this.node);
  }

  close(): void {
    this.#assertOpen('close');
    this.#isOpen = false;
    this.volume.closed(this.node);
  }

  /** The process or its connection is gone; the system closes what it had open. */
  abandon(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.volume.closed(this.node);
  }

  isOn(volume: Volume): boolean {
    return this.volume === volume;
  }

  /** After a power cut of the server nothing is open any more. */
  forget(): void {
    this.#isOpen = false;
  }

  #put(bytes: Uint8Array, at: number): void {
    this.volume.write(this.node, bytes, at, written(this.node.bytes, bytes, at), this.origin);
    if (this.mode !== 'a') this.#position = at + bytes.length;
  }

  #assertOpen(call: string): void {
    if (!this.#isOpen) throw systemError('EBADF', call, this.path);
  }
}
