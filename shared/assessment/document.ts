import type { Acceptance, GateOverride } from './acceptance';
import type { ReadNotice, RecognisedValue, ReviewReason, SourceBlock, SourceInfo, Where } from './source';
import { applyEdit } from './edit';
import { type Author, type EditRecord, type History, withRecord } from './history';
import type { HistoryLog } from './historyLog';
import type { Path } from './path';
import type { ProgressRecord } from './progress';
import type { Round } from './round';
import type { ThresholdRecord } from './thresholdRecord';
import type { Assessment, Value } from './types';

/**
 * Everything one `.hyoka` file holds: the assessment and what was done with it. Immutable, like the assessment
 * itself. All times are milliseconds since 1970 UTC. `A`: how much is known of an attachment; `H`: how the history is kept.
 */
export interface DocumentWith<A extends Attachment, H = History> {
  /** Stays the same when the file is copied or renamed. */
  readonly id: string;
  readonly createdAt: number;
  readonly assessment: Assessment;
  readonly history: H;
  readonly revisions: readonly Revision[];
  readonly comments: readonly Comment[];
  readonly attachments: readonly A[];
  /** What the assessment was imported from; absent where it was begun here. */
  readonly source?: ImportSource;
  /** 未割当: text of the source for which no item was found. */
  readonly leftover: readonly LeftoverText[];
  /** Items of an import that a person must look at. */
  readonly review: readonly ReviewMark[];
  /** What was decided about changes before it is in the table of 変更箇所. */
  readonly rounds: readonly Round[];
  /** Findings that were accepted with a reason. */
  readonly acceptances: readonly Acceptance[];
  /** Each しきい値判断 as it was answered, oldest first. */
  readonly thresholds: readonly ThresholdRecord[];
  /** What was handed out although 提出前チェック would have stopped it, oldest first. */
  readonly overrides: readonly GateOverride[];
  /** The steps through the office, in the order in which they were recorded; the last one determines the state. */
  readonly progress: readonly ProgressRecord[];
}

/** A document with the bytes of its attachments. */
export type HyokaDocument = DocumentWith<AttachedFile>;

/** A document whose attachments are known, but whose bytes stay in the store. */
export type StoredDocument = DocumentWith<AttachmentInfo>;

/** A stored document that is being edited: an edit costs the same however long the history is. */
export type WorkingDocument = DocumentWith<AttachmentInfo, HistoryLog>;

/** A snapshot of the whole assessment. */
export interface Revision {
  readonly id: string;
  readonly kind: RevisionKind;
  /** What people call it: 令和6年度 公表版 */
  readonly name: string;
  readonly at: number;
  readonly author: Author;
  readonly note?: string;
  readonly assessment: Assessment;
}

/** How a snapshot was made: read from another file, 公表, 提出, made by hand, before a merge. */
export type RevisionKind = 'imported' | 'published' | 'submitted' | 'manual' | 'merged';

/** A remark on one item, or on the document where `path` is absent. `replyTo`: id of the comment it answers. */
export interface Comment {
  readonly id: string;
  readonly path?: Path;
  readonly text: string;
  readonly at: number;
  readonly author: Author;
  readonly replyTo?: string;
  readonly resolved?: Settled;
  /** 公表しない: what the published copy leaves out; `text` says why. */
  readonly withhold?: Withhold;
}

/** The words of the item that are left out; the whole item where absent. */
export interface Withhold {
  readonly passage?: string;
}

export interface Settled {
  readonly at: number;
  readonly author: Author;
}

/** What names an attachment. */
export interface Attachment {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly mime: string;
  readonly name: string;
}

/** What is known of an attachment without its bytes. */
export interface AttachmentInfo extends Attachment {
  /** Bytes. */
  readonly size: number;
}

/** Bytes that the document carries: pictures, the source file. */
export interface AttachedFile extends Attachment {
  readonly bytes: Uint8Array;
}

export interface ImportSource extends SourceInfo {
  readonly at: number;
  /** The file itself, among the attachments; absent where it was not kept. */
  readonly hash?: string;
  /** The source as read, for showing it beside the form. */
  readonly blocks: readonly SourceBlock[];
  /** Where in the source each item was found; an item that is not here is not shown by the source. */
  readonly places?: readonly SourcePlace[];
  /** What could not be read, or was left out by rule. */
  readonly notices?: readonly ReadNotice[];
  /** Form or edition were inferred from the wording. */
  readonly formUncertain?: ReviewReason;
}

export interface SourcePlace {
  readonly path: Path;
  readonly where: readonly Where[];
}

export interface LeftoverText {
  readonly id: string;
  readonly where: Where;
  /** Official wording of its item in another form, where it was converted; no part of the text. */
  readonly heading?: string;
  readonly text: string;
  /** `open`: nobody has decided yet. `placed`: put into `path`. `unneeded`: a person decided to leave it out. */
  readonly state: 'open' | 'placed' | 'unneeded';
  readonly path?: Path;
  /** Why it is not needed, in the words of the person who looked at it. */
  readonly reason?: string;
}

