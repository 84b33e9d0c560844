import type { StoredDocument, WorkingDocument } from './document';
import { HistoryLog } from './historyLog';

/** A stored document, ready to be edited. */
export function workingDocument(document: StoredDocument): WorkingDocument {
  return { ...document, history: HistoryLog.of(document.history) };
}

/** The whole history as a list, to be handed to another process. */
export function storedDocument(document: WorkingDocument): StoredDocument {
  return { ...document, history: document.history.toArray() };
}
