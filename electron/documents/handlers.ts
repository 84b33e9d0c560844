import { createHash } from 'node:crypto';
import type { Comment, HyokaDocument, Settled } from '../../shared/assessment/document';
import { itemHistory } from '../../shared/assessment/history';
import { transition } from '../../shared/assessment/transition';
import type { ParsedOf } from '../../shared/commands/contract';
import { Failure } from '../../shared/commands/failure';
import type { Handlers } from '../commands/handlers';
import { MAX_FILE_BYTES } from '../database/format';
import { restoredPath } from '../files/backups';
import type { DocumentEdges } from './edges';
import { sampleDocument, samples } from './samples';
import type { DocumentService } from './service';
import type { DocumentSession } from './session';

/** Questions that only a person can answer, asked in the system's own dialogs; undefined: cancelled. */
export interface Dialogs {
  readonly choose: () => Promise<string | undefined>;
  readonly chooseNew: (suggested: string) => Promise<string | undefined>;
}

/** Attachments may fill this much of a file (bytes), so that text always has room. */
const MAX_ATTACHED = MAX_FILE_BYTES * 0.8;

/** A picture of a document is far smaller (bytes). */
const MAX_ATTACHMENT = 50_000_000;

/** Opening, closing and everything about files. */
export function fileHandlers(service: DocumentService, edges: DocumentEdges, dialogs: Dialogs): Handlers {
  return {
    'document.new': ({ form, edition, name }) => service.begin(form, edition, name),
    'document.samples': () => samples(),
    'document.sample': async ({ id }) => {
      const edge = { newId: edges.newId, now: edges.machine.clock.now(), author: edges.author() };
      const { document, title } = await sampleDocument(id, edge);
      return service.create(document, title);
    },
    'document.choose': async () => (await dialogs.choose()) ?? null,
    'document.open': ({ path, readOnly = false }) => service.open(path, { readOnly }),
    'document.get': ({ session }) => service.session(session).view,
    'document.sessions': () => service.sessions,
    'document.save': ({ session }) => service.session(session).save(),
    'document.saveAs': async ({ session, path }) => {
      const target = path ?? (await dialogs.chooseNew(suggestedPath(service.session(session))));
      return target === undefined ? null : service.saveAs(session, target);
    },
    'document.overwrite': async ({ session }) => (await service.overwrite(session)).state,
    'document.close': async ({ session }) => service.close(session).then(() => null),
    'document.lookAgain': ({ session }) => service.lookAgain(session),
    'document.takeOverLock': ({ session }) => service.takeOverLock(session),
    'document.backups': ({ path }) => service.backups(path),
    'document.openBackup': ({ path, id }) => service.openBackup(path, id),
    'document.recoverable': () => service.recoverable(),
  };
}

/** Edits of the assessment and the way back. */
export function editHandlers(service: DocumentService): Handlers {
  return {
    'document.apply': ({ session, edits }) => service.session(session).apply(edits),
    'document.undo': ({ session }) => service.session(session).undo(),
    'document.redo': ({ session }) => service.session(session).redo(),
    'document.history': async ({ session, path }) =>
      itemHistory(await service.session(session).history(), path),
    'document.revision': ({ session, id }) => revisionOf(service.session(session).document, id).assessment,
    'document.restoreRevision': ({ session, id }) => {
      const open = service.session(session);
      const { assessment } = revisionOf(open.document, id);
      return open.make(transition(open.document.assessment, assessment), 'restore');
    },
  };
}

/** What stands around the text: comments, revisions, what an import left to do, attachments. */
export function workHandlers(service: DocumentService, edges: DocumentEdges): Handlers {
  const settled = () => ({ at: edges.machine.clock.now(), author: edges.author() });
  return {
    'document.comment': async ({ session, comment }) => {
      const open = service.session(session);
      const old = open.document.comments.find((other) => other.id === comment.id);
      const next = writtenComment(old ?? { id: edges.newId(), text: '', ...settled() }, comment, settled());
      await open.change({ kind: 'comment', comment: next });
      return next;
    },
    'document.removeComment': async ({ session, id }) =>
      service
        .session(session)
        .change({ kind: 'removeComment', id })
        .then(() => null),
    'document.leftover': async ({ session, id, state, path, reason }) => {
      const open = service.session(session);
      const before = found(open.document.leftover.find((left) => left.id === id));
      const { path: _path, reason: _reason, ...rest } = before;
      const leftover = { ...rest, state, ...(path ? { path } : {}), ...(reason ? { reason } : {}) };
      await open.change({ kind: 'leftover', leftover });
      return leftover;
    },
    'document.settleReview': async ({ session, path, settled: isSettled }) => {
      const open = service.session(session);
      const { settled: _before, ...rest } = found(open.document.review.find((mark) => mark.path === path));
      const mark = { ...rest, ...(isSettled ? { settled: settled() } : {}) };
      await open.change({ kind: 'review', mark });
      return mark;
    },
    'document.keepRound': async ({ session, round }) =>
      service
        .session(session)
        .change({ kind: 'round', round })
        .then(() => null),
    'document.addRevision': async ({ session, kind, name, note }) => {
      const open = service.session(session);
      const info = { id: edges.newId(), kind, name, ...settled(), ...(note ? { note } : {}) };
      await open.change({ kind: 'revision', revision: { ...info, assessment: open.document.assessment } });
      return info;
    },
    'document.removeRevision': async ({ session, id }) =>
      service
        .session(session)
        .change({ kind: 'removeRevision', id })
        .then(() => null),
    'document.source': ({ session }) => service.session(session).document.source ?? null,
    'document.attachment': async ({ session, hash }) => {
      const open = service.session(session);
      const { name, mime } = found(open.document.attachments.find((file) => file.hash === hash));
      return { name, mime, bytes: found(await open.attachment(hash)) };
    },
    'document.attach': async ({ session, name, mime, bytes }) => {
      const open = service.session(session);
      const present = open.document.attachments.reduce((sum, { size }) => sum + size, 0);
      if (bytes.length > MAX_ATTACHMENT || present + bytes.length > MAX_ATTACHED)
        throw new Failure('attachmentTooLarge', { name });
      const hash = createHash('sha256').update(bytes).digest('hex');
      await open.change({ kind: 'attach', file: { hash, name, mime, bytes: new Uint8Array(bytes) } });
      return { hash };
    },
  };
}

function suggestedPath({ access, path }: DocumentSession): string {
  return access.kind === 'readOnly' && access.why === 'backup' ? restoredPath(path) : path;
}

type CommentRequest = ParsedOf<'document.comment'>['comment'];

/** A comment as a person has just written it; who began it, when and where stays. */
function writtenComment(old: Comment, wanted: CommentRequest, now: Settled): Comment {
  const { resolved: before, withhold: _replaced, ...rest } = old;
  const { text, path, replyTo, resolved, withhold } = wanted;
  return {
    ...(path ? { path } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...rest,
    text,
    ...(resolved ? { resolved: before ?? now } : {}),
    ...(withhold ? { withhold: withhold.passage === undefined ? {} : { passage: withhold.passage } } : {}),
  };
}

function revisionOf(document: Pick<HyokaDocument, 'revisions'>, id: string) {
  return found(document.revisions.find((revision) => revision.id === id));
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Failure('unknownPart');
  return thing;
}
