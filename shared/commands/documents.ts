import { z } from 'zod';
import type { Acceptance, GateOverride } from '../assessment/acceptance';
import {
  newAcceptanceSchema,
  newOverrideSchema,
  newProgressSchema,
  newThresholdSchema,
  revisionKinds,
  roundSchema,
  withholdSchema,
} from '../assessment/documentSchema';
import type { Comment, ImportSource, LeftoverText, ReviewMark, Revision } from '../assessment/document';
import type { Edit } from '../assessment/edit';
import type { ProgressRecord } from '../assessment/progress';
import type { Round } from '../assessment/round';
import type { ItemChange } from '../assessment/history';
import type { ThresholdRecord } from '../assessment/thresholdRecord';
import { editSchema } from '../assessment/schema';
import type { Assessment } from '../assessment/types';
import { command } from './command';
import type { CommandError } from './result';
import { formIdSchema } from '../forms/formId';

/** An open document as a window knows it. The shell is the authority; the window shows and asks. */
export interface DocumentView {
  /** Names the open document in every command; given anew at each opening. */
  readonly session: string;
  /** Stays with the file. */
  readonly documentId: string;
  /** Absolute path of the file. */
  readonly path: string;
  /** File name without folder and extension. */
  readonly name: string;
  readonly assessment: Assessment;
  /** Number of the latest record of the history. */
  readonly seq: number;
  readonly steps: Steps;
  readonly revisions: readonly RevisionInfo[];
  readonly comments: readonly Comment[];
  readonly leftover: readonly LeftoverText[];
  readonly review: readonly ReviewMark[];
  readonly rounds: readonly Round[];
  readonly acceptances: readonly Acceptance[];
  readonly thresholds: readonly ThresholdRecord[];
  readonly overrides: readonly GateOverride[];
  readonly progress: readonly ProgressRecord[];
  readonly source: Omit<ImportSource, 'blocks'> | null;
  readonly access: Access;
  readonly state: SaveState;
  readonly notices: readonly DocumentNotice[];
}

/** A revision without its assessment, which is fetched when it is looked at. */
export type RevisionInfo = Omit<Revision, 'assessment'>;

export interface Steps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Who may do what. A window that only reads says why, and who has the document. */
export type Access =
  | { readonly kind: 'edit' }
  | { readonly kind: 'readOnly'; readonly why: ReadOnlyReason; readonly holder: LockHolder | null };

/**
 * `locked`: another person has it. `staleLock`: a lock is there whose owner no longer answers; it can be taken
 * over. `lockBlocked`: a folder has the name of the lock. `free`: whoever had it has closed it since this window opened. `backup`: a kept generation. `readOnlyFile`, `readOnlyFolder`: the disk does not allow it. `asked`: opened so.
 */
export type ReadOnlyReason =
  'locked' | 'staleLock' | 'lockBlocked' | 'free' | 'backup' | 'readOnlyFile' | 'readOnlyFolder' | 'asked';

/** Who has a document open, as they wrote into the lock. Times: milliseconds since 1970 UTC. */
export interface LockHolder {
  readonly user: string;
  readonly department: string;
  readonly pc: string;
  readonly since: number;
}

/**
 * Where the typed text is, without exception.
 * `saved`: all of it is in the file. `saving`: it is being written. `kept`: the file cannot be written now; all of it
 * is on this PC, and writing is tried again. `unkept`: neither could be written.
 */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'kept'; readonly at: number; readonly error: CommandError }
  | { readonly kind: 'unkept'; readonly error: CommandError }
  | { readonly kind: 'readOnly' };

