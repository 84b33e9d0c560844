import type { StoredDocument, WorkingDocument } from './document';
import { gapRecord, type EditRecord, type History } from './history';
import { HistoryLog } from './historyLog';

/** A stored document, ready to be edited; `earlier` records of its history are not in it yet. */
export function workingDocument(document: StoredDocument, earlier = 0): WorkingDocument {
  return { ...document, history: HistoryLog.of(document.history, earlier) };
}

/**
 * The history as a list, to be handed to another process. Where its oldest records are not here, a record says that they are
 * missing.
 */
export function storedDocument(document: WorkingDocument): StoredDocument {
  const records = document.history.toArray();
  return { ...document, history: document.history.earlier > 0 ? [gapBefore(records), ...records] : records };
}

/** Numbered as the record before the first one that is here. */
function gapBefore([first]: History): EditRecord {
  return gapRecord({ seq: Math.max(1, (first?.seq ?? 1) - 1), at: first?.at ?? 0 });
}
