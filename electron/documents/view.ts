import type { ImportSource, WorkingDocument } from '../../shared/assessment/document';
import { redoOf, undoOf } from '../../shared/assessment/history';
import type { DocumentView, Steps } from '../../shared/commands/documents';
import { titleOf } from '../files/names';

/** What a view says besides the document itself. */
export type ViewFacts = Pick<DocumentView, 'session' | 'path' | 'access' | 'state' | 'notices'>;

/** What a window is told of an open document. Revisions come without their text, the source without its blocks. */
export function viewOf(document: WorkingDocument, facts: ViewFacts): DocumentView {
  const { id, assessment, revisions, comments, leftover, review, rounds, source } = document;
  const { acceptances, thresholds, overrides, progress } = document;
  return {
    ...facts,
    documentId: id,
    name: titleOf(facts.path),
    assessment,
    seq: document.history.lastSeq,
    steps: stepsOf(document),
    revisions: revisions.map(({ assessment: _omitted, ...info }) => info),
    comments,
    leftover,
    review,
    rounds,
    acceptances,
    thresholds,
    overrides,
    progress,
    source: source ? withoutBlocks(source) : null,
  };
}

export function stepsOf({ history: { stacks } }: WorkingDocument): Steps {
  return { canUndo: undoOf(stacks) !== undefined, canRedo: redoOf(stacks) !== undefined };
}

function withoutBlocks({
  blocks: _blocks,
  places: _places,
  ...rest
}: ImportSource): Omit<ImportSource, 'blocks'> {
  return rest;
}
