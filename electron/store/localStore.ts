import type { DocumentChange, HyokaDocument } from '../../shared/assessment/document';
import type { History } from '../../shared/assessment/history';
import { Failure } from '../../shared/commands/failure';
import { markOf } from '../database/format';
import { formatFailure } from '../files/faults';
import type { FileSystem } from '../machine/fileSystem';
import type { Codec, OpenDatabase, FileMark, OpenedDocument, Stamp } from '../database/contract';
import type { DocumentStore, StoreHost } from './contract';
import { readDocumentBytes } from './readFile';
import { writeFlushed } from './writeFlushed';

/**
 * Documents that are kept open in this very process: in the process made for them, in the simulator and in tests. An error that is
 * no `Failure` is a fault of the program and leaves this host as it is.
 */
export function localStoreHost(files: FileSystem, codec: Codec): StoreHost {
  const open = new Set<DocumentStore>();
  return {
    async open(path) {
      const bytes = await readDocumentBytes(files, path);
      const mark = markOf(bytes);
      const result = codec.open(bytes);
      if (!result.ok) throw formatFailure(result.fault, path);
      const { database } = result;
      const store = new LocalStore(files, path, database, () => open.delete(store));
      open.add(store);
      return { opened: { ...database.opened, mark } satisfies OpenedDocument, store };
    },
    async write(document, path, stamp) {
      const database = codec.create(document);
      try {
        return await writeFlushed(files, path, database.export(stamp));
      } finally {
        database.close();
      }
    },
    async close() {
      await Promise.all([...open].map((store) => store.close()));
    },
  };
}

/** Each call takes effect when it is made; only the writing of bytes that were exported goes on beside later calls. */
class LocalStore implements DocumentStore {
  #database: OpenDatabase | undefined;

  constructor(
    private readonly files: FileSystem,
    private readonly path: string,
    database: OpenDatabase,
    private readonly closed: () => void,
  ) {
    this.#database = database;
  }

  apply(changes: readonly DocumentChange[]): Promise<void> {
    return this.withDatabase((database) => database.apply(changes));
  }

  writeTo(path: string, stamp: Stamp): Promise<FileMark> {
    return this.withDatabase((database) => writeFlushed(this.files, path, database.export(stamp)));
  }

  attachment(hash: string): Promise<Uint8Array | undefined> {
    return this.withDatabase((database) => database.attachment(hash));
  }

  history(after: number, count: number): Promise<History> {
    return this.reading((database) => database.history(after, count));
  }

  whole(): Promise<HyokaDocument> {
    return this.reading((database) => database.whole());
  }

  close(): Promise<void> {
    this.#database?.close();
    this.#database = undefined;
    this.closed();
    return Promise.resolve();
  }

  /** Digests protect against damage only: somebody may have written a file in which old records are of no known shape. */
  private async reading<T>(work: (database: OpenDatabase) => T): Promise<T> {
    try {
      return await this.withDatabase(work);
    } catch (error) {
      throw error instanceof Failure ? error : formatFailure({ kind: 'corrupt' }, this.path);
    }
  }

  private async withDatabase<T>(work: (database: OpenDatabase) => T | Promise<T>): Promise<T> {
    if (!this.#database) throw new Failure('storeGone');
    return work(this.#database);
  }
}
