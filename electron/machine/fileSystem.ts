/** What kind of thing a name stands for, and how large and how old it is. */
export interface FileStatus {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Last modification by the clock of the file server (ms since 1970 UTC). */
  readonly modified: number;
  /** Permission bits; 0 where the file system has none. */
  readonly mode: number;
  /** The same for two names of one file, another one after a file was replaced; undefined where the server gives none. */
  readonly id: string | undefined;
}

/** `r`: read; `r+`: read and write; `w`: create or empty; `wx`: create, fails with EEXIST; `a`: append. */
export type OpenMode = 'r' | 'r+' | 'w' | 'wx' | 'a';

/** An open file. Every call throws the error of the system (`NodeJS.ErrnoException`). */
export interface OpenFile {
  /** At most `length` bytes from `position` on; fewer only at the end of the file. */
  read(length: number, position: number): Promise<Uint8Array>;
  /** Writes all bytes, at `position` or (mode `a`, or where absent) at the end of what was written so far. */
  write(bytes: Uint8Array, position?: number): Promise<void>;
  truncate(size: number): Promise<void>;
  status(): Promise<FileStatus>;
  /** Returns once all bytes written so far survive a power cut. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The disk as the program uses it. There is one for the real disk (`realFileSystem`) and one that simulates slow, failing and
 * crashing disks and shares. Every call throws the error of the system with its code (ENOENT, EACCES, ENOSPC …).
 */
export interface FileSystem {
  open(path: string, mode: OpenMode, permissions?: number): Promise<OpenFile>;
  /** Replaces the target in one step where it exists. */
  rename(from: string, to: string): Promise<void>;
  /** A second name for a file; throws EEXIST where the name is taken, and on file systems that have no links. */
  link(existing: string, path: string): Promise<void>;
  /** Copies a file without reading it into memory; the copy is not flushed. Throws EEXIST where the name is taken. */
  copy(from: string, to: string): Promise<void>;
  /** Removes a file; throws ENOENT where there is none. */
  remove(path: string): Promise<void>;
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>;
  /** Makes one folder; throws EEXIST, and ENOENT where the folder above is missing. */
  makeFolder(path: string): Promise<void>;
  /** Follows links. */
  status(path: string): Promise<FileStatus>;
  /** Names in a folder, without `.` and `..`. */
  list(path: string): Promise<readonly string[]>;
  /** The absolute path without links, in the spelling that the file system keeps. */
  resolve(path: string): Promise<string>;
  /** Makes names that were created, renamed or removed in the folder survive a power cut; throws where it cannot. */
  flushFolder(path: string): Promise<void>;
}
