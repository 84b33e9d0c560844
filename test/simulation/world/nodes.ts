import type { Random } from './random';

/** A write that is in the cache of a system and not on its disk. */
export interface PendingWrite {
  readonly at: number;
  /** Client whose cache holds it besides the server's. */
  readonly origin: string;
  /** Absent: the file was cut to `size`. */
  readonly bytes: Uint8Array | undefined;
  readonly position: number;
}

export interface FileNode {
  readonly kind: 'file';
  readonly id: number;
  bytes: Uint8Array;
  /** What a power cut leaves for certain, before `pending`. */
  durable: Uint8Array;
  pending: PendingWrite[];
  modified: number;
  mode: number;
  /** Open handles of all clients. */
  handles: number;
  /** Another program (a virus scanner) has it open for itself until then (world time, ms). */
  heldUntil: number;
}

export interface Entry {
  readonly name: string;
  readonly node: FileNode | FolderNode;
  /** Removed on Windows while the file was open: the name is taken until the last handle is closed. */
  isDeletePending?: boolean;
}

export interface FolderNode {
  readonly kind: 'folder';
  readonly id: number;
  readonly entries: Map<string, Entry>;
  /** The names as a power cut leaves them for certain. */
  readonly durable: Map<string, Entry>;
  modified: number;
}

export const NOTHING = new Uint8Array();

export function written(bytes: Uint8Array, added: Uint8Array, position: number): Uint8Array {
  const size = Math.max(bytes.length, position + added.length);
  const next = new Uint8Array(size);
  next.set(bytes);
  next.set(added, position);
  return next;
}

export function cut(bytes: Uint8Array, size: number): Uint8Array {
  if (size <= bytes.length) return bytes.slice(0, size);
  return written(bytes, new Uint8Array(size - bytes.length), bytes.length);
}

/**
 * What a file holds after the power failed: each write that was not flushed is there, is missing or is torn, whatever came
 * before or after it.
 */
export function afterPowerCut(
  file: FileNode,
  random: Random,
  isLost: (write: PendingWrite) => boolean,
): Uint8Array {
  const share = random.pick([0, 0.5, 1]);
  let bytes = file.durable;
  for (const write of file.pending) {
    if (!isLost(write)) bytes = applied(bytes, write, 1);
    else if (random.chance(share)) bytes = torn(bytes, write, random);
  }
  return bytes;
}

/** Whole, its beginning, or any of its sectors: a disk writes them in an order of its own. */
function torn(bytes: Uint8Array, write: PendingWrite, random: Random): Uint8Array {
  const how = random.weighted([
    [6, 'whole'],
    [3, 'beginning'],
    [2, 'sectors'],
  ] as const);
  if (how === 'sectors' && write.bytes) return sectorsOf(bytes, write.bytes, write.position, random);
  return applied(bytes, write, how === 'beginning' ? random.unit() : 1);
}

const SECTOR = 512;

/** What is missing keeps the bytes that were there, or is zero behind the end. */
function sectorsOf(before: Uint8Array, added: Uint8Array, position: number, random: Random): Uint8Array {
  let bytes = written(before, NOTHING, position + added.length);
  for (let from = 0; from < added.length;) {
    const to = Math.min(added.length, from + SECTOR - ((position + from) % SECTOR));
    if (random.chance(0.5)) bytes = written(bytes, added.subarray(from, to), position + from);
    from = to;
  }
  return bytes;
}

function applied(bytes: Uint8Array, { bytes: added, position }: PendingWrite, part: number): Uint8Array {
  if (!added) return cut(bytes, position);
  return written(bytes, added.subarray(0, Math.floor(added.length * part)), position);
}
