import type { DocumentStore, StoreHost } from '../../../electron/store/contract';
import { Failure } from '../../../shared/commands/failure';

/** Stores that end all at once, as when the process that holds them is killed: what was under way is not answered either. */
export class FragileStores {
  #generation = 0;

  end(): void {
    this.#generation += 1;
  }

  around(host: StoreHost): StoreHost {
    return {
      open: (path) =>
        this.#lasting(async () => {
          const { opened, store } = await host.open(path);
          return { opened, store: this.#aroundStore(store) };
        }),
      write: (document, path, stamp) => this.#lasting(() => host.write(document, path, stamp)),
      close: () => host.close(),
    };
  }

  #aroundStore(store: DocumentStore): DocumentStore {
    const generation = this.#generation;
    const lasting = <T>(work: () => Promise<T>) => this.#lasting(work, generation);
    return {
      apply: (changes) => lasting(() => store.apply(changes)),
      writeTo: (path, stamp) => lasting(() => store.writeTo(path, stamp)),
      attachment: (hash) => lasting(() => store.attachment(hash)),
      history: (after, count) => lasting(() => store.history(after, count)),
      whole: () => lasting(() => store.whole()),
      close: () => store.close(),
    };
  }

  async #lasting<T>(work: () => Promise<T>, generation = this.#generation): Promise<T> {
    this.#assertSame(generation);
    const answer = await work();
    this.#assertSame(generation);
    return answer;
  }

  #assertSame(generation: number): void {
    if (generation !== this.#generation) throw new Failure('storeGone');
  }
}