/** What is reported to a person once at opening; `code` is a key of the `documents` locale files. */
export interface DocumentNotice {
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * `recovered`: text typed before a crash was put back (count). `recoveredApart`: it could not be put into the file, as
 * that was changed since; it is in a file of its own (path). `olderFormat`: the file is from an older version; `migrated`: from one
 * whose files have no digests, so that not every damage can be seen.
 * `unverified`: it has the present format, but no digests.
 * `recoveryWaits`: it could not be written to a file now; it stays on this PC (path) and is tried again at the next opening.
 * `lockTaken`: a lock left by a crash was claimed. `backupElsewhere`: generations are kept on this PC (path).
 * `unreadJournal`: text kept on this PC could not be read (path). `rescued`: the document was made of what is whole in a
 * damaged file (name); `rescuedPart`: and something is missing.
 */
export type NoticeCode =
  | 'recovered'
  | 'recoveredApart'
  | 'recoveryWaits'
  | 'migrated'
  | 'olderFormat'
  | 'unverified'
  | 'lockTaken'
  | 'backupElsewhere'
  | 'unreadJournal'
  | 'rescued'
  | 'rescuedPart';

/** The answer to every change. */
export interface Applied {
  readonly seq: number;
  readonly steps: Steps;
  readonly state: SaveState;
}

/** The answer to undo and redo: what the window must apply too; null where there was nothing left. */
export interface Stepped extends Applied {
  readonly edit: Edit | null;
}

/** A kept generation of a file. */
export interface Backup {
  /** Names the generation among those of the same file. */
  readonly id: string;
  readonly at: number;
  /** Bytes. */
  readonly size: number;
}

/** A document whose typed text was kept on this PC and is not in its file yet. */
export interface Recoverable {
  readonly path: string;
  readonly name: string;
  /** When the last of it was typed. */
  readonly at: number;
}

/** A sample that ships with the product. */
export interface SampleInfo {
  readonly id: string;
  readonly title: string;
  readonly form: Assessment['form'];
}

/** Bytes of something the document carries. */
export interface AttachmentBytes {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

const form = formIdSchema;
const session = z.string().min(1).max(64);
const absolutePath = z.string().min(1).max(4_000);
const id = z.string().min(1).max(200);
const inSession = z.object({ session });

/** An edit a window has already shown. `undo`/`redo`: it is from the window's own stack. */
const editRequest = z.object({
  edit: editSchema,
  act: z.enum(['undo', 'redo']).optional(),
  label: z.string().max(100).optional(),
});

export type EditRequest = z.input<typeof editRequest>;

const newComment = z.object({
  /** Absent: a new comment. */
  id: id.optional(),
  path: z.string().optional(),
  text: z.string().min(1).max(20_000),
  replyTo: id.optional(),
  resolved: z.boolean().optional(),
  withhold: withholdSchema.optional(),
});

/** Every document command answers `sessionGone` for a session that was closed. */
export const documentCommands = {
  /** Makes an empty assessment as a new file in the workspace folder and opens it. */
  /** An empty assessment in the workspace folder; its file is called by the office's pattern. `name`: 評価書名. */
  'document.new': command<DocumentView>()(
    z.object({ form, edition: z.string().optional(), name: z.string().max(1_000).optional() }),
  ),
  'document.samples': command<readonly SampleInfo[]>()(z.undefined()),
  /** Opens a copy of a sample as a new file in the workspace folder. */
  'document.sample': command<DocumentView>()(z.object({ id })),
  /** The system's dialog for choosing a document; null when it was cancelled. */
  'document.choose': command<string | null>()(z.undefined()),
  /** Opens a `.hyoka` file. Where another person has it the view is read-only. A file that is open already is shown again. */
  'document.open': command<DocumentView>()(
    z.object({ path: absolutePath, readOnly: z.boolean().optional() }),
  ),
  /** The document as the shell has it: after `staleEdit`, or when a window was loaded again. */
  'document.get': command<DocumentView>()(inSession),
  /** Sessions that are open, for a window that was loaded again. */
  'document.sessions': command<readonly string[]>()(z.undefined()),
  /** Keeps edits, all or none. `staleEdit`: made on another state; get the document anew. */
  'document.apply': command<Applied>()(inSession.extend({ edits: z.array(editRequest).min(1) })),
  'document.undo': command<Stepped>()(inSession),
  'document.redo': command<Stepped>()(inSession),
  /** Writes the file now; the answer is the true state, also where it could not be written. */
  'document.save': command<SaveState>()(inSession),
  /** Writes the document to another file and continues there. Without `path` the system's dialog asks; null: cancelled. */
  'document.saveAs': command<DocumentView | null>()(inSession.extend({ path: absolutePath.optional() })),
  /** Writes over a file that someone else changed meanwhile; their version becomes a backup first. */
  'document.overwrite': command<SaveState>()(inSession),
  /** Writes what is left and releases the lock. */
  'document.close': command<null>()(inSession),
  /** Who may do what now: for a window that only reads, while somebody else has the document. */
  'document.lookAgain': command<Access>()(inSession),
  /** Claims a lock that is stale or released and opens the document again, for editing. */
  'document.takeOverLock': command<DocumentView>()(inSession),
  /** Changes of one item, latest first. */
  'document.history': command<readonly ItemChange[]>()(inSession.extend({ path: z.string() })),
  /** Adds a comment, or changes the one with the id. */
  'document.comment': command<Comment>()(inSession.extend({ comment: newComment })),
  'document.removeComment': command<null>()(inSession.extend({ id })),
  /** Decides what becomes of a piece of 未割当 text. */
  'document.leftover': command<LeftoverText>()(
    inSession.extend({
      id,
      state: z.enum(['open', 'placed', 'unneeded']),
      path: z.string().optional(),
      /** Why it is not needed. */
      reason: z.string().max(500).optional(),
    }),
  ),
  /** Keeps what was decided about changes and is not in the table yet. */
  'document.keepRound': command<null>()(inSession.extend({ round: roundSchema })),
  /** 理由を付けて確認済み: keeps acceptances of findings; answers them with who and when. */
  'document.accept': command<readonly Acceptance[]>()(
    inSession.extend({ acceptances: z.array(newAcceptanceSchema).min(1).max(5_000) }),
  ),
  'document.removeAcceptance': command<null>()(inSession.extend({ id })),
  /** Keeps a しきい値判断 with its counted numbers. */
  'document.keepThreshold': command<ThresholdRecord>()(inSession.extend({ threshold: newThresholdSchema })),
  'document.removeThreshold': command<null>()(inSession.extend({ id })),
  /** Keeps the sentence with which a document is handed out although 提出前チェック would stop it. */
  'document.override': command<GateOverride>()(inSession.extend({ override: newOverrideSchema })),
  /** Records a step of the document through the office; answers it with who and when. */
  'document.record': command<ProgressRecord>()(inSession.extend({ record: newProgressSchema })),
  'document.removeRecord': command<null>()(inSession.extend({ id })),
  /** Marks an item of an import as looked at, or as to be looked at again. */
  'document.settleReview': command<ReviewMark>()(
    inSession.extend({ path: z.string(), settled: z.boolean() }),
  ),
  /** Adds a picture or file; the hash then is in an edit that shows it. */
  'document.attach': command<{ readonly hash: string }>()(
    inSession.extend({
      name: z.string().max(300),
      mime: z.string().max(100),
      bytes: z.instanceof(Uint8Array),
    }),
  ),
  'document.attachment': command<AttachmentBytes>()(inSession.extend({ hash: id })),
  /** The source of an import as it was read; null where there was none. */
  'document.source': command<ImportSource | null>()(inSession),
  /** Keeps the present state under a name. */
  'document.addRevision': command<RevisionInfo>()(
    inSession.extend({
      kind: z.enum(revisionKinds),
      name: z.string().min(1).max(200),
      note: z.string().optional(),
    }),
  ),
  'document.removeRevision': command<null>()(inSession.extend({ id })),
  'document.revision': command<Assessment>()(inSession.extend({ id })),
  /** Brings the whole assessment back to a revision, as one step that can be undone. */
  'document.restoreRevision': command<Stepped>()(inSession.extend({ id })),
  /** Kept generations of a file, newest first; also of a file that cannot be opened. */
  'document.backups': command<readonly Backup[]>()(z.object({ path: absolutePath })),
  /** Opens a generation to look at; `document.saveAs` makes a document of it. */
  'document.openBackup': command<DocumentView>()(z.object({ path: absolutePath, id })),
  /** Documents with text that was typed before a crash and is not in their file. */
  'document.recoverable': command<readonly Recoverable[]>()(z.undefined()),
};
