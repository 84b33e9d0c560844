import { dirname } from 'node:path';
import type { DocumentChange, HyokaDocument, WorkingDocument } from '../../shared/assessment/document';
import type { EditRecord, History } from '../../shared/assessment/history';
import { storedDocument } from '../../shared/assessment/working';
import { Failure } from '../../shared/commands/failure';
import { titleOf } from '../files/names';
import type { NumberedChange } from '../files/journal/left';
import type { DocumentStore, StoreHost } from '../store/contract';
import type { FileMark, Stamp } from '../database/contract';

/** What was written: the mark of the file and the number of the latest change it holds. */
export interface WrittenContent {
  readonly n: number;
  readonly mark: FileMark;
}

/** How many records are read at once. */
const PART = 1_000;

/**
 * The open database of an edited document and the changes that its file does not hold yet. A store that ended (its process was
 * killed, say) is opened anew from the file and brought up to date when it is next needed.
 */
export class DocumentContent {
  #store: DocumentStore | undefined;
  #reopening: Promise<DocumentStore> | undefined;
  #latest: number;
  #pending: readonly NumberedChange[] = [];
  #document: (() => WorkingDocument) | undefined;

  constructor(
    private readonly host: StoreHost,
    store: DocumentStore,
    /** The file that the store was opened from, or last written to. */
    private file: { readonly path: string; readonly save: string },
    /** The number of the latest change in it. */
    saved: number,
  ) {
    this.#store = store;
    this.#latest = saved;
  }

  /** The document as it is in memory, with all changes made so far. */
  follow(document: () => WorkingDocument): void {
    this.#document = document;
  }

  /** Changes numbered from `n` on. */
  push(n: number, changes: readonly DocumentChange[]): void {
    this.#pending = [...this.#pending, ...changes.map((change, at) => ({ n: n + at, change }))];
    this.#latest = n + changes.length - 1;
    this.apply(this.#store, changes);
  }

  /** Changes that a journal had and the file has not. Some before `latest` may never have been kept: numbers go on after it. */
  restore(missing: readonly NumberedChange[], latest: number): void {
    for (const { n, change } of missing) this.push(n, [change]);
    this.#latest = latest;
  }

  /** Writes all changes made so far to a file and flushes it. Throws a `Failure`. */
  writeTo(path: string, stamp: Stamp): Promise<WrittenContent> {
    return withSecondTry(() => this.writeOnce(path, stamp));
  }

  private async writeOnce(path: string, stamp: Stamp): Promise<WrittenContent> {
    const store = await this.live().catch((error: unknown) => {
      const inMemory = this.documentInMemory();
      if (!inMemory) throw error;
      return inMemory;
    });
    if (!('writeTo' in store)) return this.writeWhole(store, path, stamp);
    // The store sees calls in order: changes that are made from now on are not in the file.
    const n = this.#latest;
    const mark = await this.guarded(store, store.writeTo(path, stamp));
    return { n, mark };
  }

  /**
   * The document without the help of a store: that has ended, and its file is out of reach or was replaced. Undefined where the bytes of
   * an attachment were in the store alone, and where the file has everything, old records of the history as well that are not here.
   */
  private documentInMemory(): HyokaDocument | undefined {
    if (!this.#document) return undefined;
    const working = this.#document();
    if (this.#pending.length === 0 && working.history.earlier > 0) return undefined;
    const document = storedDocument(working);
    const files = this.#pending.flatMap(({ change }) => (change.kind === 'attach' ? [change.file] : []));
    const attachments = document.attachments.flatMap(
      ({ hash }) => files.find((file) => file.hash === hash) ?? [],
    );
    return attachments.length === document.attachments.length ? { ...document, attachments } : undefined;
  }

  /** The file has taken its place. */
  saved(n: number, file: { readonly path: string; readonly save: string }): void {
    this.file = file;
    this.#pending = this.#pending.filter((change) => change.n > n);
  }

  /** The changes after this number, as far as no file holds them. */
  after(n: number): readonly NumberedChange[] {
    return this.#pending.filter((change) => change.n > n);
  }

  attachment(hash: string): Promise<Uint8Array | undefined> {
    return this.read((store) => store.attachment(hash));
  }

  /** The oldest `count` records of the history, read in parts: another call need not wait for all of them. */
  async earliest(count: number): Promise<History> {
    const records: EditRecord[] = [];
    while (records.length < count) {
      const wanted = Math.min(PART, count - records.length);
      const part = await this.read((store) => store.history(records.at(-1)?.seq ?? 0, wanted));
      if (part.length === 0) throw new Failure('fileCorrupt', this.place);
      records.push(...part);
    }
    return records;
  }

  whole(): Promise<HyokaDocument> {
    return this.read((store) => store.whole());
  }

  private read<T>(work: (store: DocumentStore) => Promise<T>): Promise<T> {
    return withSecondTry(async () => {
      const store = await this.live();
      return this.guarded(store, work(store));
    });
  }

  async close(): Promise<void> {
    await this.#store?.close().catch(() => undefined);
    this.#store = undefined;
  }

  private async live(): Promise<DocumentStore> {
    if (this.#store) return this.#store;
    this.#reopening ??= this.reopen().finally(() => (this.#reopening = undefined));
    return this.#reopening;
  }

  private async writeWhole(document: HyokaDocument, path: string, stamp: Stamp): Promise<WrittenContent> {
    const n = this.#latest;
    return { n, mark: await this.host.write(document, path, stamp) };
  }

  private async reopen(): Promise<DocumentStore> {
    const { path, save } = this.file;
    const { opened, store } = await this.host.open(path);
    if (opened.stamp.save !== save) {
      await store.close();
      throw new Failure('fileChangedOutside', this.place);
    }
    this.#store = store;
    this.apply(
      store,
      this.#pending.map(({ change }) => change),
    );
    return store;
  }

  private get place(): { readonly name: string; readonly folder: string } {
    return { name: titleOf(this.file.path), folder: dirname(this.file.path) };
  }

  private apply(store: DocumentStore | undefined, changes: readonly DocumentChange[]): void {
    if (store && changes.length > 0) this.guarded(store, store.apply(changes)).catch(() => undefined);
  }

  /** A store that failed in itself is not asked again. */
  private async guarded<T>(store: DocumentStore, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (this.#store === store && isGone(error)) this.#store = undefined;
      throw error;
    }
  }
}

/** That a store has ended is seen only when it is used: the second try opens it anew. */
async function withSecondTry<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isGone(error)) throw error;
    return work();
  }
}

/** What a disk refuses is no fault of the store. */
function isGone(error: unknown): boolean {
  return !(error instanceof Failure) || error.code === 'storeGone';
}
