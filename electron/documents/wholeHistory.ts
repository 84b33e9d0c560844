import type { HistoryLog } from '../../shared/assessment/historyLog';
import type { DocumentContent } from './content';

/** The document whose history it is. */
export interface HistoryOwner {
  /** As it is now. */
  readonly history: () => HistoryLog;
  /** Takes the records that were read, with those made meanwhile. */
  readonly completed: (whole: HistoryLog) => void;
}

/** Reads the records of a document that were not read at its opening. */
export class WholeHistory {
  #reading: Promise<HistoryLog> | undefined;

  constructor(
    private readonly content: DocumentContent,
    private readonly owner: HistoryOwner,
  ) {}

  /** All records. Edits are accepted while they are read. Throws a `Failure` where the store cannot be asked. */
  read(): Promise<HistoryLog> {
    const history = this.owner.history();
    const { earlier } = history;
    if (earlier === 0) return Promise.resolve(history);
    this.#reading ??= this.readEarlier(earlier).finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  /** While the store is there: should it end and the file be out of reach, text is saved from memory. */
  readSoon(): void {
    this.read().catch(() => undefined);
  }

  /** The step before may be among records that are not here yet. Where they cannot be read now, the next edit tries again. */
  async readNextUndo(): Promise<void> {
    if (!this.owner.history().stacks.done) await this.read().catch(() => undefined);
  }

  private async readEarlier(count: number): Promise<HistoryLog> {
    const records = await this.content.earliest(count);
    const whole = this.owner.history().completed(records);
    this.owner.completed(whole);
    return whole;
  }
}
