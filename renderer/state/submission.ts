import { useMemo } from 'react';
import type { GateOverride } from '../../shared/assessment/acceptance';
import { checkDocument } from '../../shared/checks/check';
import { documentState } from '../../shared/checks/documentState';
import { gatesOf, stops, type Gate, type Purpose } from '../../shared/checks/gates';
import { undecidedChanges } from '../../shared/compare/undecided';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { refreshChecks, useChecks } from './checks';
import { allEditsSent, updateView, useDocument, type DocumentState } from './document';
import { readNeighbours } from './neighbours';
import { loadPrior, usePrior } from './prior';

/** 提出前チェック of the open document, as it is now. None while no document is open. */
export function gatesNow(purpose: Purpose): readonly Gate[] {
  refreshChecks();
  return gatesOfReport(purpose);
}

/** The same for a screen; it is judged anew when the 点検 or what stands beside the text has changed. */
export function useGates(purpose: Purpose): readonly Gate[] {
  const report = useChecks((state) => state.report);
  const view = useDocument((state) => state.view);
  const prior = usePrior((state) => state.assessment);
  const { review, leftover, comments, acceptances, rounds } = view ?? {};
  return useMemo(
    () => (report ? gatesOfReport(purpose) : []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what the gates read from the stores
    [report, purpose, prior, review, leftover, comments, acceptances, rounds],
  );
}

function gatesOfReport(purpose: Purpose): readonly Gate[] {
  const { report } = useChecks.getState();
  const { view, assessment } = useDocument.getState();
  if (!report || !view || !assessment) return [];
  const whole = checkDocument({ ...report.subject.input, wholeDocument: true });
  return gatesOf(whole, documentState(view, undecidedNow({ view, assessment })), purpose);
}

function undecidedNow({ view, assessment }: Required<DocumentState>) {
  const { assessment: prior, revision } = usePrior.getState();
  if (!prior || !revision || prior.form !== assessment.form) return [];
  return undecidedChanges(
    prior,
    assessment,
    view.rounds.find(({ id }) => id === revision.id),
  );
}

/** Everything that 提出前チェック reads is there. */
export async function prepareGates(): Promise<void> {
  await allEditsSent();
  await loadPrior();
  await readNeighbours();
}

/** The lines that would stop what is handed out. */
export function stopping(gates: readonly Gate[]): readonly Gate[] {
  return stops(gates) ? gates.filter(({ state }) => state === 'stop') : [];
}

/** Keeps the sentence with which a document is handed out all the same. */
export async function overrideGates(
  gates: readonly Gate[],
  purpose: Purpose,
  sentence: string,
): Promise<GateOverride | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  await allEditsSent();
  const stopped = stopping(gates).map(({ id, count }) => ({ gate: id, count }));
  const kept = await valueOrReport(
    shell.commands['document.override']({ session, override: { purpose, sentence, stopped } }),
  );
  const { view } = useDocument.getState();
  if (kept && view?.session === session) updateView(session, { overrides: [...view.overrides, kept] });
  return kept;
}
