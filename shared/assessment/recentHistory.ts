import { HISTORY_GAP, NO_STEPS, stacksAfter, type EditRecord } from './history';

/** How many records a session is given at once when a document is opened; older ones are read when they are needed. */
export const RECENT_RECORDS = 200;

/** A history whose records are read one by one. */
export interface RecordSource {
  readonly length: number;
  /** The record at a position, 0 = oldest. */
  readonly recordAt: (position: number) => EditRecord | undefined;
}

/**
 * The position of the first record that is needed to continue a history: at least the latest `wanted` records (1 or more), and so
 * many more that what can be undone and redone follows from them as far as they reach. Something can be undone after them if
 * anything can be undone after the whole history.
 */
export function recentStart(history: RecordSource, wanted: number): number {
  for (let count = wanted; ; count *= 2) {
    const start = stepAtOrBefore(history, Math.max(0, history.length - count));
    if (start === 0 || isEnough(history, start)) return start;
  }
}

/** After a step nothing can be redone, whatever was before it. */
function stepAtOrBefore({ recordAt }: RecordSource, position: number): number {
  let at = position;
  while (at > 0 && !isStep(recordAt(at))) at--;
  return at;
}

function isStep(record: EditRecord | undefined): boolean {
  return record !== undefined && record.act === undefined && stacksAfter(NO_STEPS, record).done !== undefined;
}

function isEnough({ length, recordAt }: RecordSource, start: number): boolean {
  let stacks = NO_STEPS;
  for (let at = start; at < length; at++) {
    const record = recordAt(at);
    // Nothing before a gap can be undone; the start of the history is searched for the few documents that have one here.
    if (!record || record.label === HISTORY_GAP) return false;
    if (record.act === 'undo' && !stacks.done) return false;
    stacks = stacksAfter(stacks, record);
  }
  return stacks.done !== undefined;
}
