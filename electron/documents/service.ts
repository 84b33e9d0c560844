import { dirname, join, resolve } from 'node:path';
import { emptyAssessment } from '../../shared/assessment/create';
import { documentOf, type HyokaDocument } from '../../shared/assessment/document';
import type { Access, Backup, DocumentView, Recoverable } from '../../shared/commands/documents';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import { FORM_IDS, formOf, editionsForNewDocuments } from '../../shared/forms/catalog';
import type { Edition, FormId } from '../../shared/forms/types';
import { fileName } from '../../shared/publish/fileNames';
import { FORMAT_VERSION } from '../database/format';
import { Backups } from '../files/backups';
import { isTokenOfThisPc, removeLeftovers } from '../files/journal/folder';
import { Journal } from '../files/journal/journal';
import { LockObserver } from '../files/lock/judgement';
import { lookAtLock } from '../files/lock/lock';
import { titleOf } from '../files/names';
import type { StoreHost } from '../store/contract';
import { accessOf, BY_LOCK } from './access';
import { chosenTarget, type ChosenTarget } from './chosenTarget';
import type { DocumentEdges } from './edges';
import { EditedFile, type MovedFile } from './editedFile';
import { placeBeside, writeNewFile, type WriteContent } from './newFile';
import { OpenSessions } from './openSessions';
import { openForEditing, openToRead, type OpeningParts } from './opening';
import { recoverableJournals } from './recovery';
import { writeChosen } from './saveTo';
import type { Closing, DocumentSession } from './session';
import { requiredId } from '../../shared/forms/roles';

export interface OpenOptions {
  /** Only to look at. */
  readonly readOnly?: boolean;
  /** Take a lock that was left behind. */
  readonly takeOver?: boolean;
}

