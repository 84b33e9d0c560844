import type { BigIntStats } from 'node:fs';
import {
  constants,
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
} from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { FileStatus, FileSystem, OpenFile, OpenMode } from './fileSystem';

/** The disks and shares that this PC reaches. On Windows `flushFolder` fails, since that system has no such call. */
export const realFileSystem: FileSystem = {
  async open(path, mode, permissions) {
    const handle = await open(path, FLAGS[mode], permissions);
    return new RealFile(handle, mode === 'a' ? (await handle.stat()).size : 0);
  },
  rename,
  link,
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL),
  remove: unlink,
  removeFolder: (path) => rmdir(path),
  async makeFolder(path) {
    await mkdir(path);
  },
  status: async (path) => statusOf(await stat(path, { bigint: true })),
  list: (path) => readdir(path),
  // Without links and in the spelling on the disk, as the system itself answers.
  resolve: (path) => realpath(path),
  async flushFolder(path) {
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
  },
};

/** Windows cannot truncate a file that was opened with O_APPEND, so appending is done by position. */
const FLAGS: Readonly<Record<OpenMode, string | number>> = {
  r: 'r',
  'r+': 'r+',
  w: 'w',
  wx: 'wx',
  a: constants.O_RDWR | constants.O_CREAT,
};

/** Systems read and write less than 2 GiB at once. */
const MAX_PART = 2 ** 30;

class RealFile implements OpenFile {
  constructor(
    private readonly handle: FileHandle,
    private end: number,
  ) {}

  async read(length: number, position: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const part = Math.min(length - done, MAX_PART);
      const { bytesRead } = await this.handle.read(bytes, done, part, position + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done === length ? bytes : bytes.slice(0, done);
  }

  async write(bytes: Uint8Array, position = this.end): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const part = Math.min(bytes.length - done, MAX_PART);
      const { bytesWritten } = await this.handle.write(bytes, done, part, position + done);
      done += bytesWritten;
    }
    this.end = position + done;
  }

  async truncate(size: number): Promise<void> {
    await this.handle.truncate(size);
    this.end = Math.min(this.end, size);
  }

  async status(): Promise<FileStatus> {
    return statusOf(await this.handle.stat({ bigint: true }));
  }

  flush(): Promise<void> {
    return this.handle.sync();
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

function statusOf(stats: BigIntStats): FileStatus {
  return {
    kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
    size: Number(stats.size),
    modified: Number(stats.mtimeNs) / 1e6,
    mode: Number(stats.mode & 0o7777n),
    id: stats.ino === 0n ? undefined : `${String(stats.dev)}:${String(stats.ino)}`,
  };
}
