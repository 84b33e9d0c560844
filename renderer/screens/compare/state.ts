import { create } from 'zustand';
import type { Assessment } from '../../../shared/assessment/types';
import { alignEntryIds } from '../../../shared/compare/alignEntryIds';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { useDocument } from '../../state/document';

/** The present text, as a choice beside the revisions. */
export const CURRENT = 'now';

export type Filter = 'all' | 'marked' | 'undecided' | 'wording' | 'entry' | 'form' | 'unrowed';

/** What the screen shows. */
export interface CompareState {
  /** Id of a revision; absent: the latest that is not `manual`. */
  readonly older?: string | undefined;
  readonly newer: string;
  /** Revisions read so far, by id. */
  readonly revisions: Readonly<Record<string, Assessment>>;
  readonly filter: Filter;
  /** Key of a section; absent: all. */
  readonly section?: string | undefined;
  readonly tab: 'changes' | 'rows';
  readonly whole: boolean;
  readonly inline: boolean;
  /** Key of the selected change. */
  readonly chosen?: string | undefined;
}

const INITIAL: CompareState = {
  newer: CURRENT,
  revisions: {},
  filter: 'all',
  tab: 'changes',
  whole: false,
  inline: false,
};

export const useCompare = create<CompareState>(() => INITIAL);

export const setViewState = (patch: Partial<CompareState>): void => useCompare.setState(patch);

let session: string | undefined;

/** Another document begins with the latest edition and every change. */
export function enterComparison(current: string): void {
  if (session !== current) useCompare.setState(INITIAL, true);
  session = current;
}

/** Reads a revision once. */
export async function readRevision(id: string): Promise<void> {
  const { view } = useDocument.getState();
  if (!view || id === CURRENT || useCompare.getState().revisions[id]) return;
  const assessment = await valueOrReport(shell.commands['document.revision']({ session: view.session, id }));
  const now = useDocument.getState().assessment;
  if (!assessment || !now) return;
  useCompare.setState(({ revisions }) => ({
    revisions: { ...revisions, [id]: alignEntryIds(assessment, now) },
  }));
}
