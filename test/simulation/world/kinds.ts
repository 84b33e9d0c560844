/** What a file system promises and how it behaves; the differences between those that the program meets. */
export interface VolumeKind {
  readonly name: string;
  /** `A` and `a` are one name. */
  readonly foldCase: boolean;
  /** A name in NFC and the same in NFD are one name. */
  readonly normalises: boolean;
  /** Whether a file that is open can be replaced, and its name used again at once after it was removed. */
  readonly sharing: 'posix' | 'windows';
  /**
   * What a power cut leaves of names that were made, moved or removed and not flushed: any of them (POSIX promises no
   * more), or those before some moment (file systems with a journal, where flushing any file flushes all names before).
   */
  readonly names: 'any' | 'ordered';
  readonly flushesFolders: boolean;
  readonly links: boolean;
  /** Whether `FileStatus.id` is there. */
  readonly ids: boolean;
  /** Coarseness of modification times (ms). */
  readonly tick: number;
  /** UTF-8 bytes of one name, and of a whole path. */
  readonly maxName: number;
  readonly maxPath: number;
}

const POSIX = {
  foldCase: false,
  normalises: false,
  sharing: 'posix',
  names: 'any',
  flushesFolders: true,
  links: true,
  ids: true,
  tick: 1,
  maxName: 255,
  maxPath: 4_096,
} as const satisfies Omit<VolumeKind, 'name'>;

const WINDOWS = {
  ...POSIX,
  foldCase: true,
  sharing: 'windows',
  names: 'ordered',
  flushesFolders: false,
} as const satisfies Omit<VolumeKind, 'name'>;

export const LOCAL_KINDS: readonly VolumeKind[] = [
  { ...POSIX, name: 'POSIX disk' },
  { ...POSIX, name: 'ext4', names: 'ordered' },
  { ...WINDOWS, name: 'NTFS' },
  { ...POSIX, name: 'APFS', foldCase: true, normalises: true, names: 'ordered' },
];

export const SHARE_KINDS: readonly VolumeKind[] = [
  { ...WINDOWS, name: 'Windows file server' },
  { ...WINDOWS, name: 'Windows file server with short paths', maxPath: 240 },
  {
    ...WINDOWS,
    name: 'NAS with Samba',
    ids: false,
    links: false,
    tick: 1_000,
    flushesFolders: true,
    names: 'any',
  },
  { ...POSIX, name: 'NFS', tick: 1_000 },
  { ...WINDOWS, name: 'USB stick with FAT', tick: 2_000, links: false, ids: false, names: 'any' },
];
