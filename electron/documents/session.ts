import {
  applyToWorking,
  withoutBytes,
  type DocumentChange,
  type HyokaDocument,
  type WorkingDocument,
} from '../../shared/assessment/document';
import type { Edit } from '../../shared/assessment/edit';
import { redoOf, undoOf } from '../../shared/assessment/history';
import type { HistoryLog } from '../../shared/assessment/historyLog';
import { faultOf } from '../../shared/assessment/validate';
import type {
  Access,
  Applied,
  DocumentNotice,
  DocumentView,
  EditRequest,
  SaveState,
  Stepped,
} from '../../shared/commands/documents';
import { Failure } from '../../shared/commands/failure';
import { dirname } from 'node:path';
import { titleOf } from '../files/names';
import type { DocumentEdges } from './edges';
import type { DocumentContent } from './content';
import type { EditedFile, MovedFile } from './editedFile';
import { changesOf } from './recording';
import { Saver } from './saver';
import { stepsOf, viewOf } from './view';
import { WholeHistory } from './wholeHistory';

export interface Closing {
  /** Closes although text is on no disk. */
  readonly discard?: boolean;
}

/** How a session begins. */
export interface SessionStart {
  readonly id: string;
  readonly path: string;
  readonly document: WorkingDocument;
  readonly content: DocumentContent;
  readonly access: Access;
  readonly notices: readonly DocumentNotice[];
  /** Absent: the session only reads. */
  readonly file?: EditedFile;
  /** Number of the latest change, and of the latest one that the file holds. */
  readonly changed: number;
  readonly saved: number;
  /** Called once, when the notices have certainly been answered. */
  readonly onSeen?: () => Promise<void>;
}

/** One open document: the authority over its state. Windows show what it answers. */
export class DocumentSession {
  readonly id: string;
  /** Of a session that only reads it follows the lock (`DocumentService.lookAgain`). */
  access: Access;
  readonly #content: DocumentContent;
  readonly #saver: Saver | undefined;
  readonly #notices: readonly DocumentNotice[];
  #file: EditedFile | undefined;
  #onSeen: (() => Promise<void>) | undefined;
  #path: string;
  #document: WorkingDocument;
  #changed: number;
  /** From the first call of `close` on. Edits are still accepted. */
  #closing: Promise<void> | undefined;
  /** The last save holds all edits; further ones are refused. */
  #isClosed = false;
  readonly #history: WholeHistory;