/** All open documents of this program. Throws `Failure`s; every one leaves files and sessions as they were. */
export class DocumentService {
  readonly #sessions: OpenSessions;
  readonly #parts: OpeningParts;
  /** One opening of a file after the other, by its path. */
  readonly #openings = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly edges: DocumentEdges,
    host: StoreHost,
  ) {
    const { machine, userData } = edges;
    const root = join(userData, 'journal');
    this.#sessions = new OpenSessions(machine.files);
    const isOwnToken = (token: string) => isTokenOfThisPc(machine.files, root, token);
    this.#parts = {
      edges,
      host,
      root,
      backups: new Backups(machine, join(userData, 'backups')),
      judge: { machine, observer: new LockObserver(machine.clock), isOwnToken },
      active: () => this.#sessions.journals,
      otherFolders: () => [edges.workspace()],
    };
  }

  static async start(edges: DocumentEdges, host: StoreHost): Promise<DocumentService> {
    const service = new DocumentService(edges, host);
    await removeLeftovers(edges.machine.files, service.#parts.root);
    return service;
  }

  /** A new, empty assessment in the workspace folder. */
  async begin(form: FormId, edition: Edition | undefined, name = ''): Promise<DocumentView> {
    if (
      !FORM_IDS.includes(form) ||
      (edition !== undefined && !editionsForNewDocuments(form).includes(edition))
    )
      throw new Failure('unknownForm');
    const chosen = formOf(form, edition);
    const empty = emptyAssessment(chosen, this.edges.newId);
    const agency = this.edges.agency();
    const values = {
      ...(agency ? { [requiredId(chosen, 'agency')]: agency } : {}),
      ...(name === '' ? {} : { [requiredId(chosen, 'name')]: name }),
    };
    const document = documentOf({ ...empty, values }, this.edges.newId(), this.edges.machine.clock.now());
    return this.create(document, fileName(document.assessment, 'clean'));
  }

  /**
   * Makes a file of a document that was made elsewhere (an import, a sample) and opens it. Where the person's folder takes
   * none, the failure says where another is chosen.
   */
  async create(document: HyokaDocument, title: string): Promise<DocumentView> {
    const folder = this.edges.workspace();
    const path = await writeNewFile(this.#parts, folder, title, document).catch((error: unknown) => {
      const code = error instanceof Failure ? WORKSPACE_ERRORS[error.code] : undefined;
      throw code === undefined ? error : new Failure(code, { folder });
    });
    return this.open(path);
  }

  /**
   * A new file of content of any origin, named like `path` with `suffix`: beside it, or in the workspace folder where its own
   * folder takes none. Opens it.
   */
  async createBeside(path: string, suffix: string, write: WriteContent): Promise<DocumentView> {
    const real = await this.realPath(path);
    const folders = [dirname(real), this.edges.workspace()] as const;
    return this.open(await placeBeside(this.#parts, folders, `${titleOf(real)}${suffix}`, write));
  }

  /** Writes content of any origin under a name that a person chose, by the rules of `saveAs`, and opens it. */
  async createAs(path: string, write: WriteContent): Promise<DocumentView> {
    const chosen = await this.chosen(path);
    const target = chosen.path;
    if (await this.#sessions.editing(target)) throw new Failure('targetOpen', { name: titleOf(target) });
    const { lock } = await writeChosen(this.#parts, chosen, async (temporary, stamp) => ({
      mark: await write(temporary, stamp),
    }));
    await lock.release().catch(() => undefined);
    return this.open(target);
  }

  /** Opened twice, also at once and under two spellings, a file is one session. */
  async open(path: string, options: OpenOptions = {}): Promise<DocumentView> {
    const real = await this.realPath(path);
    return this.inTurn(real, async () => {
      const present = await this.#sessions.editing(real);
      if (present && !present.closing) return present.view;
      await present?.closing;
      const session = options.readOnly
        ? await openToRead(this.#parts, real, 'asked', null)
        : await openForEditing(this.#parts, real, options.takeOver ?? false);
      this.#sessions.add(session);
      this.edges.opened(session.path);
      return session.view;
    });
  }

  session(id: string): DocumentSession {
    return this.#sessions.get(id);
  }

  get sessions(): readonly string[] {
    return this.#sessions.ids;
  }

  /** The same once the openings that have begun are done: a window that is loaded anew finds what it had asked for. */
  async sessionsAfterOpening(): Promise<readonly string[]> {
    await Promise.allSettled(this.#openings.values());
    return this.sessions;
  }

  /**
   * Who has a document that is only read here because of its lock, as it is now. Where the folder does not answer, as it
   * was: an owner is not thought gone because a network is.
   */
  async lookAgain(id: string): Promise<Access> {
    const session = this.session(id);
    if (session.access.kind === 'edit' || !BY_LOCK.includes(session.access.why)) return session.access;
    const standing = await lookAtLock(this.#parts.judge, session.path).catch(() => undefined);
    if (standing) session.access = accessOf(standing);
    return session.access;
  }

  async takeOverLock(id: string): Promise<DocumentView> {
    const present = this.session(id);
    if (present.file) return present.view;
    const view = await this.open(present.path, { takeOver: true });
    if (view.access.kind === 'edit') {
      await this.close(id);
      return view;
    }
    const { user = '', pc = '' } = view.access.holder ?? {};
    await this.close(view.session);
    throw new Failure('lockNotStale', { user, pc });
  }

  /**
   * Writes the document to another file and goes on there: a session that edits stays the same and loses nothing that is typed
   * meanwhile; one that only reads is closed, and the new file is opened.
   */
  async saveAs(id: string, path: string): Promise<DocumentView> {
    const session = this.session(id);
    const chosen = await this.chosen(path);
    const target = chosen.path;
    if (session.closing) throw new Failure('sessionGone');
    if (session.file && (await this.#sessions.isSame(session.path, target)))
      return session.save().then(() => session.view);
    if (await this.#sessions.editing(target)) throw new Failure('targetOpen', { name: titleOf(target) });
    // What is only read may be older than the file by now.
    if (!session.file && (await this.#sessions.isSame(session.path, target)))
      throw new Failure('targetOpen', { name: titleOf(target) });
    if (!session.file) return this.copyTo(session, chosen);
    await session.moveTo(() => this.writeElsewhere(session, chosen));
    this.edges.opened(session.path);
    return session.view;
  }

  /** Replaces what somebody else wrote meanwhile; their version is a backup then. */
  async overwrite(id: string): Promise<DocumentView> {
    const session = this.session(id);
    if (session.closing) throw new Failure('sessionGone');
    await session.file?.acceptOutside();
    await session.save();
    return session.view;
  }

  /** Throws `closeWouldLose` where text is on no disk: the document stays open then. */
  async close(id: string, how: Closing = {}): Promise<void> {
    await this.session(id).close(how);
    this.#sessions.remove(id);
  }

  /** Before the program ends; answers the sessions that could not be closed without losing text. */
  async closeAll(): Promise<readonly DocumentSession[]> {
    await Promise.allSettled(this.sessions.map((id) => this.close(id)));
    return this.#sessions.all;
  }

  async backups(path: string): Promise<readonly Backup[]> {
    return this.#parts.backups.list(await this.realPath(path));
  }

  /** Opens a backup to look at. */
  async openBackup(path: string, id: string): Promise<DocumentView> {
    const backup = await this.#parts.backups.pathOf(await this.realPath(path), id);
    if (backup === undefined) throw new Failure('unknownPart');
    const session = await openToRead(this.#parts, backup, 'backup', null);
    this.#sessions.add(session);
    return session.view;
  }

  /** Documents whose last typed text is in a journal of this PC only. */
  async recoverable(): Promise<readonly Recoverable[]> {
    const open = this.#sessions.editedPaths;
    const left = await recoverableJournals(this.#parts);
    return left
      .filter(({ path }) => !open.has(path))
      .map(({ path, at }) => ({ path, name: titleOf(path), at }));
  }

  private async copyTo(session: DocumentSession, target: ChosenTarget): Promise<DocumentView> {
    const { lock } = await writeChosen(this.#parts, target, (path, stamp) =>
      session.content.writeTo(path, stamp),
    );
    await lock.release().catch(() => undefined);
    await this.close(session.id);
    return this.open(target.path);
  }

  private async writeElsewhere(session: DocumentSession, target: ChosenTarget): Promise<MovedFile> {
    const { path } = target;
    const { edges, backups, root } = this.#parts;
    const { machine } = edges;
    const { content } = session;
    const { lock, save, written, isDurable } = await writeChosen(this.#parts, target, (temporary, stamp) =>
      content.writeTo(temporary, stamp),
    );
    const { n, mark } = written;
    const documentId = session.document.id;
    const owner = { token: lock.token, processId: machine.host.processId };
    const base = { path, documentId, save, n, mark };
    const journal = await Journal.begin(machine, root, base, owner).catch(() => Journal.absent(machine));
    const known = { mark, version: FORMAT_VERSION, hasDigests: true, documentId, isDurable };
    const file = new EditedFile(path, known, { edges, backups, lock, journal, content });
    return { file, path, save, n };
  }

  private async inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = this.#openings.get(path) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#openings.set(path, turn);
    try {
      return await turn;
    } finally {
      if (this.#openings.get(path) === turn) this.#openings.delete(path);
    }
  }

  /** What a person chose just now to write to. */
  private async chosen(path: string): Promise<ChosenTarget> {
    const { machine } = this.edges;
    const chosenAt = machine.clock.elapsed();
    return chosenTarget(machine, await this.realPath(path), chosenAt);
  }

  private realPath(path: string): Promise<string> {
    return this.edges.machine.files.resolve(path).catch(() => resolve(path));
  }
}

/** A new document has no other place to be saved to: what is said is how to choose another folder. */
const WORKSPACE_ERRORS: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  folderReadOnly: 'workspaceClosed',
  fileNoPermission: 'workspaceClosed',
  folderUnreachable: 'workspaceAway',
  fileNotFound: 'workspaceAway',
  diskFull: 'workspaceFull',
};
