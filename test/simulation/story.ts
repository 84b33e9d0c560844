import type { CallTarget } from './world/targets';
import type { Reach } from './world/mount';
import type { PcSettings, Strike } from './world/pc';

/** Everything that is decided before the world begins. What the world draws while it runs follows from `seed`. */
export interface Story {
  readonly seed: string;
  readonly share: SharePlan;
  readonly pcs: readonly PcPlan[];
  readonly documents: readonly DocumentPlan[];
  readonly faults: readonly Fault[];
  /** `DocumentEdges.rebaseAt`. */
  readonly rebaseAt: number;
  /** The file format of the program instead of the small one. */
  readonly isRealFormat: boolean;
}

export interface SharePlan {
  /** Number in `SHARE_KINDS`. */
  readonly kind: number;
  /** Clock of the server minus the true time (ms). */
  readonly offset: number;
  /** How long the PCs believe what they have heard of a name (ms). */
  readonly remembers: number;
  /** How long (ms) a PC may sleep while a request is under way so that the request still arrives after it wakes. */
  readonly connectionLasts: number;
}

export interface PcPlan extends PcSettings {
  /** Number in `LOCAL_KINDS`. */
  readonly kind: number;
  /** Each has a program with settings and journals of its own, as on a terminal server. */
  readonly people: readonly PersonPlan[];
}

export interface PersonPlan {
  readonly name: string;
  /** What is opened in each window where an action finds nothing open: numbers in `Story.documents`. */
  readonly documents: readonly [number, number];
  readonly actions: readonly Action[];
}

export interface DocumentPlan {
  readonly path: string;
  /** Written by an earlier version of the program. */
  readonly isOlder: boolean;
}

export interface Action {
  /** Rest after the action before (ms). */
  readonly after: number;
  readonly window: 0 | 1;
  /** The next action does not wait for the answer to this one. */
  readonly isEager: boolean;
  readonly act: Act;
}

export type Act =
  | { readonly kind: 'open'; readonly document: number; readonly readOnly: boolean }
  /** Edits in one call. */
  | { readonly kind: 'type'; readonly edits: number; readonly field: number }
  | { readonly kind: 'attach'; readonly size: number }
  | { readonly kind: 'saveAs'; readonly path: string }
  | { readonly kind: 'comment' | 'undo' | 'redo' | 'save' | 'close' | 'takeOver' | 'lookAgain' | 'overwrite' }
  | { readonly kind: 'quit' | 'begin' | 'recover' };

/** Calls of one name (as in `Call.name`) on files of one kind. */
export interface CallPattern {
  readonly call: string;
  readonly target: CallTarget;
}

/** `pc`: a number in `Story.pcs`. */
export type Fault =
  /** At the n-th call that the programs of a PC make. */
  | { readonly kind: 'strike'; readonly pc: number; readonly call: number; readonly strike: Strike }
  /** At the n-th such call. */
  | (CallPattern & {
      readonly kind: 'strikeAt';
      readonly pc: number;
      readonly nth: number;
      readonly strike: Strike;
    })
  /** From the n-th such call on; `fault.at` counts from there. */
  | (CallPattern & {
      readonly kind: 'from';
      readonly pc: number;
      readonly nth: number;
      readonly fault: TimedFault;
    })
  | TimedFault;

/** `at`, `for`: milliseconds of the world. */
export type TimedFault =
  /** Every such call fails. */
  | (CallPattern & {
      readonly kind: 'failing';
      readonly pc: number;
      readonly at: number;
      readonly for: number;
      readonly strike: Strike & { readonly kind: 'error' };
    })
  | {
      readonly kind: 'away';
      readonly pc: number;
      readonly at: number;
      readonly for: number;
      readonly reach: Reach;
      readonly keepsHandles: boolean;
    }
  /** `storeGone`: the processes that hold the open documents end. */
  | { readonly kind: 'killed' | 'powerCut' | 'storeGone'; readonly pc: number; readonly at: number }
  | { readonly kind: 'asleep'; readonly pc: number; readonly at: number; readonly for: number }
  | { readonly kind: 'clock'; readonly pc: number; readonly at: number; readonly by: number }
  /** The file server loses its cache and all connections. */
  | { readonly kind: 'serverCrash'; readonly at: number }
  /** `pc` absent: the share. */
  | {
      readonly kind: 'full';
      readonly pc?: number;
      readonly at: number;
      readonly for: number;
      readonly code: 'ENOSPC' | 'EDQUOT';
    }
  | { readonly kind: 'readOnly'; readonly pc?: number; readonly at: number; readonly for: number }
  /** A virus scanner has the file open. */
  | { readonly kind: 'held'; readonly document: number; readonly at: number; readonly for: number }
  /** Somebody writes the file with another program, without a lock. */
  | { readonly kind: 'outside'; readonly document: number; readonly at: number };
