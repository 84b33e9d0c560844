import { basename, dirname } from 'node:path';
import type { DocumentChange, HyokaDocument } from '../../shared/assessment/document';
import type { History } from '../../shared/assessment/history';
import { Failure } from '../../shared/commands/failure';
import type { DocumentStore, StoreHost } from './contract';
import type { FileMark, Stamp } from '../database/contract';
import { StoreLine, type StoreChild } from './line';

export interface ProcessHostOptions {
  /** Starts a store process. */
  readonly start: () => StoreChild;
  /** Keeps one started process ready, so that opening need not wait for its start. */
  readonly keepsSpare: boolean;
}

/** How long after an opening the next process is started (ms): the window needs the PC first. */
const SPARE_DELAY = 1_000;

/**
 * Each document has a process made for it: a file that brings its process down takes nothing else with it. A process that
 * ended while it opened a file is the file's doing: `fileTooCostly`.
 */
export function processStoreHost(options: ProcessHostOptions): StoreHost {
  const processes = new StoreProcesses(options);
  return {
    async open(path) {
      const line = processes.take();
      try {
        const opened = await line.call('open', { path });
        return { opened, store: new ProcessStore(line) };
      } catch (error) {
        line.end();
        throw isGone(error) && !processes.isClosed
          ? new Failure('fileTooCostly', { name: basename(path), folder: dirname(path) })
          : error;
      }
    },
    async write(document, path, stamp) {
      const line = processes.take();
      try {
        return await line.call('write', { document, path, stamp });
      } finally {
        processes.giveBack(line);
      }
    },
    close() {
      processes.close();
      return Promise.resolve();
    },
  };
}

/** All processes of one host. */
class StoreProcesses {
  readonly #used = new Set<StoreLine>();
  #spare: StoreLine | undefined;
  #timer: NodeJS.Timeout | undefined;
  isClosed = false;

  constructor(private readonly options: ProcessHostOptions) {
    this.startSpareIn(0);
  }

  take(): StoreLine {
    if (this.isClosed) throw new Failure('storeGone');
    const line = this.#spare?.isGone === false ? this.#spare : this.start();
    this.#spare = undefined;
    for (const used of this.#used) if (used.isGone) this.#used.delete(used);
    this.#used.add(line);
    this.startSpareIn(SPARE_DELAY);
    return line;
  }

  /** A process that only wrote what this program made can serve again. */
  giveBack(line: StoreLine): void {
    this.#used.delete(line);
    if (this.options.keepsSpare && !this.#spare && !line.isGone && !this.isClosed) this.#spare = line;
    else line.end();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.#timer);
    this.#spare?.end();
    for (const line of this.#used) line.end();
    this.#used.clear();
  }

  private startSpareIn(delay: number): void {
    if (!this.options.keepsSpare) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.isClosed) this.#spare ??= this.startWarm();
    }, delay);
    this.#timer.unref();
  }

  private startWarm(): StoreLine {
    const line = this.start();
    // Only its speed depends on it.
    void line.call('warmUp', null).catch(() => undefined);
    return line;
  }

  private start(): StoreLine {
    return new StoreLine(this.options.start());
  }
}

class ProcessStore implements DocumentStore {
  constructor(private readonly line: StoreLine) {}

  apply(changes: readonly DocumentChange[]): Promise<void> {
    return this.line.call('apply', changes);
  }

  writeTo(path: string, stamp: Stamp): Promise<FileMark> {
    return this.line.call('writeTo', { path, stamp });
  }

  attachment(hash: string): Promise<Uint8Array | undefined> {
    return this.line.call('attachment', { hash });
  }

  history(after: number, count: number): Promise<History> {
    return this.line.call('history', { after, count });
  }

  whole(): Promise<HyokaDocument> {
    return this.line.call('whole', null);
  }

  close(): Promise<void> {
    this.line.end();
    return Promise.resolve();
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Failure && error.code === 'storeGone';
}