  constructor(
    start: SessionStart,
    private readonly edges: DocumentEdges,
  ) {
    this.id = start.id;
    this.#path = start.path;
    this.access = start.access;
    this.#content = start.content;
    this.#content.follow(() => this.#document);
    this.#file = start.file;
    this.#notices = start.notices;
    this.#onSeen = start.onSeen;
    this.#document = start.document;
    this.#changed = start.changed;
    this.#saver = start.file && this.saverFor(start);
    this.#history = new WholeHistory(start.content, {
      history: () => this.#document.history,
      completed: (history) => (this.#document = { ...this.#document, history }),
    });
    if (start.changed > start.saved) this.#history.readSoon();
  }

  get document(): WorkingDocument {
    return this.#document;
  }

  get path(): string {
    return this.#path;
  }

  /** Undefined: the session only reads. */
  get file(): EditedFile | undefined {
    return this.#file;
  }

  get content(): DocumentContent {
    return this.#content;
  }

  get state(): SaveState {
    return this.#saver?.state ?? { kind: 'readOnly' };
  }

  get view(): DocumentView {
    const { id, path, access, state, notices } = this;
    return viewOf(this.#document, { session: id, path, access, state, notices });
  }

  /** Keeps edits that a window made: all of them, or none and a `Failure`. Resolves once they are on this PC's disk. */
  async apply(requests: readonly EditRequest[]): Promise<Applied> {
    if (requests.some(({ act }) => act === 'undo')) await this.#history.readNextUndo();
    this.assertEditable();
    const faultless = requests.map(({ edit }) => edit);
    const fault = faultOf(this.#document.assessment, { kind: 'batch', edits: faultless });
    if (fault) throw new Failure(fault.kind === 'stale' ? 'staleEdit' : 'invalidEdit');
    await this.record(requests);
    return this.applied();
  }

  async undo(): Promise<Stepped> {
    await this.#history.readNextUndo();
    const { edit } = await this.step(undoOf(this.#document.history.stacks), 'undo');
    await this.#history.readNextUndo();
    return { ...this.applied(), edit };
  }

  redo(): Promise<Stepped> {
    return this.step(redoOf(this.#document.history.stacks), 'redo');
  }

  /** An edit that the shell itself makes (restoring a revision); the window applies what is answered. */
  async make(edit: Edit | undefined, label: string): Promise<Stepped> {
    this.assertEditable();
    if (edit) await this.record([{ edit, label }]);
    return { ...this.applied(), edit: edit ?? null };
  }

  /** Everything that is not an edit of the assessment. */
  async change(change: DocumentChange): Promise<void> {
    this.assertEditable();
    await this.commit([change]);
  }

  async save(): Promise<SaveState> {
    return (await this.#saver?.now()) ?? { kind: 'readOnly' };
  }

  /** From the call of `close` on: when it is done. */
  get closing(): Promise<void> | undefined {
    return this.#closing;
  }

  /** All records. Throws a `Failure` where the store cannot be asked. */
  history(): Promise<HistoryLog> {
    return this.#history.read();
  }

  /** The document with the bytes of its attachments. */
  whole(): Promise<HyokaDocument> {
    return this.#content.whole();
  }

  /** Undefined where the document has no attachment of that hash. */
  attachment(hash: string): Promise<Uint8Array | undefined> {
    return this.#content.attachment(hash);
  }

  /**
   * Goes on in another file. `move` writes it, with all changes made so far, while nothing is written to the old one; edits are
   * accepted and kept all the time. The old file's journal is removed only after the new one holds what came in between.
   */
  async moveTo(move: () => Promise<MovedFile>): Promise<void> {
    if (!this.#saver) throw new Failure('documentReadOnly');
    if (this.#closing) throw new Failure('sessionGone');
    const { old, isKept } = await this.#saver.inTurn(async () => {
      // Only now: another move may have been under way before.
      const before = this.#file;
      const { file, path, save, n } = await move();
      this.#file = file;
      this.#path = path;
      this.#content.saved(n, { path, save });
      this.#saver?.moved(path, n);
      const isKept = await file.keepLater(n);
      return { old: before, isKept: isKept && file.isDurable };
    });
    if (isKept || ((await this.save()).kind === 'saved' && this.#file?.isDurable))
      await old?.journal.discard();
    else await old?.journal.close();
    await old?.lock.release().catch(() => undefined);
  }

  /**
   * Writes what is left, gives the lock back. What could not be written stays in the journal for the next opening. Every edit is
   * accepted and written until this is done, and refused afterwards. Where text is on no disk it throws `closeWouldLose` and stays
   * open, unless the person wants it discarded.
   */
  close({ discard = false }: Closing = {}): Promise<void> {
    this.#closing ??= this.finish(discard).catch((error: unknown) => {
      this.#closing = undefined;
      throw error;
    });
    return this.#closing;
  }

  private async finish(discard: boolean): Promise<void> {
    await this.noticesSeen();
    let state = await this.save();
    while (state.kind === 'saving') {
      await this.#saver?.keptAll();
      state = this.state.kind === 'saving' ? await this.save() : this.state;
    }
    // No edit can come between the state and the next lines.
    if (state.kind === 'unkept' && !discard)
      throw new Failure('closeWouldLose', { name: titleOf(this.path), folder: dirname(this.path) });
    this.#isClosed = true;
    this.#saver?.end();
    await this.end(state.kind === 'saved');
  }

  private async end(isSaved: boolean): Promise<void> {
    const file = this.#file;
    if (isSaved) await file?.keepLast();
    if (isSaved && file?.isDurable) await file.journal.discard();
    else await file?.journal.close();
    await this.#content.close();
    await file?.lock.release().catch(() => undefined);
  }

  private get notices(): readonly DocumentNotice[] {
    const elsewhere = this.file?.backupPlace === 'elsewhere';
    return elsewhere ? [...this.#notices, { code: 'backupElsewhere', params: {} }] : this.#notices;
  }

  private async step(edit: Edit | undefined, act: 'undo' | 'redo'): Promise<Stepped> {
    this.assertEditable();
    if (edit) await this.record([{ edit, act }]);
    return { ...this.applied(), edit: edit ?? null };
  }

  /** Edits that are made together are kept together. */
  private record(requests: readonly EditRequest[]): Promise<void> {
    const making = { at: this.edges.machine.clock.now(), author: this.edges.author() };
    return this.commit(changesOf(this.#document, requests, making));
  }

  /** Whoever goes on working has the view, and with it the notices: what was kept until then may be removed. */
  private async noticesSeen(): Promise<void> {
    const seen = this.#onSeen;
    this.#onSeen = undefined;
    await seen?.().catch(() => undefined);
  }

  /** Applied at once; resolves when the changes are on a disk or the state says that they are not. */
  private commit(changes: readonly DocumentChange[]): Promise<void> {
    if (changes.length === 0) return Promise.resolve();
    void this.noticesSeen();
    const first = this.#changed + 1;
    this.#document = changes.map(withoutBytes).reduce(applyToWorking, this.#document);
    this.#changed += changes.length;
    this.#content.push(first, changes);
    this.#history.readSoon();
    const kept = this.#file?.journal.append(first, changes) ?? Promise.resolve();
    return this.#saver?.changed(this.#changed, kept) ?? kept;
  }

  private applied(): Applied {
    return { seq: this.#document.history.lastSeq, steps: stepsOf(this.#document), state: this.state };
  }

  private assertEditable(): void {
    if (!this.#saver) throw new Failure('documentReadOnly');
    if (this.#isClosed) throw new Failure('sessionGone');
  }

  private saverFor({ changed, saved }: SessionStart): Saver {
    const { timing, machine } = this.edges;
    const write = async () => {
      if (!this.#file) throw new Failure('documentReadOnly');
      return this.#file.write();
    };
    const emit = (state: SaveState) => this.edges.emitState(this.id, state);
    return new Saver({ path: this.#path, timing, clock: machine.clock, write, emit }, { changed, saved });
  }
}
