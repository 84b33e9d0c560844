import { create } from 'zustand';
import type { OtherAssessment } from '../../shared/checks/types';
import type { Neighbour } from '../../shared/commands/checks';
import { shell } from '../shell';
import { useDocument } from './document';

/** The other assessments of the agency in the folder of the open document, as they were when they were read. */
export interface NeighboursState {
  /** The session they belong to. */
  readonly session?: string | undefined;
  /** 組になる評価書. */
  readonly partner?: Neighbour | undefined;
  readonly others?: readonly OtherAssessment[] | undefined;
  readonly readAt?: number | undefined;
  readonly isPartial: boolean;
  readonly isReading: boolean;
}

const NONE: NeighboursState = { isPartial: false, isReading: false };

export const useNeighbours = create<NeighboursState>(() => NONE);

/** So long (ms) what was read is taken as it is: reading a folder on a share takes its time. */
const FRESH_MS = 5_000;

function isDue({ readAt = 0 }: NeighboursState, when: 'once' | 'whenOld' | 'now'): boolean {
  return when === 'now' || (when === 'whenOld' && Date.now() - readAt >= FRESH_MS);
}

/** Reads them once for each opening; else anew, as another window or person may have written meanwhile. */
export async function readNeighbours(when: 'once' | 'whenOld' | 'now' = 'once'): Promise<void> {
  const session = useDocument.getState().view?.session;
  const known = useNeighbours.getState();
  const isKnown = known.session === session;
  if (!session || known.isReading || (isKnown && !isDue(known, when))) return;
  useNeighbours.setState({ ...(isKnown ? known : NONE), session, isReading: true }, true);
  const answer = await shell.commands['checks.neighbours']({ session });
  if (useDocument.getState().view?.session !== session) {
    useNeighbours.setState(NONE, true);
    return;
  }
  // Without them the rules that need them are listed as not checked; nothing else depends on it.
  if (!answer.ok) {
    useNeighbours.setState({ isReading: false });
    return;
  }
  const { partner, others, isPartial } = answer.value;
  useNeighbours.setState(
    {
      session,
      isPartial,
      isReading: false,
      readAt: Date.now(),
      ...(partner ? { partner } : {}),
      ...(others.length > 0 ? { others } : {}),
    },
    true,
  );
}
