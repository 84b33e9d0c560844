import { fileFailure } from '../files/faults';
import type { Cancel, Clock } from '../machine/machine';
import type { CommandError } from '../../shared/commands/result';
import type { SaveState } from '../../shared/commands/documents';

/** When to write (ms). */
export interface SaveTiming {
  /** After so long without a change the file is written. */
  readonly quiet: number;
  /** While changes keep coming it is written at least this often. */
  readonly most: number;
  /** Waits before new tries after a failure; the last one repeats. */
  readonly again: readonly number[];
}

export const SAVE_TIMING: SaveTiming = {
  quiet: 300,
  most: 1_000,
  again: [1_000, 2_000, 5_000, 10_000, 30_000],
};

/** Writing again by itself would not help here: a person must decide. */
const decisions: ReadonlySet<string> = new Set(['fileChangedOutside', 'lockLost']);

export interface SaverEdges {
  readonly path: string;
  readonly timing: SaveTiming;
  readonly clock: Clock;
  /** Writes the file; answers the number of the latest change it holds. */
  readonly write: () => Promise<number>;
  readonly emit: (state: SaveState) => void;
}

/**
 * Decides when the file is written and knows, truthfully, where the typed text is. Changes are numbered; `changed`
 * is the latest one made, `saved` the latest in the file, `unkept` are those that neither the journal of this PC nor the file has.
 */
export class Saver {
  #changed: number;
  readonly #unkept = new Set<number>();
  #saved: number;
  #savedAt: number;
  #keptAt: number;
  #failure: CommandError | undefined;
  /** Changes that are on their way into the journal. */
  #keeping = 0;
  #tries = 0;
  #cancel: Cancel | undefined;
  #waitingSince: number | undefined;
  #writing: Promise<void> = Promise.resolve();
  #ended = false;
  #lastKeeping: Promise<unknown> = Promise.resolve();
  #path: string;
  #emitted = '';

  constructor(
    private readonly edges: SaverEdges,
    start: { readonly changed: number; readonly saved: number },
  ) {
    this.#path = edges.path;
    this.#changed = start.changed;
    this.#saved = start.saved;
    this.#savedAt = this.#keptAt = edges.clock.now();
    if (start.changed > start.saved) this.plan(0);
  }

  get state(): SaveState {
    if (this.#saved >= this.#changed) return { kind: 'saved', at: this.#savedAt };
    if (!this.#failure) return { kind: 'saving' };
    if (this.#unkept.size === 0) return { kind: 'kept', at: this.#keptAt, error: this.#failure };
    return this.#keeping > 0 ? { kind: 'saving' } : { kind: 'unkept', error: this.#failure };
  }

  /**
   * A change was made. `kept` resolves once it is in the journal. Resolves once the change is on a disk or, where neither journal
   * nor file can be written, once `state` says so.
   */
  async changed(n: number, kept: Promise<void>): Promise<void> {
    this.#changed = n;
    this.#waitingSince ??= this.edges.clock.now();
    this.#keeping += 1;
    this.#unkept.add(n);
    this.planQuiet();
    this.emit();
    const keeping = kept.then(
      () => this.wasKept(n),
      () => this.wasNotKept(),
    );
    this.#lastKeeping = Promise.all([this.#lastKeeping, keeping]);
    await keeping;
    // Without a journal only the file is left: the change is answered when that was written, or could not be.
    if (this.#unkept.has(n)) await this.now();
  }

  /** When all changes made so far are in the journal, or known not to be. */
  async keptAll(): Promise<void> {
    await this.#lastKeeping;
  }

  /** Writes what is not written yet, now; answers the true state. One writing follows the other. */
  async now(): Promise<SaveState> {
    this.#cancel?.();
    await this.inTurn(() => (this.isBehind ? this.attempt() : Promise.resolve()));
    this.emit();
    return this.state;
  }

  /** Does something with the file while nothing is written to it. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(work);
    this.#writing = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** The document is in another file now, with all changes up to `n`. What came later is written there. */
  moved(path: string, n: number): void {
    this.#path = path;
    this.wasSaved(n);
    this.emit();
    if (this.isBehind) this.planQuiet();
  }

  /** Nothing is written any more. */
  end(): void {
    this.#ended = true;
    this.#cancel?.();
  }

  private get isBehind(): boolean {
    return this.#saved < this.#changed && !this.#ended;
  }

  private wasKept(n: number): void {
    this.#keeping -= 1;
    this.#unkept.delete(n);
    this.#keptAt = this.edges.clock.now();
    this.emit();
  }

  private wasNotKept(): void {
    this.#keeping -= 1;
    this.emit();
  }

  private planQuiet(): void {
    const waited = this.edges.clock.now() - (this.#waitingSince ?? this.edges.clock.now());
    this.plan(Math.max(0, Math.min(this.edges.timing.quiet, this.edges.timing.most - waited)));
  }

  private plan(delay: number): void {
    this.#cancel?.();
    if (!this.#ended) this.#cancel = this.edges.clock.after(delay, () => void this.now());
  }

  private async attempt(): Promise<void> {
    this.#waitingSince = undefined;
    try {
      this.wasSaved(await this.edges.write());
    } catch (error) {
      this.#failure = fileError(error, this.#path);
      this.planAgain(this.#failure);
    }
  }

  private wasSaved(n: number): void {
    this.#saved = n;
    this.#savedAt = this.edges.clock.now();
    this.#failure = undefined;
    for (const change of this.#unkept) if (change <= n) this.#unkept.delete(change);
    this.#tries = 0;
  }

  private planAgain(failure: CommandError): void {
    const { again } = this.edges.timing;
    if (decisions.has(failure.code)) return;
    this.plan(again[Math.min(this.#tries, again.length - 1)] ?? 0);
    this.#tries += 1;
  }

  private emit(): void {
    const { state } = this;
    const text = JSON.stringify(state);
    if (text === this.#emitted) return;
    this.#emitted = text;
    this.edges.emit(state);
  }
}

function fileError(thrown: unknown, path: string): CommandError {
  const { code, params } = fileFailure(thrown, path);
  return { code, params };
}
