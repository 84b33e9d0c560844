import { create } from 'zustand';
import type { Assessment } from '../../../shared/assessment/types';
import { alignEntryIds } from '../../../shared/compare/alignEntryIds';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { useDocument } from '../../state/document';

/** The present text, as a choice beside the revisions. */
export const NOW = 'now';

export type Filter = 'all' | 'marked' | 'undecided' | 'wording' | 'entry' | 'form' | 'unrowed';

/** What the person looks at. */
export interface CompareState {
  /** Id of a revision; absent: the latest that was not made by hand. */
  readonly old?: string | undefined;
  readonly young: string;
  /** Revisions read so far, by id. */
  readonly read: Readonly<Record<string, Assessment>>;
  readonly filter: Filter;
  /** Key of a section; absent: all. */
  readonly section?: string | undefined;
  readonly tab: 'changes' | 'rows';
  readonly whole: boolean;
  readonly inline: boolean;
  /** Key of the change that is looked at. */
  readonly chosen?: string | undefined;
}

const FRESH: CompareState = {
  young: NOW,
  read: {},
  filter: 'all',
  tab: 'changes',
  whole: false,
  inline: false,
};

export const useCompare = create<CompareState>(() => FRESH);

export const look = (patch: Partial<CompareState>): void => useCompare.setState(patch);

let session: string | undefined;

/** Another document begins with the latest edition and every change. */
export function enter(current: string): void {
  if (session !== current) useCompare.setState(FRESH, true);
  session = current;
}

/** Reads a revision once. */
export async function readRevision(id: string): Promise<void> {
  const { view } = useDocument.getState();
  if (!view || id === NOW || useCompare.getState().read[id]) return;
  const assessment = await valueOrReport(shell.commands['document.revision']({ session: view.session, id }));
  const now = useDocument.getState().assessment;
  if (!assessment || !now) return;
  useCompare.setState(({ read }) => ({ read: { ...read, [id]: alignEntryIds(assessment, now) } }));
}
