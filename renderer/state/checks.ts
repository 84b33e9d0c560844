import { create } from 'zustand';
import { changedValues } from '../../shared/checks/changedValues';
import { checkDocument, recheck, type CheckReport } from '../../shared/checks/check';
import { judgedFindings, type JudgedFinding } from '../../shared/checks/judged';
import type { CheckInput, Finding } from '../../shared/checks/types';
import { headingReader } from '../../shared/headings/reader';
import { useDocument, type DocumentState } from './document';
import { useKnowledge } from './knowledge';
import { useNeighbours } from './neighbours';
import { previousEdition } from './previousEdition';
import { usePrior } from './prior';
import { dayNumber } from '../../shared/japanese/days';

/** The latest 点検 of the open document. */
export interface ChecksState {
  readonly report?: CheckReport | undefined;
  /** Every finding in the order of the paper, with its acceptance. */
  readonly judged: readonly JudgedFinding[];
  /** Milliseconds since 1970 UTC. */
  readonly checkedAt?: number | undefined;
}

const NOTHING: ChecksState = { judged: [] };

export const useChecks = create<ChecksState>(() => NOTHING);

/** The findings that nobody has accepted. */
export function openFindings({ judged }: Pick<ChecksState, 'judged'>): readonly Finding[] {
  return judged.flatMap(({ finding, acceptance }) => (acceptance ? [] : [finding]));
}

/** Brings the 点検 up to date; after typing only what the text touches is judged anew. */
export function refreshChecks(): ChecksState {
  const state = useDocument.getState();
  const input = inputOf(state);
  if (!input) return reset();
  const report = nextReport(useChecks.getState().report, input);
  const next = {
    report,
    judged: judgedFindings(report, state.view?.acceptances ?? []),
    checkedAt: Date.now(),
  };
  useChecks.setState(next, true);
  return next;
}

function reset(): ChecksState {
  useChecks.setState(NOTHING, true);
  return NOTHING;
}

function nextReport(before: CheckReport | undefined, input: CheckInput): CheckReport {
  if (!before) return checkDocument(input);
  return recheck(before, input, changedValues(before.subject.input.assessment, input.assessment));
}

const readHeading = headingReader();

function inputOf({ assessment, view }: DocumentState): CheckInput | undefined {
  if (!assessment || !view) return undefined;
  const previous = previousEdition(usePrior.getState().assessment, assessment.form);
  const knowledge = useKnowledge.getState().inUse?.imported?.knowledge;
  const { session, partner, others } = useNeighbours.getState();
  const isOwn = session === view.session;
  return {
    assessment,
    referenceDate: today(),
    readHeading,
    ...(knowledge ? { knowledge } : {}),
    ...(previous ? { previous } : {}),
    ...(isOwn && partner ? { partner: partner.assessment } : {}),
    ...(isOwn && others ? { others } : {}),
  };
}

/** 基準日 of a draft, as 20241001. */
export function today(): number {
  return dayNumber(Date.now());
}
