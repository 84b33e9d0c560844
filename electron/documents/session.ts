import {
  applyChange,
  lastSeq,
  type DocumentChange,
  type HyokaDocument,
  type ImportSource,
} from '../../shared/assessment/document';
import type { Edit } from '../../shared/assessment/edit';
import { redoOf, stacksOf, undoOf, type EditRecord, type UndoStacks } from '../../shared/assessment/history';
import { faultOf } from '../../shared/assessment/validate';
import type {
  Access,
  Applied,
  DocumentNotice,
  DocumentView,
  EditRequest,
  SaveState,
  Stepped,
  Steps,
} from '../../shared/commands/documents';
import { Failure } from '../../shared/commands/failure';
import { titleOf } from '../files/names';
import type { DocumentEdges } from './edges';
import type { EditedFile } from './file';
import { Saver } from './saver';

/** How a session begins. `pending`: changes from a journal that are in `document` and not yet in the file. */
export interface SessionStart {
  readonly id: string;
  readonly path: string;
  readonly document: HyokaDocument;
  readonly access: Access;
  readonly notices: readonly DocumentNotice[];
  /** Absent: the session only reads. */
  readonly file?: EditedFile;
  /** Number of the latest change, and of the latest one that the file holds. */
  readonly changed: number;
  readonly saved: number;
}

/** One open document: the authority over its state. Windows show what it answers. */
export class DocumentSession {
  readonly id: string;
  readonly path: string;
  /** Of a session that only reads it follows the lock (`DocumentService.lookAgain`). */
  access: Access;
  readonly file: EditedFile | undefined;
  readonly #saver: Saver | undefined;
  readonly #notices: readonly DocumentNotice[];
  #document: HyokaDocument;
  #changed: number;
  #stacks: UndoStacks;

  constructor(
    start: SessionStart,
    private readonly edges: DocumentEdges,
  ) {
    this.id = start.id;
    this.path = start.path;
    this.access = start.access;
    this.file = start.file;
    this.#notices = start.notices;
    this.#document = start.document;
    this.#changed = start.changed;
    this.#stacks = stacksOf(start.document.history);
    this.#saver = start.file && this.saverFor(start.file, start);
  }

  get document(): HyokaDocument {
    return this.#document;
  }

  get state(): SaveState {
    return this.#saver?.state ?? { kind: 'readOnly' };
  }

  get view(): DocumentView {
    const { id, assessment, revisions, comments, leftover, review, rounds, source } = this.#document;
    return {
      session: this.id,
      documentId: id,
      path: this.path,
      name: titleOf(this.path),
      assessment,
      seq: lastSeq(this.#document),
      steps: this.steps,
      revisions: revisions.map(({ assessment: _omitted, ...info }) => info),
      comments,
      leftover,
      review,
      rounds,
      source: source ? withoutBlocks(source) : null,
      access: this.access,
      state: this.state,
      notices: this.notices,
    };
  }

  /** Keeps edits that a window made: all of them, or none and a `Failure`. Resolves once they are on this PC's disk. */
  async apply(requests: readonly EditRequest[]): Promise<Applied> {
    this.assertEditable();
    const faultless = requests.map(({ edit }) => edit);
    const fault = faultOf(this.#document.assessment, { kind: 'batch', edits: faultless });
    if (fault) throw new Failure(fault.kind === 'stale' ? 'staleEdit' : 'invalidEdit');
    await Promise.all(requests.map((request) => this.record(request)));
    return this.applied();
  }

  undo(): Promise<Stepped> {
    return this.step(undoOf(this.#stacks), 'undo');
  }

  redo(): Promise<Stepped> {
    return this.step(redoOf(this.#stacks), 'redo');
  }

  /** An edit that the shell itself makes (restoring a revision); the window applies what is answered. */
  async make(edit: Edit | undefined, label: string): Promise<Stepped> {
    this.assertEditable();
    if (edit) await this.record({ edit, label });
    return { ...this.applied(), edit: edit ?? null };
  }

  /** Everything that is not an edit of the assessment. */
  async change(change: DocumentChange): Promise<void> {
    this.assertEditable();
    await this.commit(change);
  }

  async save(): Promise<SaveState> {
    return (await this.#saver?.now()) ?? { kind: 'readOnly' };
  }

  /** Writes what is left, gives the lock back. What could not be written stays in the journal for the next opening. */
  async close(): Promise<void> {
    const state = await this.save();
    if (state.kind === 'saved') await this.file?.keepLast();
    await this.end(state.kind === 'saved');
  }

  /** Ends without writing: everything has gone to another file. */
  async leave(): Promise<void> {
    await this.end(true);
  }

  private async end(isSafe: boolean): Promise<void> {
    this.#saver?.stop();
    if (isSafe) await this.file?.journal.discard();
    else await this.file?.journal.close();
    await this.file?.lock.release().catch(() => undefined);
  }

  private get steps(): Steps {
    return { canUndo: undoOf(this.#stacks) !== undefined, canRedo: redoOf(this.#stacks) !== undefined };
  }

  private get notices(): readonly DocumentNotice[] {
    const elsewhere = this.file?.backupPlace === 'elsewhere';
    return elsewhere ? [...this.#notices, { code: 'backupElsewhere', params: {} }] : this.#notices;
  }

  private async step(edit: Edit | undefined, act: 'undo' | 'redo'): Promise<Stepped> {
    this.assertEditable();
    if (edit) await this.record({ edit, act });
    return { ...this.applied(), edit: edit ?? null };
  }

  /** A window's own undo counts as one only where it takes back the same step; else it is an edit like others. */
  private record({ edit, act, label }: EditRequest): Promise<void> {
    const expected =
      act === 'undo' ? undoOf(this.#stacks) : act === 'redo' ? redoOf(this.#stacks) : undefined;
    const isStep = act !== undefined && JSON.stringify(expected) === JSON.stringify(edit);
    const record: EditRecord = {
      seq: lastSeq(this.#document) + 1,
      at: this.edges.machine.clock.now(),
      author: this.edges.author(),
      edit,
      ...(isStep ? { act } : {}),
      ...(label ? { label } : {}),
    };
    return this.commit({ kind: 'edit', record });
  }

  private commit(change: DocumentChange): Promise<void> {
    this.#document = applyChange(this.#document, change);
    if (change.kind === 'edit') this.#stacks = stacksOf(this.#document.history);
    this.#changed += 1;
    const kept = this.file?.journal.append(this.#changed, change) ?? Promise.resolve();
    return this.#saver?.changed(this.#changed, kept) ?? kept;
  }

  private applied(): Applied {
    return { seq: lastSeq(this.#document), steps: this.steps, state: this.state };
  }

  private assertEditable(): void {
    if (!this.#saver) throw new Failure('documentReadOnly');
  }

  private saverFor(file: EditedFile, { changed, saved }: SessionStart): Saver {
    const { timing, machine } = this.edges;
    const write = async () => {
      const n = this.#changed;
      await file.write(this.#document, n);
      return n;
    };
    const tell = (state: SaveState) => this.edges.tell(this.id, state);
    return new Saver({ path: this.path, timing, clock: machine.clock, write, tell }, { changed, saved });
  }
}

function withoutBlocks({
  blocks: _blocks,
  places: _places,
  ...rest
}: ImportSource): Omit<ImportSource, 'blocks'> {
  return rest;
}
