import { useMemo } from 'react';
import { newRound, type Decision, type Round, type RowCells } from '../../../shared/assessment/round';
import type { RevisionInfo } from '../../../shared/commands/documents';
import { useDocument, useDocumentView } from '../../state/document';
import { keepRound } from '../../state/rounds';
import { NOW, useCompare } from './state';

/** Id of the older edition: as chosen, else the latest that came from outside or went out. */
function oldRevision(revisions: readonly RevisionInfo[], chosen: string | undefined): string | undefined {
  if (chosen !== undefined && (chosen === NOW || revisions.some(({ id }) => id === chosen))) return chosen;
  const prior = revisions.findLast(({ kind }) => kind !== 'manual' && kind !== 'merged') ?? revisions.at(-1);
  return prior?.id;
}

export function useOldRevision(): string | undefined {
  const { revisions } = useDocumentView();
  return oldRevision(
    revisions,
    useCompare((state) => state.old),
  );
}

/** What has been decided about the changes between the two editions that are shown. */
export function useRound(): Round {
  const { rounds } = useDocumentView();
  const old = useOldRevision();
  const young = useCompare((state) => state.young);
  const id = roundId(old, young);
  return useMemo(() => roundOf(rounds, id), [rounds, id]);
}

function roundOf(rounds: readonly Round[], id: string): Round {
  return rounds.find((round) => round.id === id) ?? newRound(id);
}

function roundId(old: string | undefined, young: string): string {
  return young === NOW ? (old ?? NOW) : `${old ?? NOW}>${young}`;
}

/** Changes something of the round that is shown; it is kept with the document. */
export function work(change: (round: Round) => Partial<Omit<Round, 'id'>>): void {
  const { view } = useDocument.getState();
  if (!view) return;
  const { old, young } = useCompare.getState();
  const round = roundOf(view.rounds, roundId(oldRevision(view.revisions, old), young));
  keepRound({ ...round, ...change(round) });
}

/** Decides one change; undefined takes the decision back. */
export function decideFor(key: string, decision: Decision | undefined): void {
  work(({ decisions }) => {
    const { [key]: _old, ...rest } = decisions;
    return { decisions: decision ? { ...rest, [key]: decision } : rest };
  });
}

/** Words cells of a row that does not stand in the table yet. */
export function draft(row: string, cells: Partial<RowCells>): void {
  work(({ drafts }) => ({ drafts: { ...drafts, [row]: { ...drafts[row], ...cells } } }));
}
