import { gather, NO_STEPS, stacksAfter, type EditRecord, type History, type UndoStacks } from './history';
import { itemsOfStack, push, type Stack } from './stack';

/**
 * The history of a document that is being edited, immutable. Appending a record costs the same at 100 and at 100,000 records;
 * what can be undone and redone is kept up to date with it. The oldest records may still be in the store (`earlier`).
 */
export class HistoryLog implements Iterable<EditRecord> {
  static readonly empty = new HistoryLog(undefined, NO_STEPS, NO_STEPS, 0);

  private constructor(
    private readonly records: Stack<EditRecord>,
    private readonly stacksBeforeLast: UndoStacks,
    /** What can be undone and redone, as far as it follows from the records that are here. */
    readonly stacks: UndoStacks,
    /** How many records are before those that are here. */
    readonly earlier: number,
  ) {}

  /** The records as they are, oldest first; none of them is gathered into another. `earlier` more are not here yet. */
  static of(history: Iterable<EditRecord>, earlier = 0): HistoryLog {
    let log = new HistoryLog(undefined, NO_STEPS, NO_STEPS, earlier);
    for (const record of history) log = log.added(record);
    return log;
  }

  /** The same history with the records that were not here yet. */
  completed(earlier: History): HistoryLog {
    return HistoryLog.of([...earlier, ...this.toArray()]);
  }

  get length(): number {
    return this.earlier + (this.records?.size ?? 0);
  }

  get last(): EditRecord | undefined {
    return this.records?.top;
  }

  /** The number of the latest record, 0 where there is none. */
  get lastSeq(): number {
    return this.last?.seq ?? 0;
  }

  /** The history with one more record; typing that continues is gathered into the last one, as in `withRecord`. */
  appended(record: EditRecord): HistoryLog {
    const gathered = this.last && gather(this.last, record);
    return gathered ? this.withoutLast().added(gathered) : this.added(record);
  }

  /** Those that are here, oldest first. */
  [Symbol.iterator](): Iterator<EditRecord> {
    return this.toArray().values();
  }

  /** Those that are here, oldest first. */
  toArray(): EditRecord[] {
    return itemsOfStack(this.records);
  }

  private added(record: EditRecord): HistoryLog {
    const stacks = stacksAfter(this.stacks, record);
    return new HistoryLog(push(this.records, record), this.stacks, stacks, this.earlier);
  }

  /** Only a stage on the way to `added`: what precedes the second last record is not known any more. */
  private withoutLast(): HistoryLog {
    return new HistoryLog(this.records?.below, NO_STEPS, this.stacksBeforeLast, this.earlier);
  }
}