export interface ReviewMark {
  readonly path: Path;
  readonly reason: ReviewReason;
  readonly where: readonly Where[];
  /** Other readings a person may choose instead. */
  readonly candidates: readonly Value[];
  /** As recognised, in the form of the command line; kept so that it can always be restored. */
  readonly recognised?: NonNullable<RecognisedValue>;
  readonly settled?: Settled;
}

/** Everything that can happen to a document. What is kept, journalled and replayed is a list of these. */
export type DocumentChange<A extends Attachment = AttachedFile> =
  | { readonly kind: 'edit'; readonly record: EditRecord }
  | { readonly kind: 'comment'; readonly comment: Comment }
  | { readonly kind: 'removeComment'; readonly id: string }
  | { readonly kind: 'revision'; readonly revision: Revision }
  | { readonly kind: 'removeRevision'; readonly id: string }
  | { readonly kind: 'attach'; readonly file: A }
  | { readonly kind: 'leftover'; readonly leftover: LeftoverText }
  | { readonly kind: 'review'; readonly mark: ReviewMark }
  | { readonly kind: 'round'; readonly round: Round }
  | { readonly kind: 'acceptance'; readonly acceptance: Acceptance }
  | { readonly kind: 'removeAcceptance'; readonly id: string }
  | { readonly kind: 'threshold'; readonly threshold: ThresholdRecord }
  | { readonly kind: 'removeThreshold'; readonly id: string }
  | { readonly kind: 'override'; readonly override: GateOverride }
  | { readonly kind: 'progress'; readonly record: ProgressRecord }
  | { readonly kind: 'removeProgress'; readonly id: string };

/** The document after the change. An item with an id replaces the one with that id, else it is appended. */
export function applyChange<A extends Attachment>(
  document: DocumentWith<A>,
  change: DocumentChange<NoInfer<A>>,
): DocumentWith<A> {
  return changed(document, change, withRecord);
}

/** The same for a document that is being edited. */
export function applyToWorking(
  document: WorkingDocument,
  change: DocumentChange<AttachmentInfo>,
): WorkingDocument {
  return changed(document, change, (history, record) => history.appended(record));
}

function changed<A extends Attachment, H>(
  document: DocumentWith<A, H>,
  change: DocumentChange<A>,
  append: (history: H, record: EditRecord) => H,
): DocumentWith<A, H> {
  switch (change.kind) {
    case 'edit':
      return {
        ...document,
        assessment: applyEdit(document.assessment, change.record.edit),
        history: append(document.history, change.record),
      };
    case 'comment':
      return { ...document, comments: withItem(document.comments, change.comment, 'id') };
    case 'removeComment':
      return { ...document, comments: withoutItem(document.comments, change.id) };
    case 'revision':
      return { ...document, revisions: withItem(document.revisions, change.revision, 'id') };
    case 'removeRevision':
      return { ...document, revisions: withoutItem(document.revisions, change.id) };
    case 'attach':
      return { ...document, attachments: withItem(document.attachments, change.file, 'hash') };
    case 'leftover':
      return { ...document, leftover: withItem(document.leftover, change.leftover, 'id') };
    case 'review':
      return { ...document, review: withItem(document.review, change.mark, 'path') };
    case 'round':
      return { ...document, rounds: withItem(document.rounds, change.round, 'id') };
    case 'acceptance':
      return { ...document, acceptances: withItem(document.acceptances, change.acceptance, 'id') };
    case 'removeAcceptance':
      return { ...document, acceptances: withoutItem(document.acceptances, change.id) };
    case 'threshold':
      return { ...document, thresholds: withItem(document.thresholds, change.threshold, 'id') };
    case 'removeThreshold':
      return { ...document, thresholds: withoutItem(document.thresholds, change.id) };
    case 'override':
      return { ...document, overrides: withItem(document.overrides, change.override, 'id') };
    case 'progress':
      return { ...document, progress: withItem(document.progress, change.record, 'id') };
    case 'removeProgress':
      return { ...document, progress: withoutItem(document.progress, change.id) };
  }
}

/** What is known of an attachment once its bytes are elsewhere. */
export function infoOf({ hash, mime, name, bytes }: AttachedFile): AttachmentInfo {
  return { hash, mime, name, size: bytes.length };
}

/** The change as the main process keeps it: the bytes of an attachment are replaced by their number. */
export function withoutBytes(change: DocumentChange): DocumentChange<AttachmentInfo> {
  return change.kind === 'attach' ? { kind: 'attach', file: infoOf(change.file) } : change;
}

/** A document without any past around an assessment. */
export function documentOf(assessment: Assessment, id: string, createdAt: number): HyokaDocument {
  const work = { comments: [], leftover: [], review: [], rounds: [] };
  const judgements = { acceptances: [], thresholds: [], overrides: [], progress: [] };
  return { id, createdAt, assessment, history: [], revisions: [], attachments: [], ...work, ...judgements };
}

function withoutItem<T extends { readonly id: string }>(items: readonly T[], id: string): readonly T[] {
  return items.filter((item) => item.id !== id);
}

function withItem<T>(items: readonly T[], item: T, key: keyof T): readonly T[] {
  const at = items.findIndex((other) => other[key] === item[key]);
  return at < 0 ? [...items, item] : items.with(at, item);
}
