import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { DocumentChange } from '../../shared/assessment/document';
import type { FileSystem, OpenFile } from '../machine/fileSystem';
import type { Machine } from '../machine/machine';
import { readText, readWhole, removeIfPresent, removeTree } from '../machine/wholeFile';
import { writeAtomically } from './atomicWrite';
import { makeFolder } from './folder';
import { digestOf } from './names';

/** When the list of changes has grown to this size (bytes) the journal begins anew from the saved state. */
export const REBASE_AT = 4_000_000;

/** What an open document looked like when its journal began: everything else follows from the changes. */
export interface JournalBase {
  /** Absolute path of the document. */
  readonly path: string;
  /** The whole file. */
  readonly bytes: Uint8Array;
  /** `Stamp.save` in those bytes. */
  readonly save: string;
}

export type JournalLine =
  | { readonly kind: 'open'; readonly path: string; readonly save: string; readonly at: number }
  | { readonly kind: 'change'; readonly n: number; readonly at: number; readonly change: DocumentChange }
  | { readonly kind: 'save'; readonly save: string; readonly n: number };

/**
 * The changes of one open document, on this PC, each flushed to disk as it comes. Together with its base it is enough to
 * make the document again, also when the file itself is out of reach, changed by others or damaged.
 * Files of one folder: `base-<g>.hyoka`, `changes-<g>.log` (the highest g counts), `<hash>.bin` for attached bytes.
 */
export class Journal {
  #writing: Promise<void> = Promise.resolve();
  #waiting: string[] = [];
  #handle: OpenFile | undefined;
  #size = 0;
  /** A line may stand half written behind `#size`, after an error. */
  #torn = false;
  #generation = 0;

  private constructor(
    private readonly machine: Machine,
    private readonly folder: string,
  ) {}

  /** Begins a journal, over whatever an earlier one of this document left. */
  static async begin(machine: Machine, root: string, base: JournalBase): Promise<Journal> {
    const journal = new Journal(machine, journalFolder(root, base.path));
    await makeFolder(machine.files, journal.folder);
    journal.#generation = Math.max(0, ...(await generationsOf(machine.files, journal.folder)));
    await journal.rebase(base);
    return journal;
  }

  /** Keeps nothing and says so at every change: this PC has no room. The file itself is then written at once. */
  static absent(machine: Machine, root: string, path: string): Journal {
    return new Journal(machine, journalFolder(root, path));
  }

