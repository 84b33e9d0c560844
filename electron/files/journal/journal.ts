import { join } from 'node:path';
import type { DocumentChange } from '../../../shared/assessment/document';
import type { FileMark } from '../../database/contract';
import { isSameMark, readMark } from '../mark';
import type { OpenFile } from '../../machine/fileSystem';
import type { Machine } from '../../machine/machine';
import { removeIfPresent, removeTree } from '../../machine/wholeFile';
import { flushFile, writeAtomically } from '../atomicWrite';
import {
  baseName,
  bytesName,
  listName,
  newJournalFolder,
  removeJournal,
  removeOlderGenerations,
  writeOwner,
  type JournalOwner,
} from './folder';
import { lastChange, type LeftJournal } from './left';
import { encodeLine, type JournalLine } from './lines';

/** When the list of changes has grown to this size (bytes) the journal begins anew from the saved state. */
export const REBASE_AT = 4_000_000;

/** The document that a journal belongs to, as its file is now. */
export interface JournalBase {
  /** Absolute path of the document. */
  readonly path: string;
  readonly documentId: string;
  /** `Stamp.save` of the file, and the number of the latest change it holds. */
  readonly save: string;
  readonly n: number;
  /** Of the file that is copied: another file is no base. */
  readonly mark: FileMark;
  /** Writes the same state to a file and flushes it, where the file itself cannot be copied. */
  readonly write?: (target: string) => Promise<unknown>;
}

interface Kept {
  /** Number of the latest change in the line. */
  readonly n: number;
  readonly text: string;
}

/**
 * The changes of one open document, on this PC, each flushed to disk as it is made. Together with its base it is enough to
 * restore the document, also when the file itself is out of reach, changed by others or damaged.
 */
export class Journal {
  #writing: Promise<void> = Promise.resolve();
  /** Lines that are not on the disk yet; one that failed is tried again with the next. */
  #waiting: string[] = [];
  #file: OpenFile | undefined;
  #size = 0;
  /** Something may stand behind `#size`, after an error or a crash. */
  #hasRemains = true;
  #closed = false;
  /** Number of the latest change that could not be kept and is not known to be in the file; 0: none. */
  #gap = 0;
  /** Lines with changes that the file may not hold: they go along when the journal begins anew. */
  #kept: readonly Kept[] = [];

  private constructor(
    private readonly machine: Machine,
    /** Undefined: the journal keeps nothing. */
    readonly folder: string | undefined,
    private generation: number,
  ) {}

  /** Begins a journal with the changes that the file of the base does not hold. Throws system errors. */
  static async begin(
    machine: Machine,
    root: string,
    base: JournalBase,
    owner: JournalOwner,
  ): Promise<Journal> {
    const folder = await newJournalFolder(machine, root);
    const journal = new Journal(machine, folder, 0);
    try {
      await writeOwner(machine, folder, owner);
      await journal.rebase(base);
      return journal;
    } catch (error) {
      await removeTree(machine.files, folder);
      throw error;
    }
  }

  /** Keeps nothing and says so at every change: this PC has no room. The file itself is then written at once. */
  static absent(machine: Machine): Journal {
    return new Journal(machine, undefined, 0);
  }

