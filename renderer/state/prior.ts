import { create } from 'zustand';
import { alignEntryIds } from '../../shared/compare/alignEntryIds';
import { sameValue } from '../../shared/assessment/values';
import type { Path } from '../../shared/assessment/path';
import type { Assessment, Value } from '../../shared/assessment/types';
import type { RevisionInfo } from '../../shared/commands/documents';
import { shell } from '../shell';
import { useDocument } from './document';

/** Last year's assessment, where the document holds it, and whether its wording is shown under what changed. */
interface PriorState {
  readonly revision?: RevisionInfo;
  readonly assessment?: Assessment;
  readonly shown: boolean;
}

export const usePrior = create<PriorState>(() => ({ shown: true }));

export function togglePrior(): void {
  usePrior.setState(({ shown }) => ({ shown: !shown }));
}

/** Reads the revision that the document is compared with: the latest that was published, submitted or imported. */
export async function loadPrior(): Promise<void> {
  const view = useDocument.getState().view;
  const revision = view?.revisions.findLast(({ kind }) => kind !== 'manual' && kind !== 'merged');
  if (!view || !revision) {
    usePrior.setState({ revision: undefined, assessment: undefined });
    return;
  }
  if (usePrior.getState().revision?.id === revision.id) return;
  const answer = await shell.commands['document.revision']({ session: view.session, id: revision.id });
  usePrior.setState(
    answer.ok
      ? { revision, assessment: alignEntryIds(answer.value, view.assessment) }
      : { revision: undefined, assessment: undefined },
  );
}

/** Last year's value of an item that changed since: `{ before }`; undefined where it is the same or there is no last year. */
export function usePriorValue(path: Path): { readonly before: Value | undefined } | undefined {
  const prior = usePrior((state) => state.assessment);
  const changed = useDocument(
    ({ assessment }) => prior && assessment && !sameValue(prior.values[path], assessment.values[path]),
  );
  return prior && changed ? { before: prior.values[path] } : undefined;
}
