import {
  applyToWorking,
  withoutBytes,
  type DocumentChange,
  type WorkingDocument,
} from '../../shared/assessment/document';
import { redoOf, undoOf, type EditRecord } from '../../shared/assessment/history';
import type { EditRequest } from '../../shared/commands/documents';

/** Who makes an edit, and when (ms). */
export type Making = Pick<EditRecord, 'at' | 'author'>;

/** The changes that edits made one after the other on this document are. The edits must fit it. */
export function changesOf(
  document: WorkingDocument,
  requests: readonly EditRequest[],
  making: Making,
): readonly DocumentChange[] {
  let now = document;
  return requests.map((request) => {
    const change: DocumentChange = { kind: 'edit', record: recordOf(now, request, making) };
    now = applyToWorking(now, withoutBytes(change));
    return change;
  });
}

/** A window's own undo counts as one only where it takes back the same step; else it is an edit like others. */
function recordOf(
  { history }: WorkingDocument,
  { edit, act, label }: EditRequest,
  making: Making,
): EditRecord {
  const expected =
    act === 'undo' ? undoOf(history.stacks) : act === 'redo' ? redoOf(history.stacks) : undefined;
  const isStep = act !== undefined && JSON.stringify(expected) === JSON.stringify(edit);
  return {
    seq: history.lastSeq + 1,
    ...making,
    edit,
    ...(isStep ? { act } : {}),
    ...(label ? { label } : {}),
  };
}
