import { useMemo } from 'react';
import { newRound, type Decision, type Round, type RowCells } from '../../../shared/assessment/round';
import type { RevisionInfo } from '../../../shared/commands/documents';
import { useDocument, useDocumentView } from '../../state/document';
import { keepRound } from '../../state/rounds';
import { noteStep } from './roundSteps';
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

/** What a change of the round is about, for taking it back. */
interface Place {
  readonly place: string;
  /** Key of the change that is decided. */
  readonly change?: string;
}

/** Changes something of the round that is shown; it is kept with the document, and can be taken back. */
export function work(
  change: (round: Round) => Partial<Omit<Round, 'id'>>,
  about: Place = { place: 'round' },
): void {
  const { view, assessment } = useDocument.getState();
  if (!view || !assessment) return;
  const { old, young } = useCompare.getState();
  const before = roundOf(view.rounds, roundId(oldRevision(view.revisions, old), young));
  const after = { ...before, ...change(before) };
  keepRound(after);
  noteStep({ session: view.session, before, after, assessment, at: Date.now(), ...about });
}

/** Decides one change; undefined takes the decision back. */
export function decideFor(key: string, decision: Decision | undefined): void {
  work(
    ({ decisions }) => {
      const { [key]: _old, ...rest } = decisions;
      return { decisions: decision ? { ...rest, [key]: decision } : rest };
    },
    { place: `decision ${key}`, change: key },
  );
}

/** Words the reason of a decision; typing that goes on is one step. */
export function wordReason(key: string, decision: Decision, reason: string): void {
  work(({ decisions }) => ({ decisions: { ...decisions, [key]: { ...decision, reason } } }), {
    place: `reason ${key}`,
    change: key,
  });
}

/** Words cells of a row that does not stand in the table yet. */
export function draft(row: string, cells: Partial<RowCells>): void {
  work(({ drafts }) => ({ drafts: { ...drafts, [row]: { ...drafts[row], ...cells } } }), {
    place: `draft ${row} ${Object.keys(cells).join(' ')}`,
  });
}
