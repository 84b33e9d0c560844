import { randomBytes } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rmdir,
  stat,
  unlink,
  type FileHandle,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import type { FileStatus, FileSystem, OpenFile } from './fileSystem';
import type { Clock, Host, Machine } from './machine';

/** The disk of this PC and the shares it has. */
export const realFileSystem: FileSystem = {
  open: async (path, mode, permissions) => openFile(await open(path, mode, permissions)),
  rename,
  link,
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
  remove: unlink,
  removeFolder: rmdir,
  makeFolder: (path) => mkdir(path).then(() => undefined),
  status: async (path) => statusOf(await stat(path, { bigint: true })),
  list: (path) => readdir(path),
  resolve: (path) => realpath(path),
  flushFolder: async (path) => {
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
  },
};

export const realClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};

export const realHost: Host = {
  name: hostname(),
  processId: process.pid,
  isRunning: (processId) => {
    try {
      process.kill(processId, 0);
      return true;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
};

/** The PC that the program runs on. */
export const realMachine: Machine = {
  files: realFileSystem,
  clock: realClock,
  host: realHost,
  random: (bytes) => randomBytes(bytes).toString('hex'),
};

function openFile(handle: FileHandle): OpenFile {
  return {
    read: (length, position) => readFully(handle, length, position),
    write: (bytes, position) => writeFully(handle, bytes, position),
    truncate: (size) => handle.truncate(size),
    status: async () => statusOf(await handle.stat({ bigint: true })),
    flush: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function readFully(handle: FileHandle, length: number, position: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === length ? bytes : new Uint8Array(bytes.subarray(0, filled));
}

async function writeFully(handle: FileHandle, bytes: Uint8Array, position?: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const at = position === undefined ? null : position + written;
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, at);
    written += bytesWritten;
  }
}

function statusOf(found: BigIntStats): FileStatus {
  return {
    kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
    size: Number(found.size),
    modified: Number(found.mtimeNs) / 1_000_000,
    mode: Number(found.mode),
    // Some shares and file systems give no number of the file.
    id: found.ino === 0n ? undefined : `${String(found.dev)}:${String(found.ino)}`,
  };
}
