import { useMemo } from 'react';
import { newRound, type Decision, type Round, type RowCells } from '../../../shared/assessment/round';
import type { RevisionInfo } from '../../../shared/commands/documents';
import { useDocument, useDocumentView } from '../../state/document';
import { keepRound } from '../../state/rounds';
import { recordStep } from './roundSteps';
import { CURRENT, useCompare } from './state';

/** Id of the older edition: as chosen, else the latest that came from outside or went out. */
function oldRevision(revisions: readonly RevisionInfo[], chosen: string | undefined): string | undefined {
  if (chosen !== undefined && (chosen === CURRENT || revisions.some(({ id }) => id === chosen)))
    return chosen;
  const prior = revisions.findLast(({ kind }) => kind !== 'manual' && kind !== 'merged') ?? revisions.at(-1);
  return prior?.id;
}

export function useOldRevision(): string | undefined {
  const { revisions } = useDocumentView();
  return oldRevision(
    revisions,
    useCompare((state) => state.older),
  );
}

/** What has been decided about the changes between the two editions that are shown. */
export function useRound(): Round {
  const { rounds } = useDocumentView();
  const older = useOldRevision();
  const newer = useCompare((state) => state.newer);
  const id = roundId(older, newer);
  return useMemo(() => roundOf(rounds, id), [rounds, id]);
}

function roundOf(rounds: readonly Round[], id: string): Round {
  return rounds.find((round) => round.id === id) ?? newRound(id);
}

function roundId(older: string | undefined, newer: string): string {
  return newer === CURRENT ? (older ?? CURRENT) : `${older ?? CURRENT}>${newer}`;
}

/** What a change of the round is about, for taking it back. */
interface Place {
  readonly place: string;
  /** Key of the change that is decided. */
  readonly change?: string;
}

/** Changes something of the round that is shown; it is kept with the document, and can be taken back. */
export function updateRound(
  change: (round: Round) => Partial<Omit<Round, 'id'>>,
  about: Place = { place: 'round' },
): void {
  const { view, assessment } = useDocument.getState();
  if (!view || !assessment) return;
  const { older, newer } = useCompare.getState();
  const before = roundOf(view.rounds, roundId(oldRevision(view.revisions, older), newer));
  const after = { ...before, ...change(before) };
  keepRound(after);
  recordStep({ session: view.session, before, after, assessment, at: Date.now(), ...about });
}

/** Decides one change; undefined takes the decision back. */
export function setDecision(key: string, decision: Decision | undefined): void {
  updateRound(
    ({ decisions }) => {
      const { [key]: _old, ...rest } = decisions;
      return { decisions: decision ? { ...rest, [key]: decision } : rest };
    },
    { place: `decision ${key}`, change: key },
  );
}

/** Sets the reason of a decision; continuous typing is one step. */
export function setReason(key: string, decision: Decision, reason: string): void {
  updateRound(({ decisions }) => ({ decisions: { ...decisions, [key]: { ...decision, reason } } }), {
    place: `reason ${key}`,
    change: key,
  });
}

/** Sets cells of a row that is not in the table yet. */
export function setDraftCells(row: string, cells: Partial<RowCells>): void {
  updateRound(({ drafts }) => ({ drafts: { ...drafts, [row]: { ...drafts[row], ...cells } } }), {
    place: `draft ${row} ${Object.keys(cells).join(' ')}`,
  });
}
