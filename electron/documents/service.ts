import { basename, dirname, join, resolve } from 'node:path';
import { emptyAssessment } from '../../shared/assessment/create';
import { documentOf, type HyokaDocument } from '../../shared/assessment/document';
import type {
  Access,
  Backup,
  DocumentNotice,
  DocumentView,
  LockHolder,
  ReadOnlyReason,
  Recoverable,
} from '../../shared/commands/documents';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import { FORM_IDS, formOf, hasEdition } from '../../shared/forms/catalog';
import type { Edition, FormId } from '../../shared/forms/types';
import { fileName } from '../../shared/publish/names';
import { FORMAT_VERSION, sqlFormat, type DocumentFormat } from '../database/format';
import { assertWritable, removeLeftTemporaries } from '../files/atomicWrite';
import { Backups } from '../files/backups';
import { fileFailure, systemCode } from '../files/faults';
import { leftJournals, readJournal } from '../files/journal';
import { acquireLock, lookAtLock, takeLock, type DocumentLock, type LockStanding } from '../files/lock';
import { titleOf } from '../files/names';
import type { FileSystem } from '../machine/fileSystem';
import type { DocumentEdges } from './edges';
import { EditedFile, loadDocument, type Loaded } from './file';
import { writeNewFile } from './newFile';
import { recover, recoverApart } from './recovery';
import { saveTo } from './saveTo';
import { DocumentSession } from './session';

export interface OpenOptions {
  /** Only to look at. */
  readonly readOnly?: boolean;
  /** Take a lock that was left behind. */
  readonly takeOver?: boolean;
}

/** All open documents of this program. Throws `Failure`s; every one leaves files and sessions as they were. */
export class DocumentService {
  readonly #sessions = new Map<string, DocumentSession>();
  readonly #backups: Backups;
  readonly #journals: string;

  private constructor(
    private readonly edges: DocumentEdges,
    private readonly format: DocumentFormat,
  ) {
    this.#backups = new Backups(edges.machine, join(edges.userData, 'backups'));
    this.#journals = join(edges.userData, 'journal');
  }

  static async start(edges: DocumentEdges, format?: DocumentFormat): Promise<DocumentService> {
    return new DocumentService(edges, format ?? (await sqlFormat()));
  }

  /** A new, empty assessment in the workspace folder. */
  async begin(form: FormId, edition: Edition | undefined, name = ''): Promise<DocumentView> {
    if (!FORM_IDS.includes(form) || (edition !== undefined && !hasEdition(form, edition)))
      throw new Failure('unknownForm');
    const chosen = formOf(form, edition);
    const empty = emptyAssessment(chosen, this.edges.newId);
    const agency = this.edges.agency();
    const values = { ...(agency ? { [AGENCY]: agency } : {}), ...(name === '' ? {} : { [NAME]: name }) };
    const document = documentOf({ ...empty, values }, this.edges.newId(), this.edges.machine.clock.now());
    return this.create(document, fileName(document.assessment, 'clean'));
  }

  /**
   * Makes a file of a document that was made elsewhere (an import, a sample) and opens it. Where the person's folder takes
   * none, the failure says where another is chosen.
   */
  async create(document: HyokaDocument, title: string): Promise<DocumentView> {
    const { edges, format } = this;
    const folder = edges.workspace();
    const path = await writeNewFile({ format, edges }, folder, title, document).catch((error: unknown) => {
      const code = error instanceof Failure ? WORKSPACE_ERRORS[error.code] : undefined;
      throw code === undefined ? error : new Failure(code, { folder });
    });
    return this.open(path);
  }

