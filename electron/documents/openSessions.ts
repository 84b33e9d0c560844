import { Failure } from '../../shared/commands/failure';
import type { FileSystem } from '../machine/fileSystem';
import type { DocumentSession } from './session';

/** The sessions of this program, by their id. */
export class OpenSessions {
  readonly #sessions = new Map<string, DocumentSession>();

  constructor(private readonly files: FileSystem) {}

  get all(): readonly DocumentSession[] {
    return [...this.#sessions.values()];
  }

  get ids(): readonly string[] {
    return [...this.#sessions.keys()];
  }

  add(session: DocumentSession): void {
    this.#sessions.set(session.id, session);
  }

  remove(id: string): void {
    this.#sessions.delete(id);
  }

  /** Throws a `Failure` where there is none of that id. */
  get(id: string): DocumentSession {
    const session = this.#sessions.get(id);
    if (!session) throw new Failure('sessionGone');
    return session;
  }

  /** The session that edits this file. */
  async editing(path: string): Promise<DocumentSession | undefined> {
    for (const session of this.#sessions.values())
      if (session.file && (await this.isSame(session.path, path))) return session;
    return undefined;
  }

  /** Two spellings may name one file. */
  async isSame(a: string, b: string): Promise<boolean> {
    if (a === b) return true;
    const ids = await Promise.all([a, b].map((path) => this.idOf(path)));
    return ids[0] !== undefined && ids[0] === ids[1];
  }

  /** Folders of journals that are being written. */
  get journals(): ReadonlySet<string> {
    return new Set(this.all.flatMap(({ file }) => file?.journal.folder ?? []));
  }

  /** Files that are being edited. */
  get editedPaths(): ReadonlySet<string> {
    return new Set(this.all.filter(({ file }) => file).map(({ path }) => path));
  }

  private idOf(path: string): Promise<string | undefined> {
    return this.files.status(path).then(
      ({ id }) => id,
      () => undefined,
    );
  }
}
