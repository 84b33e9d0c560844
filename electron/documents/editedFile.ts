import { dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import { flushName, modeOf, newFileFailure } from '../files/atomicWrite';
import type { BackupPlace, Backups, KeptBackup } from '../files/backups';
import { fileFailure, systemCode } from '../files/faults';
import { renameGuarded } from '../files/guardedRename';
import type { Journal } from '../files/journal/journal';
import type { DocumentLock, OwnStanding } from '../files/lock/lock';
import { titleOf } from '../files/names';
import { retrying } from '../files/retry';
import { BACKUP_EVERY } from '../files/retention';
import { FORMAT_VERSION } from '../database/format';
import { removeIfPresent } from '../machine/wholeFile';
import type { FileMark, OpenedDocument } from '../database/contract';
import { isSameMark, readMark } from '../files/mark';
import type { DocumentContent, WrittenContent } from './content';
import type { DocumentEdges } from './edges';

/** So often a save begins anew because it took too long; then it fails and is tried again later. */
const MAX_ROUNDS = 5;

export interface FileParts {
  readonly edges: DocumentEdges;
  readonly backups: Backups;
  readonly lock: DocumentLock;
  readonly journal: Journal;
  readonly content: DocumentContent;
}

/** What is known of the file when its editing begins. */
export type KnownFile = Pick<OpenedDocument, 'mark' | 'version' | 'hasDigests'> & {
  readonly documentId: string;
  /** False where it was written just now on a disk that flushes no names. */
  readonly isDurable: boolean;
};

/** A file that a session goes on in, written with all changes up to `n`. */
export interface MovedFile {
  readonly file: EditedFile;
  readonly path: string;
  readonly save: string;
  readonly n: number;
}

/** The file of a document that is open for editing: the only place that replaces it. */
export class EditedFile {
  #mark: FileMark;
  /** Of the save that is being renamed into place, or whose outcome nobody told. */
  #attempted: FileMark | undefined;
  #backedUp = 0;
  #isWritten = false;
  #isDurable: boolean;
  #needsBackup: boolean;
  #backupPlace: BackupPlace = 'beside';

  constructor(
    readonly path: string,
    private readonly known: KnownFile,
    private readonly parts: FileParts,
  ) {
    this.#mark = known.mark;
    this.#isDurable = known.isDurable;
    this.#needsBackup = known.version < FORMAT_VERSION || !known.hasDigests;
  }

  get lock(): DocumentLock {
    return this.parts.lock;
  }

  get journal(): Journal {
    return this.parts.journal;
  }

  get backupPlace(): BackupPlace {
    return this.#backupPlace;
  }

  /** Whether a power cut keeps the last save. */
  get isDurable(): boolean {
    return this.#isDurable;
  }

  /**
   * Replaces the file by the document with all changes made so far; answers the number of the latest one in it. Throws a `Failure`;
   * the file is then as it was, or holds what was written and the next save knows it.
   */
  async write(): Promise<number> {
    try {
      for (let round = 0; round < MAX_ROUNDS; round++) {
        const n = await this.attempt();
        if (n !== undefined) return n;
      }
      throw new Failure('folderUnreachable', this.place());
    } catch (error) {
      throw systemCode(error) === 'ENOENT'
        ? new Failure('folderUnreachable', this.place())
        : fileFailure(error, this.path);
    }
  }

  /** Keeps what somebody else wrote as a backup; the next write replaces it. Throws a `Failure` where it cannot be kept. */
  async acceptOutside(): Promise<void> {
    try {
      await this.parts.backups.keepCopy(this.path);
      this.#mark = await readMark(this.parts.edges.machine.files, this.path);
    } catch (error) {
      throw fileFailure(error, this.path);
    }
  }

  /** The end of a session is a backup as well: should the file be damaged later, all of the work is there. */
  async keepLast(): Promise<void> {
    if (this.#isWritten) await this.parts.backups.keepCopy(this.path).catch(() => undefined);
  }

  /** Puts the changes after this number into the journal, which began while they were made. Answers whether it keeps all of them. */
  async keepLater(n: number): Promise<boolean> {
    const { content, journal } = this.parts;
    const changes = content.after(n);
    const kept = await Promise.allSettled(changes.map(({ n: at, change }) => journal.append(at, [change])));
    return kept.every(({ status }) => status === 'fulfilled');
  }

  /** Undefined where it took too long and has to begin anew. */
  private async attempt(): Promise<number | undefined> {
    const { edges, journal, lock, content } = this.parts;
    const { files } = edges.machine;
    await this.assertOurs();
    const save = edges.newId();
    try {
      await this.createTemporary();
      const written = await content.writeTo(lock.temporary, { save, program: edges.program });
      // Without this line a crash right after the rename would make the text appear in a file of its own: not lost.
      await journal.noteSave(save, written.n).catch(() => undefined);
      if (!(await this.replace(written))) return undefined;
      await this.finish(save, written);
      return written.n;
    } catch (error) {
      await removeIfPresent(files, lock.temporary).catch(() => undefined);
      throw error;
    }
  }

  /** With the permissions of the file that it replaces. */
  private async createTemporary(): Promise<void> {
    const { lock, edges } = this.parts;
    const { files, clock } = edges.machine;
    const permissions = await modeOf(files, this.path);
    const opened = retrying(clock, () => files.open(lock.temporary, 'w', permissions));
    const file = await opened.catch((error: unknown) => {
      throw newFileFailure(error, this.path);
    });
    await file.close();
  }

  private async replace({ mark }: WrittenContent): Promise<boolean> {
    const { lock, edges } = this.parts;
    const backup = await this.backUpIfDue();
    const order = {
      from: lock.temporary,
      to: this.path,
      mark,
      assertAllowed: () => this.assertOurs(),
      attempted: () => (this.#attempted = mark),
    };
    const isReplaced = await renameGuarded(edges.machine, order).catch(async (error: unknown) => {
      await backup?.withdraw().catch(() => undefined);
      throw error;
    });
    if (isReplaced) this.#needsBackup = false;
    else await backup?.withdraw();
    return isReplaced;
  }

  private async finish(save: string, { n, mark }: WrittenContent): Promise<void> {
    const { edges, journal, content } = this.parts;
    const { path } = this;
    const isDurable = await this.flushed(mark);
    this.#mark = mark;
    this.#isWritten = true;
    this.#isDurable = isDurable;
    content.saved(n, { path, save });
    if (!isDurable) return;
    await journal.noteSaved(save, n).catch(() => undefined);
    const { documentId } = this.known;
    if (journal.hasGap || journal.size > edges.rebaseAt)
      await journal.rebase({ path, documentId, save, n, mark }).catch(() => undefined);
  }

  /**
   * Whether a power cut keeps the file that was just renamed. A server that crashed in between may have the old one again, which can be
   * flushed as well: then it throws, and everything begins anew.
   */
  private async flushed(mark: FileMark): Promise<boolean> {
    const isFlushed = await flushName(this.parts.edges.machine.files, this.path);
    const present = await this.presentMark().catch(() => undefined);
    if (present && !isSameMark(present, mark) && this.isKnown(present))
      throw new Failure('folderUnreachable', this.place());
    return isFlushed && present !== undefined && isSameMark(present, mark);
  }

  /** Throws where the file may not be replaced: the lock is somebody else's, or the file is. */
  private async assertOurs(): Promise<void> {
    const standing = await this.parts.lock.standing();
    const present = await this.presentMark();
    if (standing.kind === 'missing') await this.restoreLock(present !== undefined);
    else this.assertHeld(standing);
    // A file that is gone while the lock is there was removed by somebody: it is written again.
    if (present && !this.isKnown(present)) throw new Failure('fileChangedOutside', this.place());
  }

  /** Where the file is missing as well, this is not the folder it was: a share is away, and its place may look like an empty folder. */
  private async restoreLock(isFileThere: boolean): Promise<void> {
    if (!isFileThere) throw new Failure('folderUnreachable', this.place());
    this.assertHeld(await this.parts.lock.restore());
  }

  private assertHeld(standing: OwnStanding): void {
    if (standing.kind === 'ours') return;
    const { user = '', pc = '' } = (standing.kind === 'lost' ? standing.holder : null) ?? {};
    throw new Failure('lockLost', { name: titleOf(this.path), user, pc });
  }

  private isKnown(mark: FileMark): boolean {
    return (
      isSameMark(mark, this.#mark) || (this.#attempted !== undefined && isSameMark(mark, this.#attempted))
    );
  }

  private presentMark(): Promise<FileMark | undefined> {
    return readMark(this.parts.edges.machine.files, this.path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    });
  }

  /** Before a file of an older format is replaced it must be kept; else a backup that fails delays nothing. */
  private async backUpIfDue(): Promise<KeptBackup | undefined> {
    const { edges, backups } = this.parts;
    const now = edges.machine.clock.elapsed();
    if (!this.#needsBackup && this.#isWritten && now - this.#backedUp < BACKUP_EVERY) return undefined;
    try {
      const backup = await backups.keepReplaced(this.path);
      this.#backupPlace = backup.place;
      this.#backedUp = now;
      return backup;
    } catch (error) {
      if (this.#needsBackup && systemCode(error) !== 'ENOENT') throw error;
      return undefined;
    }
  }

  private place(): { name: string; folder: string } {
    return { name: titleOf(this.path), folder: dirname(this.path) };
  }
}