  async open(path: string, options: OpenOptions = {}): Promise<DocumentView> {
    const real = await this.realPath(path);
    const present = [...this.#sessions.values()].find((session) => session.path === real && session.file);
    if (present) return present.view;
    const session = options.readOnly
      ? this.readOnly(await loadDocument(this.edges.machine, this.format, real), real, 'asked', null)
      : await this.openForEditing(real, options);
    this.#sessions.set(session.id, session);
    this.edges.opened(session.path);
    return session.view;
  }

  session(id: string): DocumentSession {
    const session = this.#sessions.get(id);
    if (!session) throw new Failure('sessionGone');
    return session;
  }

  get sessions(): readonly string[] {
    return [...this.#sessions.keys()];
  }

  /**
   * Who has a document that is only read here because of its lock, as it is now. Where the folder does not answer, as it
   * was: an owner is not thought gone because a network is.
   */
  async lookAgain(id: string): Promise<Access> {
    const session = this.session(id);
    if (session.access.kind === 'edit' || !BY_LOCK.includes(session.access.why)) return session.access;
    const standing = await lookAtLock(this.edges.machine, session.path).catch(() => undefined);
    if (standing) session.access = accessOf(standing);
    return session.access;
  }

  async takeOverLock(id: string): Promise<DocumentView> {
    const { path } = this.session(id);
    const view = await this.open(path, { takeOver: true });
    if (view.access.kind === 'edit') {
      await this.close(id);
      return view;
    }
    const { user = '', pc = '' } = view.access.holder ?? {};
    await this.close(view.session);
    throw new Failure('lockNotStale', { user, pc });
  }

  /** Writes the document to another file and goes on there; the session of the old file is closed. */
  async saveAs(id: string, path: string): Promise<DocumentView> {
    const session = this.session(id);
    const target = await this.realPath(path);
    if (session.file?.path === target) return session.save().then(() => session.view);
    const { edges, format } = this;
    const backups = this.#backups;
    await saveTo({ format, edges, backups }, session.document, target);
    await session.leave();
    this.#sessions.delete(id);
    return this.open(target);
  }

  /** Goes over what someone else wrote meanwhile; their version is a generation then. */
  async overwrite(id: string): Promise<DocumentView> {
    const session = this.session(id);
    await session.file?.acceptOutside();
    await session.save();
    return session.view;
  }

  async close(id: string): Promise<void> {
    await this.session(id).close();
    this.#sessions.delete(id);
  }

  /** Before the program ends. */
  async closeAll(): Promise<void> {
    await Promise.allSettled(this.sessions.map((id) => this.close(id)));
  }

  async backups(path: string): Promise<readonly Backup[]> {
    return this.#backups.list(await this.realPath(path));
  }

  /** Opens a generation to look at. */
  async openBackup(path: string, id: string): Promise<DocumentView> {
    const generation = await this.#backups.pathOf(await this.realPath(path), id);
    if (generation === undefined) throw new Failure('unknownPart');
    const session = this.readOnly(
      await loadDocument(this.edges.machine, this.format, generation),
      generation,
      'backup',
      null,
    );
    this.#sessions.set(session.id, session);
    return session.view;
  }

  /** Documents whose last typed text stands in a journal of this PC only. */
  async recoverable(): Promise<readonly Recoverable[]> {
    const { files } = this.edges.machine;
    const open = new Set([...this.#sessions.values()].filter(({ file }) => file).map(({ path }) => path));
    const journals = await Promise.all(
      (await leftJournals(files, this.#journals)).map((folder) => readJournal(files, folder)),
    );
    return journals.flatMap((left) =>
      typeof left === 'object' && left.changes.length > 0 && !open.has(left.base.path)
        ? [{ path: left.base.path, name: titleOf(left.base.path), at: left.at }]
        : [],
    );
  }

  private async openForEditing(path: string, options: OpenOptions): Promise<DocumentSession> {
    const loaded = await loadDocument(this.edges.machine, this.format, path).catch((error: unknown) =>
      fileFailure(error, path),
    );
    if (loaded instanceof Failure) return this.openApart(path, loaded);
    const guarded = await this.guard(path, options);
    if (guarded.kind === 'readOnly') return this.readOnly(loaded, path, guarded.why, guarded.holder);
    return this.edit(path, guarded.lock, guarded.notices).catch(async (error: unknown) => {
      await guarded.lock.release();
      throw fileFailure(error, path);
    });
  }

  /** Reads once more: until the lock was ours someone else may have written. */
  private async edit(
    path: string,
    lock: DocumentLock,
    notices: readonly DocumentNotice[],
  ): Promise<DocumentSession> {
    const { edges, format } = this;
    const backups = this.#backups;
    const loaded = await loadDocument(edges.machine, format, path);
    await removeLeftTemporaries(edges.machine.files, path);
    const found = await recover({ format, edges, root: this.#journals }, path, loaded);
    const file = new EditedFile(path, loaded, { format, edges, backups, lock, journal: found.journal });
    const migrated: DocumentNotice[] =
      loaded.version < FORMAT_VERSION ? [{ code: 'migrated', params: { version: loaded.version } }] : [];
    const { document, changed, saved } = found;
    const all = [...notices, ...migrated, ...found.notices];
    const start = { id: edges.newId(), path, document, access: EDIT, notices: all, file, changed, saved };
    return new DocumentSession(start, edges);
  }

  /** A file that is gone or damaged, of which this PC still has everything: that is opened as a file of its own. */
  private async openApart(path: string, failure: Failure): Promise<DocumentSession> {
    const { edges, format } = this;
    const apart = await recoverApart({ format, edges, root: this.#journals }, path).catch(() => undefined);
    if (apart === undefined) throw failure;
    const notice: DocumentNotice = { code: 'recoveredApart', params: { path: apart } };
    const guarded = await this.guard(apart, {});
    if (guarded.kind === 'readOnly') throw failure;
    return this.edit(apart, guarded.lock, [notice]);
  }

  /** Who may edit: whoever gets the lock, on a disk that lets them write. */
  private async guard(path: string, { takeOver = false }: OpenOptions): Promise<Guarded> {
    const { machine } = this.edges;
    const author = this.edges.author();
    if (!(await mayWrite(machine.files, path)))
      return { kind: 'readOnly', why: 'readOnlyFile', holder: null };
    try {
      const result = await acquireLock(machine, path, author);
      if (result.kind === 'ours') return { kind: 'ours', lock: result.lock, notices: [] };
      const { holder } = result;
      if (result.kind === 'held') return { kind: 'readOnly', why: 'locked', holder };
      if (!takeOver && !result.certain) return { kind: 'readOnly', why: 'staleLock', holder };
      return { kind: 'ours', lock: await takeLock(machine, path, author), notices: [lockTaken(holder)] };
    } catch (error) {
      if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? ''))
        return { kind: 'readOnly', why: 'readOnlyFolder', holder: null };
      if (systemCode(error) === 'ENOENT') throw new Failure('folderUnreachable', placeOf(path));
      throw fileFailure(error, path);
    }
  }

  private realPath(path: string): Promise<string> {
    return this.edges.machine.files.resolve(path).catch(() => resolve(path));
  }

  private readOnly(
    { document }: Loaded,
    path: string,
    why: ReadOnlyReason,
    holder: LockHolder | null,
  ): DocumentSession {
    const rest: Access = { kind: 'readOnly', why, holder };
    const start = { id: this.edges.newId(), path, document, access: rest, notices: [], changed: 0, saved: 0 };
    return new DocumentSession(start, this.edges);
  }
}

type Guarded =
  | { readonly kind: 'ours'; readonly lock: DocumentLock; readonly notices: readonly DocumentNotice[] }
  | { readonly kind: 'readOnly'; readonly why: ReadOnlyReason; readonly holder: LockHolder | null };

/** 評価実施機関名 stands on the cover of every form. */
const AGENCY = 'cover.agency';
const NAME = 'cover.name';

/** A new document has no other place to be saved to: what is told is how to choose another folder. */
const WORKSPACE_ERRORS: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  folderReadOnly: 'workspaceClosed',
  fileNoPermission: 'workspaceClosed',
  folderUnreachable: 'workspaceAway',
  fileNotFound: 'workspaceAway',
  diskFull: 'workspaceFull',
};

/** Reasons that end when somebody else closes the document. */
const BY_LOCK: readonly ReadOnlyReason[] = ['locked', 'staleLock', 'free'];

function accessOf(standing: LockStanding): Access {
  switch (standing.kind) {
    case 'free':
      return { kind: 'readOnly', why: 'free', holder: null };
    case 'held':
      return { kind: 'readOnly', why: 'locked', holder: standing.holder };
    case 'left':
      return { kind: 'readOnly', why: 'staleLock', holder: standing.holder };
  }
}

const EDIT: Access = { kind: 'edit' };

function lockTaken(holder: LockHolder | null): DocumentNotice {
  return { code: 'lockTaken', params: { user: holder?.user ?? '', pc: holder?.pc ?? '' } };
}

function placeOf(path: string): { name: string; folder: string } {
  return { name: basename(path), folder: dirname(path) };
}

/** Only a plain refusal counts: what is merely held now can be written later. */
async function mayWrite(files: FileSystem, path: string): Promise<boolean> {
  return assertWritable(files, path).then(
    () => true,
    (error: unknown) => !['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? ''),
  );
}
