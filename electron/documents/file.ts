import { dirname } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import { FORMAT_VERSION, type Decoded, type DocumentFormat } from '../database/format';
import { markOf, writeAtomically, type FileMark } from '../files/atomicWrite';
import type { Backups } from '../files/backups';
import { fileFailure, formatFailure, systemCode } from '../files/faults';
import type { Journal } from '../files/journal';
import type { DocumentLock } from '../files/lock';
import { titleOf } from '../files/names';
import { readDocumentFile, type ReadFile } from '../files/read';
import { BACKUP_EVERY } from '../files/retention';
import type { Machine } from '../machine/machine';
import type { DocumentEdges } from './edges';

export interface Loaded extends Decoded, ReadFile {}

/** Reads a document or throws a `Failure` that says why it cannot be one. */
export async function loadDocument(machine: Machine, format: DocumentFormat, path: string): Promise<Loaded> {
  const file = await readDocumentFile(machine, path);
  const result = format.decode(file.bytes);
  if (!result.ok) throw formatFailure(result.fault, path);
  return { ...result.value, ...file };
}

/** The file of a document that is open for editing: everything a save goes through. */
export class EditedFile {
  #mark: FileMark;
  #save: string;
  #backedUp = 0;
  #isWritten = false;
  #fromOlderFormat: boolean;
  #backupPlace: 'beside' | 'elsewhere' = 'beside';

  constructor(
    readonly path: string,
    loaded: Pick<Loaded, 'mark' | 'stamp' | 'version'>,
    private readonly parts: {
      readonly format: DocumentFormat;
      readonly edges: DocumentEdges;
      readonly backups: Backups;
      readonly lock: DocumentLock;
      readonly journal: Journal;
    },
  ) {
    this.#mark = loaded.mark;
    this.#save = loaded.stamp.save;
    this.#fromOlderFormat = loaded.version < FORMAT_VERSION;
  }

  get lock(): DocumentLock {
    return this.parts.lock;
  }

  get journal(): Journal {
    return this.parts.journal;
  }

  get backupPlace(): 'beside' | 'elsewhere' {
    return this.#backupPlace;
  }

  /** Replaces the file by the document, which holds all changes up to `n`. Throws a `Failure`; the file is then as it was. */
  async write(document: HyokaDocument, n: number): Promise<void> {
    try {
      await this.assertLock();
      await this.assertUnchanged();
      await this.replace(document, n);
    } catch (error) {
      throw unreachable(error, this.path);
    }
  }

  private async replace(document: HyokaDocument, n: number): Promise<void> {
    const { edges, format, journal } = this.parts;
    const save = edges.newId();
    const bytes = format.encode(document, { save, program: edges.program });
    await this.backUpIfDue();
    // Without this line a crash right after the rename would make the text come back in a file of its own: not lost.
    await journal.noteSave(save, n).catch(() => undefined);
    this.#mark = await writeAtomically(edges.machine, this.path, bytes);
    this.#save = save;
    this.#fromOlderFormat = false;
    this.#isWritten = true;
    if (journal.size > edges.rebaseAt)
      await journal.rebase({ path: this.path, bytes, save }).catch(() => undefined);
  }

  /** Keeps what someone else wrote as a generation; the next write goes over it. */
  async acceptOutside(): Promise<void> {
    await this.backUp();
    this.#mark = await markOf(this.parts.edges.machine.files, this.path);
  }

  /** The end of a session is a generation as well: should the file be damaged later, all of the work is there. */
  async keepLast(): Promise<void> {
    if (this.#isWritten) await this.backUp().catch(() => undefined);
  }

  private async assertLock(): Promise<void> {
    const state = await this.parts.lock.state();
    if (state.kind === 'ours') return;
    const { user = '', pc = '' } = state.holder ?? {};
    throw new Failure('lockLost', { name: titleOf(this.path), user, pc });
  }

  /** A file that is gone is written again; one that others wrote is not written over. */
  private async assertUnchanged(): Promise<void> {
    const { machine } = this.parts.edges;
    const mark = await markOf(machine.files, this.path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (!mark || (mark.size === this.#mark.size && mark.modified === this.#mark.modified)) return;
    const { stamp } = await loadDocument(machine, this.parts.format, this.path).catch(() => ({
      stamp: undefined,
    }));
    // Some file servers set the time again after closing: the stamp inside decides.
    if (stamp?.save !== this.#save)
      throw new Failure('fileChangedOutside', { name: titleOf(this.path), folder: dirname(this.path) });
    this.#mark = mark;
  }

  /** Before a file of an older format is replaced it must be kept; else a generation that fails delays nothing. */
  private async backUpIfDue(): Promise<void> {
    if (this.parts.edges.machine.clock.now() - this.#backedUp < BACKUP_EVERY) return;
    if (this.#fromOlderFormat) await this.backUp();
    else await this.backUp().catch(() => undefined);
  }

  private async backUp(): Promise<void> {
    const { edges, backups } = this.parts;
    const { clock } = edges.machine;
    const { bytes } = await readDocumentFile(edges.machine, this.path);
    this.#backupPlace = await backups.keep(this.path, bytes, clock.now());
    this.#backedUp = clock.now();
  }
}

/** The folder was there when the document was opened: where it is not, a share or a stick has gone. */
function unreachable(error: unknown, path: string): Failure {
  const isGone = systemCode(error) === 'ENOENT';
  return isGone
    ? new Failure('folderUnreachable', { name: titleOf(path), folder: dirname(path) })
    : fileFailure(error, path);
}
