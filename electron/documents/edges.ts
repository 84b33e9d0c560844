import type { NewId } from '../../shared/assessment/create';
import type { Author } from '../../shared/assessment/history';
import type { SaveState } from '../../shared/commands/documents';
import { REBASE_AT } from '../files/journal/journal';
import type { Machine } from '../machine/machine';
import { realMachine } from '../machine/real';
import { SAVE_TIMING, type SaveTiming } from './saver';

/** Everything outside the document service. The application and each test give their own. */
export interface DocumentEdges {
  /** Folder of this PC for journals and for generations that cannot stand beside their document. */
  readonly userData: string;
  /** Folder for new documents; made when it is first needed. */
  readonly workspace: () => string;
  /** Whoever works at this PC now. */
  readonly author: () => Author;
  /** 評価実施機関名 that new assessments begin with; empty: none. */
  readonly agency: () => string;
  /** Version of the program, noted in every file. */
  readonly program: string;
  readonly newId: NewId;
  /** The PC that the program runs on: its disk, its clock. */
  readonly machine: Machine;
  /** A document was opened, other than a kept generation. */
  readonly opened: (path: string) => void;
  readonly emitState: (session: string, state: SaveState) => void;
  readonly timing: SaveTiming;
  /** At this size of its list of changes a journal begins anew (bytes). */
  readonly rebaseAt: number;
}

export const usualEdges = { machine: realMachine, timing: SAVE_TIMING, rebaseAt: REBASE_AT };
