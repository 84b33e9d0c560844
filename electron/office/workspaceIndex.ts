import { relative } from 'node:path';
import { toCommandError } from '../../shared/commands/failure';
import type { OfficeLedger, OfficeRow } from '../../shared/commands/office';
import type { CommandError } from '../../shared/commands/result';
import type { FoundDocument } from '../publish/documentFiles';
import { type IndexEntries, type IndexEntry, readIndex, writeIndex } from './entries';
import type { LedgerFacts } from './facts';

export interface IndexTools {
  readonly program: string;
  /** Every document of the folder and below; rejects where the folder cannot be read. */
  readonly filesIn: (folder: string) => Promise<readonly FoundDocument[]>;
  readonly statusOf: (path: string) => Promise<{ readonly size: number; readonly modified: number }>;
  /** Reads a document in a process where it can do no harm. */
  readonly factsOf: (path: string, withFindings: boolean) => Promise<LedgerFacts>;
  /** Who has it open, in words. */
  readonly openBy: (path: string) => Promise<string | undefined>;
  readonly sentence: (error: CommandError) => string;
  readonly readCache: () => Promise<string>;
  readonly writeCache: (text: string) => Promise<void>;
  /** Called when rows have changed. */
  readonly changed: () => void;
  readonly now: () => number;
  /** The day of a 点検, as 20261130. */
  readonly today: () => number;
}

/**
 * The index of a workspace folder: what was read of each file as long as its size and date stay the same. It is a cache: without
 * it everything is read anew. First every new or changed file is read, then the 点検 follows, and rows are shown as they come.
 */
export class WorkspaceIndex {
  #entries = new Map<string, IndexEntry>();
  #files: readonly FoundDocument[] = [];
  #open = new Map<string, string>();
  #fault: CommandError | undefined;
  #at: number | null = null;
  #running: Promise<void> | undefined;
  #isLoaded = false;
  #isStopped = false;

  constructor(
    readonly folder: string,
    private readonly tools: IndexTools,
  ) {}

  /** What is known now. */
  snapshot(): OfficeLedger {
    const rows = this.#files.map((file) => this.#rowOf(file)).filter((row) => row !== undefined);
    const documents = this.#files.filter(({ kind }) => kind === 'file');
    const unread = documents.filter(({ path }) => !isRead(this.#entries.get(path)));
    return {
      folder: this.folder,
      rows,
      unread: unread.length,
      unchecked: documents.filter(({ path }) => this.#needsCheck(path)).length,
      ...(this.#fault ? { fault: this.tools.sentence(this.#fault) } : {}),
      at: this.#at,
    };
  }

  /** The rows of last time, from the cache, before the folder has answered. */
  async load(): Promise<void> {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    const text = await this.tools.readCache().catch(() => '');
    const entries = readIndex(text, this.tools.program, this.folder);
    if (this.#files.length > 0) return;
    this.#entries = new Map(entries);
    this.#files = [...entries.keys()].map((path) => ({ kind: 'file', path, within: [] }));
  }

  /** Brings everything up to date; one at a time. */
  refresh(): Promise<void> {
    this.#running ??= this.#update().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Another folder is shown now: what is being read is not gone on with. */
  stop(): void {
    this.#isStopped = true;
  }

  async #update(): Promise<void> {
    await this.load();
    const before = JSON.stringify([[...this.#entries], [...this.#open]]);
    const found = await this.#look();
    if (!found) return;
    await this.#readAll((entry) => !isRead(entry), false);
    await this.#readAll((entry, path) => entry !== undefined && this.#needsCheck(path), true);
    if (JSON.stringify([[...this.#entries], [...this.#open]]) === before) return;
    this.tools.changed();
    await this.tools
      .writeCache(writeIndex(this.#entries, this.tools.program, this.folder))
      .catch(() => undefined);
  }

  /** Finds files, and forgets what was read of those that changed or are gone. A folder that is away leaves all as it was. */
  async #look(): Promise<boolean> {
    try {
      const files = await this.tools.filesIn(this.folder);
      const known = this.#entries;
      const entries = new Map<string, IndexEntry>();
      for (const { kind, path } of files)
        if (kind === 'file') entries.set(path, await this.#fresh(path, known));
      const wasAway = this.#fault !== undefined;
      [this.#files, this.#entries, this.#fault, this.#at] = [files, entries, undefined, this.tools.now()];
      this.#open = await this.#whoHas(files);
      if (wasAway || entries.size !== known.size) this.tools.changed();
      return true;
    } catch (thrown) {
      const wasThere = this.#fault === undefined;
      this.#fault = toCommandError(thrown);
      if (wasThere) this.tools.changed();
      return false;
    }
  }

  async #fresh(path: string, known: IndexEntries): Promise<IndexEntry> {
    const entry = known.get(path);
    try {
      const { size, modified } = await this.tools.statusOf(path);
      return entry?.size === size && entry.modified === modified ? entry : { size, modified };
    } catch (thrown) {
      return { size: -1, modified: -1, fault: toCommandError(thrown) };
    }
  }

  async #whoHas(files: readonly FoundDocument[]): Promise<Map<string, string>> {
    const open = new Map<string, string>();
    for (const { path } of files) {
      const holder = await this.tools.openBy(path);
      if (holder !== undefined) open.set(path, holder);
    }
    return open;
  }

  async #readAll(
    isWanted: (entry: IndexEntry | undefined, path: string) => boolean,
    withFindings: boolean,
  ): Promise<void> {
    let reportedAt = this.tools.now();
    for (const [path, entry] of this.#entries) {
      if (this.#isStopped) return;
      if (!isWanted(entry, path)) continue;
      this.#entries.set(path, await this.#read(path, entry, withFindings));
      if (this.tools.now() - reportedAt < CHANGE_INTERVAL) continue;
      reportedAt = this.tools.now();
      this.tools.changed();
    }
  }

  async #read(path: string, { size, modified }: IndexEntry, withFindings: boolean): Promise<IndexEntry> {
    try {
      const read = await this.tools.factsOf(path, withFindings);
      return { size, modified, read, ...(withFindings ? { checkedOn: this.tools.today() } : {}) };
    } catch (thrown) {
      return { size, modified, fault: toCommandError(thrown) };
    }
  }

  /** Rules have dates: findings of another day are looked for anew. */
  #needsCheck(path: string): boolean {
    const entry = this.#entries.get(path);
    return !entry?.fault && entry?.checkedOn !== this.tools.today();
  }

  #rowOf({ kind, path, ...found }: FoundDocument): OfficeRow | undefined {
    const file = relative(this.folder, path);
    const { read, fault } = this.#entries.get(path) ?? {};
    const error = 'error' in found ? found.error : fault;
    if (kind === 'closed' || error)
      return error && { path, row: { kind: 'fault', file, fault: this.tools.sentence(error) } };
    const openBy = this.#open.get(path);
    return (
      read && { path, row: { kind: 'document', file, ...read, ...(openBy === undefined ? {} : { openBy }) } }
    );
  }
}

/** How often rows are shown while many are read (ms). */
const CHANGE_INTERVAL = 1_000;

function isRead(entry: IndexEntry | undefined): boolean {
  return entry?.read !== undefined || entry?.fault !== undefined;
}