  /** Goes on with a journal that was left behind: its changes stay until they are in the file. */
  static async resume(machine: Machine, left: LeftJournal): Promise<Journal> {
    const journal = new Journal(machine, left.folder);
    journal.#generation = left.generation;
    journal.#size = left.size;
    journal.#torn = true;
    journal.#handle = await machine.files.open(
      join(left.folder, `changes-${String(left.generation)}.log`),
      'a',
    );
    return journal;
  }

  /** Begins anew from a state of the document that holds all changes so far. */
  async rebase(base: JournalBase): Promise<void> {
    await this.#writing.catch(() => undefined);
    const { machine } = this;
    const next = this.#generation + 1;
    const first = encodeLine({ kind: 'open', path: base.path, save: base.save, at: machine.clock.now() });
    await writeAtomically(machine, join(this.folder, `base-${String(next)}.hyoka`), base.bytes);
    await writeAtomically(machine, join(this.folder, `changes-${String(next)}.log`), Buffer.from(first));
    await this.#handle?.close();
    this.#handle = await machine.files.open(join(this.folder, `changes-${String(next)}.log`), 'a');
    this.#generation = next;
    this.#size = Buffer.byteLength(first);
    this.#torn = false;
    await removeOlder(machine.files, this.folder, next);
  }

  /** Resolves once the change is on the disk. Changes that come together are flushed together. */
  async append(n: number, change: DocumentChange): Promise<void> {
    if (change.kind === 'attach') await this.keepBytes(change.file.bytes, change.file.hash);
    await this.write({ kind: 'change', n, at: this.machine.clock.now(), change: withoutBytes(change) });
  }

  /** To be called before the file with this stamp, holding all changes up to `n`, takes the place of the old one. */
  async noteSave(save: string, n: number): Promise<void> {
    await this.write({ kind: 'save', save, n });
  }

  /** Bytes of the list of changes. */
  get size(): number {
    return this.#size;
  }

  /** Everything is in the file: the journal goes. */
  async discard(): Promise<void> {
    await this.close();
    await removeTree(this.machine.files, this.folder);
  }

  /** Lets go of the journal and leaves it for the next opening. */
  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#handle?.close();
    this.#handle = undefined;
  }

  private async write(line: JournalLine): Promise<void> {
    this.#waiting.push(encodeLine(line));
    this.#writing = this.#writing.catch(() => undefined).then(() => this.flush());
    await this.#writing;
  }

  private async flush(): Promise<void> {
    const lines = [...this.#waiting];
    if (lines.length === 0) return;
    if (!this.#handle) throw new Error('the journal is closed');
    if (this.#torn) await this.#handle.truncate(this.#size);
    this.#torn = true;
    const text = lines.join('');
    await this.#handle.write(Buffer.from(text));
    await this.#handle.flush();
    this.#torn = false;
    this.#waiting = this.#waiting.slice(lines.length);
    this.#size += Buffer.byteLength(text);
  }

  private async keepBytes(bytes: Uint8Array, hash: string): Promise<void> {
    await writeAtomically(this.machine, join(this.folder, `${hash}.bin`), bytes);
  }
}

/** The number of the latest change that any line speaks of. */
export function lastChange({ changes, saves }: LeftJournal): number {
  return Math.max(0, ...changes.map(({ n }) => n), ...saves.map(({ n }) => n));
}

/** What a journal says that was left behind. */
export interface LeftJournal {
  readonly folder: string;
  readonly generation: number;
  /** Bytes of its whole lines; what stands behind them was torn by a crash. */
  readonly size: number;
  readonly base: JournalBase;
  readonly changes: readonly { readonly n: number; readonly change: DocumentChange }[];
  readonly saves: readonly { readonly save: string; readonly n: number }[];
  /** When the last change was made (ms since 1970). */
  readonly at: number;
}

export function journalFolder(root: string, path: string): string {
  return join(root, digestOf(path));
}

/** All folders of journals that were left behind. */
export async function leftJournals(files: FileSystem, root: string): Promise<readonly string[]> {
  const names = await files.list(root).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{16}$/.test(name)).map((name) => join(root, name));
}

/** Reads a journal; undefined where there is none, `unreadable` where it cannot be understood. */
export async function readJournal(
  files: FileSystem,
  folder: string,
): Promise<LeftJournal | 'unreadable' | undefined> {
  const generations = await generationsOf(files, folder);
  if (generations.length === 0) return undefined;
  try {
    return await readGeneration(files, folder, Math.max(...generations));
  } catch {
    return 'unreadable';
  }
}

async function readGeneration(files: FileSystem, folder: string, generation: number): Promise<LeftJournal> {
  const lines = decodeLines(await readText(files, join(folder, `changes-${String(generation)}.log`)));
  const [first] = lines;
  if (first?.kind !== 'open') throw new Error('no beginning');
  const bytes = await readWhole(files, join(folder, `base-${String(generation)}.hyoka`));
  const changes = lines.filter((line) => line.kind === 'change');
  return {
    folder,
    generation,
    size: lines.reduce((size, line) => size + Buffer.byteLength(encodeLine(line)), 0),
    base: { path: first.path, save: first.save, bytes },
    changes: await Promise.all(
      changes.map(async ({ n, change }) => ({ n, change: await withBytes(files, folder, change) })),
    ),
    saves: lines.filter((line) => line.kind === 'save'),
    at: changes.at(-1)?.at ?? first.at,
  };
}

/** The changes that the file with this stamp does not hold; undefined where the file is of another line. */
export function missingFrom(journal: LeftJournal, save: string): LeftJournal['changes'] | undefined {
  if (save === journal.base.save) return journal.changes;
  const saved = journal.saves.findLast((line) => line.save === save);
  return saved && journal.changes.filter(({ n }) => n > saved.n);
}

function encodeLine(line: JournalLine): string {
  const json = JSON.stringify(line);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

/** The lines up to the first that is torn: what a crash cut off was never reported as kept. */
function decodeLines(text: string): readonly JournalLine[] {
  const lines: JournalLine[] = [];
  // A line counts once its end is on the disk, too: what is appended next must not join it.
  for (const line of text.split('\n').slice(0, -1)) {
    const json = line.slice(9);
    if (json === '' || parseInt(line.slice(0, 8), 16) !== crc32(json)) break;
    lines.push(JSON.parse(json) as JournalLine);
  }
  return lines;
}

function withoutBytes(change: DocumentChange): DocumentChange {
  return change.kind === 'attach' ? { ...change, file: { ...change.file, bytes: new Uint8Array() } } : change;
}

async function withBytes(files: FileSystem, folder: string, change: DocumentChange): Promise<DocumentChange> {
  if (change.kind !== 'attach') return change;
  const bytes = await readWhole(files, join(folder, `${change.file.hash}.bin`));
  if (createHash('sha256').update(bytes).digest('hex') !== change.file.hash) throw new Error('damaged bytes');
  return { ...change, file: { ...change.file, bytes } };
}

async function generationsOf(files: FileSystem, folder: string): Promise<readonly number[]> {
  const names = await files.list(folder).catch(() => []);
  return names.flatMap((name) => {
    const generation = /^changes-(\d+)\.log$/.exec(name)?.[1];
    return generation === undefined ? [] : [Number(generation)];
  });
}

/** Attached bytes stay until the journal goes: a line that names them may be on its way. */
async function removeOlder(files: FileSystem, folder: string, current: number): Promise<void> {
  for (const name of await files.list(folder)) {
    const generation = /^(?:changes|base)-(\d+)\.(?:log|hyoka)$/.exec(name)?.[1];
    if (generation !== undefined && Number(generation) < current)
      await removeIfPresent(files, join(folder, name));
  }
}