  /** Continues a journal that was left behind: its changes stay until they are in the file. Throws system errors. */
  static async resume(machine: Machine, left: LeftJournal, owner: JournalOwner): Promise<Journal> {
    const journal = new Journal(machine, left.folder, left.generation);
    journal.#size = left.size;
    journal.#kept = [
      {
        n: lastChange(left),
        text: left.changes.map(({ n, change }) => lineOf(n, left.at, [change])).join(''),
      },
    ];
    await writeOwner(machine, left.folder, owner);
    return journal;
  }

  /** A change could not be kept: until the journal begins anew from a file that holds it, nothing counts as kept. */
  get hasGap(): boolean {
    return this.#gap > 0;
  }

  /** Bytes of the list of changes. */
  get size(): number {
    return this.#size;
  }

  /** Resolves once the changes, numbered from `n` on, are on the disk: all of them or none. Throws system errors. */
  async append(n: number, changes: readonly DocumentChange[]): Promise<void> {
    const last = n + changes.length - 1;
    await this.keepAttachments(changes).catch((error: unknown) => {
      // Later changes would be kept without this one: until the file holds it, nothing counts as kept.
      this.#gap = Math.max(this.#gap, last);
      throw error;
    });
    if (this.#gap > 0) {
      this.#gap = Math.max(this.#gap, last);
      throw new Error('an earlier change could not be kept');
    }
    const text = lineOf(n, this.machine.clock.now(), changes);
    this.#kept = [...this.#kept, { n: last, text }];
    await this.write(text);
  }

  /** To be called before the file with this stamp, holding all changes up to `n`, takes the place of the old one. */
  async noteSave(save: string, n: number): Promise<void> {
    await this.write(encodeLine({ kind: 'save', save, n }));
  }

  /** To be called once no power cut can take that file back. */
  async noteSaved(save: string, n: number): Promise<void> {
    this.#kept = this.#kept.filter((line) => line.n > n);
    await this.write(encodeLine({ kind: 'saved', save, n }));
  }

  /**
   * Begins anew from a saved state. Changes made while the base is copied are written to the old list and, as far as the base does not
   * hold them, to the new one before it counts. Throws system errors; the journal then goes on as it was.
   */
  async rebase(base: JournalBase): Promise<void> {
    const folder = this.place();
    const next = this.generation + 1;
    await this.placeBase(base, join(folder, baseName(next)));
    await this.inTurn(() => this.beginGeneration(folder, next, base));
  }

  /** Everything is in the file: the journal is removed. */
  async discard(): Promise<void> {
    await this.close();
    if (this.folder !== undefined)
      await removeJournal(this.machine.files, this.folder).catch(() => undefined);
  }

  /** Closes the journal and leaves it for the next opening. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing.catch(() => undefined);
    await this.closeFile();
  }

  private place(): string {
    if (this.folder === undefined || this.#closed) throw new Error('the journal is closed');
    return this.folder;
  }

  private async beginGeneration(folder: string, next: number, base: JournalBase): Promise<void> {
    const { path, documentId, save, n } = base;
    const first = encodeLine({ kind: 'open', path, documentId, save, from: n, at: this.machine.clock.now() });
    const kept = this.#kept.filter((line) => line.n > n).map((line) => line.text);
    const text = [first, ...kept].join('');
    await this.placeList(join(folder, listName(next)), text);
    await this.closeFile();
    this.generation = next;
    this.#size = Buffer.byteLength(text);
    this.#hasRemains = false;
    if (this.#gap <= n) this.#gap = 0;
    // What was added while the list was written is still waiting for it.
    this.#kept = this.#kept.filter((line) => line.n > n);
    const written = new Set(kept);
    this.#waiting = this.#waiting.filter((line) => !written.has(line));
    await removeOlderGenerations(this.machine.files, folder, next).catch(() => undefined);
  }

  /** A list that a power cut may take back must not count either: the one before goes on. */
  private async placeList(path: string, text: string): Promise<void> {
    await this.writeDurably(path, Buffer.from(text)).catch(async (error: unknown) => {
      await removeIfPresent(this.machine.files, path).catch(() => {
        // The next opening would read it instead of the one that goes on: nothing is kept here any more.
        this.#closed = true;
      });
      throw error;
    });
  }

  private async writeDurably(path: string, bytes: Uint8Array): Promise<void> {
    if (!(await writeAtomically(this.machine, path, bytes)))
      throw new Error('a power cut could take this file back');
  }

  /** Without a base a change could not become a file of its own, and must not count as kept. */
  private async placeBase(base: JournalBase, target: string): Promise<void> {
    const { files } = this.machine;
    const temporary = `${target}.tmp`;
    await removeIfPresent(files, temporary);
    await this.copyBase(base, temporary).catch(async (error: unknown) => {
      if (!base.write) throw error;
      await base.write(temporary);
    });
    await files.rename(temporary, target);
  }

  private async copyBase({ path, mark }: JournalBase, temporary: string): Promise<void> {
    const { files } = this.machine;
    await files.copy(path, temporary);
    if (!isSameMark(await readMark(files, temporary), mark))
      throw new Error('the file was replaced meanwhile');
    await flushFile(files, temporary);
  }

  private async write(text: string): Promise<void> {
    this.place();
    this.#waiting.push(text);
    await this.inTurn(() => this.flush());
  }

  /** One after the other. */
  private async inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#writing.catch(() => undefined).then(work);
    this.#writing = turn;
    await turn;
  }

  /** Changes that are made together are flushed together. */
  private async flush(): Promise<void> {
    const lines = [...this.#waiting];
    if (lines.length === 0) return;
    const bytes = Buffer.from(lines.join(''));
    try {
      const file = (this.#file ??= await this.openList());
      if (this.#hasRemains) await file.truncate(this.#size);
      this.#hasRemains = true;
      await file.write(bytes, this.#size);
      await file.flush();
    } catch (error) {
      // The next try opens the list again: a sleep of the PC may have ended the connection.
      await this.closeFile();
      throw error;
    }
    this.#hasRemains = false;
    this.#waiting = this.#waiting.slice(lines.length);
    this.#size += bytes.length;
  }

  private openList(): Promise<OpenFile> {
    return this.machine.files.open(join(this.folder ?? '', listName(this.generation)), 'r+');
  }

  private async closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close().catch(() => undefined);
  }

  private async keepAttachments(changes: readonly DocumentChange[]): Promise<void> {
    for (const change of changes)
      if (change.kind === 'attach')
        await this.writeDurably(join(this.place(), bytesName(change.file.hash)), change.file.bytes);
  }
}

function lineOf(n: number, at: number, changes: readonly DocumentChange[]): string {
  const line: JournalLine = { kind: 'changes', n, at, changes };
  return encodeLine(line);
}
